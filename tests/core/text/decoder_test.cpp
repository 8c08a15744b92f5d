#include "core/text/decoder.h"

#include <gmock/gmock.h>

namespace core {
namespace {

Decoder of(const std::string& json) { return Decoder::fromJson(Json::parse(json, "test").value(), false, "file.json").value(); }

std::string joined(const Decoder& decoder, const std::vector<std::string>& tokens)
{
    std::string text;
    for (const std::string& token : tokens) text += decoder.bytesOf(token).value();
    const Decoder::Trim trim = decoder.trim(text);
    return text.substr(trim.front, text.size() - trim.front - trim.back);
}

constexpr const char* kLlama = R"({"type":"Sequence","decoders":[{"type":"Replace","pattern":{"String":"▁"},"content":" "},{"type":"ByteFallback"},
    {"type":"Fuse"},{"type":"Strip","content":" ","start":1,"stop":0}]})";

TEST(Decoder, ByteLevelUndoesTheAlphabet)
{
    const Decoder decoder = of(R"({"type":"ByteLevel"})");
    EXPECT_EQ(decoder.bytesOf("ĠÃ©").value(), " é");
    EXPECT_EQ(decoder.bytesOf("Ã").value(), "\xC3");
    EXPECT_EQ(decoder.bytesOf("a b").value(), "a b");   // " " stands for no byte, so this is no byte-level token
    EXPECT_EQ(decoder.bytesOfAdded("é").value(), "é");
}

TEST(Decoder, SentencePieceStyle)
{
    const Decoder decoder = of(kLlama);
    EXPECT_EQ(joined(decoder, {"▁The", "▁cat", "<0xC3>", "<0xA9>"}), "The caté");
    EXPECT_EQ(joined(decoder, {"▁▁x"}), " x");   // one space is the prepended one
    EXPECT_EQ(joined(decoder, {"<0xZZ>", "<0x0>", "<0x0A>"}), "<0xZZ><0x0>\n");
    EXPECT_EQ(joined(decoder, {}), "");
    EXPECT_EQ(decoder.bytesOfAdded("▁<0x41>").value(), " <0x41>");
}

TEST(Decoder, OtherForms)
{
    EXPECT_EQ(joined(of(R"({"type":"Metaspace","replacement":"_","prepend_scheme":"always"})"), {"_a", "_b"}), "a b");
    EXPECT_EQ(joined(of(R"({"type":"Metaspace","replacement":"_","prepend_scheme":"never"})"), {"_a", "_b"}), " a b");
    EXPECT_EQ(joined(of(R"({"type":"BPEDecoder","suffix":"</w>"})"), {"a", "b</w>", "c</w>"}), "ab c");
    EXPECT_EQ(joined(of(R"({"type":"Strip","content":"x","start":1,"stop":1})"), {"xxax", "xb"}), "xab");   // before Fuse: each token
    EXPECT_EQ(joined(of("null"), {"Ġa"}), "Ġa");
    EXPECT_EQ(Decoder::fromJson(Json(), true, "file.json").value().bytesOf("Ġa").value(), " a");
}

TEST(Decoder, ATokenMayNotGrowWithoutBound)
{
    std::string steps;
    for (int i = 0; i < 40; ++i) steps += std::string(i == 0 ? "" : ",") + R"({"type":"Replace","pattern":{"String":"a"},"content":"aaaaaaaaaa"})";
    const Decoder decoder = of(R"({"type":"Sequence","decoders":[)" + steps + "]}");
    EXPECT_THAT(decoder.bytesOf("a").error().what, testing::HasSubstr("\"a\""));
    EXPECT_FALSE(decoder.bytesOfAdded("a"));
    EXPECT_EQ(decoder.bytesOf("b").value(), "b");
}

TEST(Decoder, WhatIsNotKnownIsRefused)
{
    const auto refusal = [](const char* json) { return Decoder::fromJson(Json::parse(json, "test").value(), false, "file.json").error().what; };
    EXPECT_THAT(refusal(R"({"type":"WordPiece"})"), testing::HasSubstr("\"WordPiece\""));
    EXPECT_THAT(refusal(R"({"type":"Replace","pattern":{"Regex":"a"},"content":""})"), testing::HasSubstr("only strings"));
    EXPECT_THAT(refusal(R"({"type":"Strip","content":""})"), testing::HasSubstr("empty"));
    EXPECT_THAT(refusal(R"({"type":"Sequence"})"), testing::HasSubstr("\"decoders\""));
}

}   // namespace
}   // namespace core
