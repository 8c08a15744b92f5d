// The smallest real tokenizer: one token for each byte and a start token, from a tokenizer.json made here.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/text/tokenizer.h"

namespace test
{

enum class StartToken { First, None };

// The byte-level alphabet of GPT-2: printable bytes stand for themselves, the others for U+0100, U+0101 … in their order.
inline std::string byteLevelLetter(int byte)
{
    const auto printable = [](int b) { return (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || (b >= 174 && b <= 255); };
    int codePoint = byte;
    if (!printable(byte)) {
        codePoint = 256;
        for (int b = 0; b < byte; ++b) codePoint += !printable(b);
    }
    if (codePoint < 128) return std::string(1, char(codePoint));
    return {char(0xC0 | (codePoint >> 6)), char(0x80 | (codePoint & 63))};
}

// Ids 0 … 255 are the bytes, 256 is "<s>".
inline core::Tokenizer byteTokenizer(StartToken start = StartToken::First)
{
    using core::Json;
    Json vocabulary = Json(Json::Object{});
    for (int byte = 0; byte < 256; ++byte) vocabulary.adopt(byteLevelLetter(byte), byte);
    vocabulary.adopt("<s>", 256);
    const Json byteLevel = Json::object({{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}});
    const Json special = Json::object(
        {{"id", 256}, {"content", "<s>"}, {"single_word", false}, {"lstrip", false}, {"rstrip", false}, {"normalized", false}, {"special", true}});
    const Json startPiece = Json::object({{"SpecialToken", Json::object({{"id", "<s>"}, {"type_id", 0}})}});
    const Json textPiece = Json::object({{"Sequence", Json::object({{"id", "A"}, {"type_id", 0}})}});
    const Json processor = Json::object(
        {{"type", "TemplateProcessing"},
         {"single", Json(Json::Array{startPiece, textPiece})},
         {"pair", Json(Json::Array{})},
         {"special_tokens",
          Json::object({{"<s>", Json::object({{"id", "<s>"}, {"ids", Json(Json::Array{256})}, {"tokens", Json(Json::Array{"<s>"})}})}})}});
    const Json json = Json::object({{"version", "1.0"},
                                    {"truncation", nullptr},
                                    {"padding", nullptr},
                                    {"added_tokens", Json(Json::Array{special})},
                                    {"normalizer", nullptr},
                                    {"pre_tokenizer", byteLevel},
                                    {"post_processor", start == StartToken::First ? processor : Json()},
                                    {"decoder", byteLevel},
                                    {"model", Json::object({{"type", "BPE"}, {"vocab", vocabulary}, {"merges", Json(Json::Array{})}})}});
    auto tokenizer = core::Tokenizer::fromJson(json, "byte tokenizer");
    EXPECT_TRUE(tokenizer) << tokenizer.error().what;
    return *std::move(tokenizer);
}

}   // namespace test
