#include "core/training/bpe_tokenizer_json.h"

#include <cstdint>

namespace core {

namespace {

Json byteLevelJson() { return Json::object({{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}}); }

// Puts the first special token before every text.
Json startTemplate(const std::string& start)
{
    const auto special = [&](int segment) { return Json::object({{"SpecialToken", Json::object({{"id", start}, {"type_id", segment}})}}); };
    const auto text = [](const char* id, int segment) { return Json::object({{"Sequence", Json::object({{"id", id}, {"type_id", segment}})}}); };
    const Json entry = Json::object({{"id", start}, {"ids", Json::array(std::vector{0})}, {"tokens", Json::array(std::vector{start})}});
    return Json::object({{"type", "TemplateProcessing"},
                         {"single", Json(Json::Array{special(0), text("A", 0)})},
                         {"pair", Json(Json::Array{special(0), text("A", 0), special(1), text("B", 1)})},
                         {"special_tokens", Json::object({{start, entry}})}});
}

Json addedToken(std::size_t id, const std::string& content)
{
    return Json::object({{"id", std::int64_t(id)},
                         {"content", content},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", false},
                         {"special", true}});
}

}   // namespace

Json byteLevelTokenizerJson(const std::vector<std::string>& tokens, const std::vector<TokenPair>& joined,
                            const std::vector<std::string>& specialTokens)
{
    Json::Object vocabulary;
    for (std::size_t id = 0; id < tokens.size(); ++id) vocabulary.emplace_back(tokens[id], std::int64_t(id));
    Json::Array merges, added;
    for (const auto& [left, right] : joined) merges.emplace_back(tokens[std::size_t(left)] + " " + tokens[std::size_t(right)]);
    for (std::size_t id = 0; id < specialTokens.size(); ++id) added.push_back(addedToken(id, specialTokens[id]));
    const Json model = Json::object({{"type", "BPE"},
                                     {"dropout", nullptr},
                                     {"unk_token", nullptr},
                                     {"continuing_subword_prefix", nullptr},
                                     {"end_of_word_suffix", nullptr},
                                     {"fuse_unk", false},
                                     {"byte_fallback", false},
                                     {"ignore_merges", false},
                                     {"vocab", Json(std::move(vocabulary))},
                                     {"merges", Json(std::move(merges))}});
    return Json::object({{"version", "1.0"},
                         {"truncation", nullptr},
                         {"padding", nullptr},
                         {"added_tokens", Json(std::move(added))},
                         {"normalizer", nullptr},
                         {"pre_tokenizer", byteLevelJson()},
                         {"post_processor", specialTokens.empty() ? Json() : startTemplate(specialTokens.front())},
                         {"decoder", byteLevelJson()},
                         {"model", model}});
}

}   // namespace core
