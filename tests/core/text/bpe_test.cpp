#include "core/text/bpe.h"

#include <gmock/gmock.h>

#include "core/base/random.h"
#include "core/text/unicode.h"

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Tokens get their place in the list as id; merges are "left right".
Json modelJson(const std::vector<std::string>& tokens, const std::vector<std::string>& merges)
{
    Json::Object vocabulary;
    for (const std::string& token : tokens) vocabulary.emplace_back(token, std::int64_t(vocabulary.size()));
    return Json::object({{"type", "BPE"}, {"vocab", Json(vocabulary)}, {"merges", Json::array(merges)}});
}

std::vector<TokenId> encode(const Json& model, const std::string& word)
{
    Bpe::Scratch scratch;
    std::vector<BpePiece> pieces;
    const Bpe bpe = Bpe::fromJson(model, "model.json").value();
    EXPECT_TRUE(bpe.encode(word, scratch, pieces));
    std::vector<TokenId> ids;
    std::size_t covered = 0;
    for (const BpePiece& piece : pieces) {
        ids.push_back(piece.id);
        covered += piece.size;
    }
    EXPECT_EQ(covered, word.size());
    return ids;
}

std::string refusal(const Json& model)
{
    const auto bpe = Bpe::fromJson(model, "model.json");
    return bpe ? "accepted" : bpe.error().what;
}

TEST(Bpe, JoinsTheLowestRankThenTheLeftmost)
{
    const Json model = modelJson({"a", "b", "c", "bc", "ab", "abc"}, {"b c", "a b", "a bc"});
    EXPECT_THAT(encode(model, "abc"), ElementsAre(5));   // bc first, then a+bc
    EXPECT_THAT(encode(model, "abab"), ElementsAre(4, 4));
    EXPECT_THAT(encode(modelJson({"a", "aa"}, {"a a"}), "aaaaa"), ElementsAre(1, 1, 0));
    EXPECT_THAT(encode(model, ""), ElementsAre());
}

TEST(Bpe, EqualsTheNaiveLoop)
{
    const std::vector<std::string> merges = {"a b", "b a", "a a", "ab ab", "aa b", "ba ba", "b b", "abab a", "c a", "ca b"};
    std::vector<std::string> tokens = {"a", "b", "c"};
    for (const std::string& merge : merges) {
        std::string joined = merge;
        joined.erase(joined.find(' '), 1);
        if (std::find(tokens.begin(), tokens.end(), joined) == tokens.end()) tokens.push_back(joined);
    }
    const Json model = modelJson(tokens, merges);
    Random random(5);
    for (int round = 0; round < 500; ++round) {
        std::string word;
        for (std::int64_t n = random.below(30); n > 0; --n) word += char('a' + random.below(3));
        std::vector<std::string> parts;
        for (const char c : word) parts.emplace_back(1, c);
        for (bool joined = true; joined;) {
            joined = false;
            for (std::size_t rank = 0; rank < merges.size() && !joined; ++rank)
                for (std::size_t i = 0; i + 1 < parts.size() && !joined; ++i)
                    if (parts[i] + " " + parts[i + 1] == merges[rank]) {
                        parts[i] += parts[i + 1];
                        parts.erase(parts.begin() + std::ptrdiff_t(i) + 1);
                        joined = true;
                    }
        }
        std::vector<TokenId> expected;
        for (const std::string& part : parts) expected.push_back(TokenId(std::find(tokens.begin(), tokens.end(), part) - tokens.begin()));
        ASSERT_EQ(encode(model, word), expected) << word;
    }
}

TEST(Bpe, BothFormsOfMergesAreRead)
{
    Json model = modelJson({"a", "b", "ab"}, {});
    model.set("merges", Json(Json::Array{Json(Json::Array{Json("a"), Json("b")})}));
    EXPECT_THAT(encode(model, "ab"), ElementsAre(2));
    model.set("type", nullptr);   // old files have no type
    EXPECT_THAT(encode(model, "ab"), ElementsAre(2));
}

