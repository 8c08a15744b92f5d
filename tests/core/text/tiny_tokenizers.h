// Tokenizers small enough to reason about, the texts to try them on, and the laws every result keeps.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/text/byte_level.h"
#include "core/text/tokenizer.h"
#include "core/text/unicode.h"

namespace core::test {

// A byte-level tokenizer.json: "<|start|>" is 0, byte b is 1 + b, then one token for each merge, written in byte characters.
inline Json byteLevelTokenizer(const std::vector<std::pair<std::string, std::string>>& merges = {{"Ġ", "t"}, {"h", "e"}, {"Ġt", "he"}})
{
    Json::Object vocabulary{{"<|start|>", 0}};
    for (const std::string& character : byteCharacters()) vocabulary.emplace_back(character, std::int64_t(vocabulary.size()));
    Json::Array pairs;
    for (const auto& [left, right] : merges) {
        pairs.emplace_back(left + " " + right);
        vocabulary.emplace_back(left + right, std::int64_t(vocabulary.size()));
    }
    const Json start = Json::object({{"id", 0}, {"content", "<|start|>"}, {"normalized", false}, {"special", true}});
    const Json frame = Json::object({{"type", "TemplateProcessing"},
                                     {"single", Json(Json::Array{Json::object({{"SpecialToken", Json::object({{"id", "<|start|>"}})}}),
                                                                 Json::object({{"Sequence", Json::object({{"id", "A"}})}})})},
                                     {"special_tokens", Json::object({{"<|start|>", Json::object({{"ids", Json(Json::Array{Json(0)})}})}})}});
    return Json::object({{"added_tokens", Json(Json::Array{start})},
                         {"normalizer", nullptr},
                         {"pre_tokenizer", Json::object({{"type", "ByteLevel"}, {"add_prefix_space", false}})},
                         {"post_processor", frame},
                         {"decoder", Json::object({{"type", "ByteLevel"}})},
                         {"model", Json::object({{"type", "BPE"}, {"vocab", Json(vocabulary)}, {"merges", Json(pairs)}})}});
}

inline Tokenizer tokenizerOf(const Json& json)
{
    auto tokenizer = Tokenizer::fromJson(json, "tiny.json");
    if (!tokenizer) throw std::runtime_error(tokenizer.error().what);
    return *tokenizer;
}

// One of the committed tokenizers of tests/golden/tokenizers with its expected results.
inline Json goldenFile(const std::string& name)
{
    const std::string path = std::string(FOVEA_TEST_DIR) + "/golden/tokenizers/" + name + ".json";
    return Json::parse(readFile(path, 1 << 20).value(), path).value();
}

inline const std::vector<std::string>& strangeTexts()
{
    static const std::vector<std::string> kTexts = {"",
                                                    " ",
                                                    "   ",
                                                    "\n\n\n",
                                                    "the",
                                                    " the the  the",
                                                    "don't I'LL 'tis ''s",
                                                    "caf\u00e9 cafe\u0301 Z\u00fcrich",
                                                    "日本語の文章。中文",
                                                    "😀 👩\u200d💻 👍🏽 🏳\ufe0f\u200d🌈",
                                                    "שלום עולם مرحبا",
                                                    std::string("\0nul\0", 5),
                                                    "\r\n\t\v\f\u0085\u00a0\u2003\u3000x",
                                                    "\ufffd\u200b\ufeff\U0010ffff",
                                                    "a<|start|>b <s>",
                                                    "12 ½ ٣٤٥ Ⅻ",
                                                    std::string(1000, ' ') + "x" + std::string(1000, '\n')};
    return kTexts;
}

// The first law that `tokens` breaks, as a sentence; nothing when all hold. Spans of tokens lie in order, do not overlap and, when the tokenizer
// drops nothing, tile the text; the bytes of a byte-level tokenizer's tokens are the bytes under their spans.
enum class Coverage { Whole, Partial };
enum class ByteLaw { Equal, Free };
inline std::optional<std::string> brokenLaw(const Tokens& tokens, Coverage coverage, ByteLaw byteLaw)
{
    if (!isValidUtf8(tokens.text)) return "The text is no valid UTF-8.";
    Index done = 0;
    for (Index i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens.items[std::size_t(i)];
        if (token.span.begin > token.span.end || token.span.begin < 0 || token.span.end > Index(tokens.text.size()))
            return fmt::format("Token {} lies outside the text.", i);
        if (token.span.begin < done) return fmt::format("Token {} overlaps the one before it.", i);
        if (coverage == Coverage::Whole && token.span.begin > done) return fmt::format("There is a gap before token {}.", i);
        const std::string covered = tokens.text.substr(std::size_t(token.span.begin), std::size_t(token.span.size()));
        if (byteLaw == ByteLaw::Equal && !token.special && covered != token.bytes) return fmt::format("Token {} does not stand for its bytes.", i);
        if (tokens.label(i).empty()) return fmt::format("Token {} has no label.", i);
        done = token.span.end;
    }
    if (coverage == Coverage::Whole && done != Index(tokens.text.size())) return "The last token ends before the text.";
    return std::nullopt;
}

}   // namespace core::test