TEST(Bpe, UnknownCharactersFallBackInOrder)
{
    Json model = modelJson({"<unk>", "a", "<0xC3>", "<0xA9>"}, {});
    model.set("unk_token", "<unk>");
    EXPECT_THAT(encode(model, "aéßa"), ElementsAre(1, 0, 0, 1));
    model.set("fuse_unk", true);
    EXPECT_THAT(encode(model, "aéßa"), ElementsAre(1, 0, 1));
    model.set("byte_fallback", true);
    EXPECT_THAT(encode(model, "aéßa"), ElementsAre(1, 2, 3, 0, 1));   // ß has no byte tokens
}

TEST(Bpe, PrefixesAndSuffixesMarkPlacesInTheWord)
{
    Json prefixed = modelJson({"a", "##b", "##c", "ab", "abc"}, {"a ##b", "ab ##c"});
    prefixed.set("continuing_subword_prefix", "##");
    EXPECT_THAT(encode(prefixed, "abc"), ElementsAre(4));
    Json suffixed = modelJson({"a", "b</w>", "a</w>", "ab</w>"}, {"a b</w>"});
    suffixed.set("end_of_word_suffix", "</w>");
    EXPECT_THAT(encode(suffixed, "ab"), ElementsAre(3));
    EXPECT_THAT(encode(suffixed, "aa"), ElementsAre(0, 2));
}

TEST(Bpe, WholeWordsMayGoBeforeMerges)
{
    Json model = modelJson({"a", "b", "c", "ab", "abc"}, {"a b"});
    EXPECT_THAT(encode(model, "abc"), ElementsAre(3, 2));
    model.set("ignore_merges", true);
    EXPECT_THAT(encode(model, "abc"), ElementsAre(4));
}

TEST(Bpe, BrokenModelsAreRefusedByName)
{
    EXPECT_THAT(refusal(Json::object({{"type", "WordPiece"}})), HasSubstr("\"WordPiece\" is not supported"));
    EXPECT_THAT(refusal(Json::object({{"type", "Unigram"}, {"vocab", Json(Json::Array{})}})), HasSubstr("\"Unigram\""));
    EXPECT_THAT(refusal(Json("x")), HasSubstr("a string"));
    EXPECT_THAT(refusal(Json::object({{"type", "BPE"}})), HasSubstr("no \"vocab\""));
    EXPECT_THAT(refusal(Json::object({{"type", "BPE"}, {"vocab", Json::object({})}})), HasSubstr("\"merges\""));
    EXPECT_THAT(refusal(modelJson({"a", "b"}, {"a b"})), HasSubstr("merge 0 needs the token \"ab\""));
    EXPECT_THAT(refusal(modelJson({"a", "b", "ab"}, {"a b", "a x"})), HasSubstr("merge 1 needs the token \"x\""));
    EXPECT_THAT(refusal(modelJson({"a", "b", "ab"}, {"ab"})), HasSubstr("merge 0 is \"ab\""));
    EXPECT_THAT(refusal(modelJson({"a", "b", "ab"}, {"a b c"})), HasSubstr("merge 0"));
    Json unknown = modelJson({"a"}, {});
    unknown.set("unk_token", "<unk>");
    EXPECT_THAT(refusal(unknown), HasSubstr("\"<unk>\" is not in the vocabulary"));
}

TEST(Vocabulary, IdsThatCannotBeAreRefused)
{
    const auto of = [](Json id) {
        Json model = modelJson({"a"}, {});
        model.set("vocab", Json::object({{"a", 0}, {"b", std::move(id)}}));
        return refusal(model);
    };
    EXPECT_EQ(of(1), "accepted");
    EXPECT_EQ(of(1000), "accepted");   // gaps are legal
    EXPECT_THAT(of(0), HasSubstr("\"a\" and \"b\" have the same id 0"));
    EXPECT_THAT(of(-1), HasSubstr("\"b\" has the id -1"));
    EXPECT_THAT(of(std::int64_t(1) << 40), HasSubstr("1099511627776"));
    EXPECT_THAT(of(2'000'000'000), HasSubstr("2000000000"));   // would size a table of 2 billion tokens
    EXPECT_THAT(of(1.5), HasSubstr("expected an integer"));
    EXPECT_THAT(of("1"), HasSubstr("expected an integer"));
}

}   // namespace
}   // namespace core
