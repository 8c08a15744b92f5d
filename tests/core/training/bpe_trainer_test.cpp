#include "core/training/bpe_trainer.h"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>

#include "core/base/random.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> mergesOf(const Json& tokenizer)
{
    std::vector<std::string> merges;
    for (const Json& merge : *tokenizer.find("model")->find("merges")->array()) {
        if (merge.string())
            merges.push_back(*merge.string());
        else
            merges.push_back(*(*merge.array())[0].string() + " " + *(*merge.array())[1].string());
    }
    return merges;
}

std::vector<std::string> mergesFrom(const std::vector<std::string>& documents, Index merges, std::int64_t frequency = 1)
{
    return mergesOf(trainByteLevelBpe(documents, {.vocabulary = 257 + merges, .minimumFrequency = frequency}).value());
}

// The definition, step by step: count the pairs of neighbours in all words, join the most frequent, the smallest ids first.
std::vector<std::string> mergesByDefinition(const std::vector<std::string>& documents, std::size_t merges)
{
    std::vector<std::string> tokens(byteCharacters().begin(), byteCharacters().end());
    std::sort(tokens.begin(), tokens.end());
    const auto idOf = [&](const std::string& token) { return std::find(tokens.begin(), tokens.end(), token) - tokens.begin(); };
    std::vector<std::vector<std::ptrdiff_t>> words;
    for (const std::string& text : documents)
        for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
            end = nextWordEnd(text, at);
            words.emplace_back();
            for (std::size_t i = at; i < end; ++i) words.back().push_back(idOf(byteCharacters()[static_cast<unsigned char>(text[i])]));
        }
    std::vector<std::string> result;
    while (result.size() < merges) {
        std::map<std::pair<std::ptrdiff_t, std::ptrdiff_t>, int> counts;
        for (const auto& word : words)
            for (std::size_t i = 1; i < word.size(); ++i) ++counts[{word[i - 1], word[i]}];
        const auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        if (best == counts.end()) break;
        const auto [left, right] = best->first;
        result.push_back(tokens[std::size_t(left)] + " " + tokens[std::size_t(right)]);
        const std::string joined = tokens[std::size_t(left)] + tokens[std::size_t(right)];
        const std::ptrdiff_t id = idOf(joined);
        if (id == std::ptrdiff_t(tokens.size())) tokens.push_back(joined);
        for (auto& word : words)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                if (word[i] == left && word[i + 1] == right) {
                    word[i] = id;
                    word.erase(word.begin() + std::ptrdiff_t(i) + 1);
                }
    }
    return result;
}

TEST(BpeTrainer, LearnsWhatTheDefinitionLearns)
{
    const std::vector<std::string> parts = {"a", "b", "ab", "aa", " ", "the ", " cat", "ing", "é", "日", "\n"};
    Random random(11);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> documents(3);
        for (std::string& document : documents)
            for (int i = 0; i < 40; ++i) document += parts[std::size_t(random.below(std::int64_t(parts.size())))];
        const std::vector<std::string> learned = mergesFrom(documents, 30);
        EXPECT_EQ(learned, mergesByDefinition(documents, learned.size()));
        EXPECT_GE(learned.size(), 20u);
    }
}

TEST(BpeTrainer, OverlappingPairsAreJoinedFromTheLeft) { EXPECT_THAT(mergesFrom({"aaaaa"}, 3), ElementsAre("a a", "aa a", "aa aaa")); }

TEST(BpeTrainer, TheOrderOfTheDocumentsDoesNotMatter)
{
    const std::vector<std::string> documents = {"the cat sat", "the mat", "a cat and a hat", "the hat"};
    std::vector<std::string> reversed(documents.rbegin(), documents.rend());
    EXPECT_EQ(trainByteLevelBpe(documents, {.vocabulary = 300}).value(), trainByteLevelBpe(reversed, {.vocabulary = 300}).value());
}

TEST(BpeTrainer, EqualsTheReferenceImplementation)
{
    const Json golden = goldenFile("byte_level");
    std::vector<std::string> documents;
    for (const Json& document : *golden.find("documents")->array()) documents.push_back(*document.string());
    const Json learned = trainByteLevelBpe(documents, {.vocabulary = 420, .specialTokens = {"<|start|>"}, .minimumFrequency = 2}).value();
    EXPECT_EQ(mergesOf(learned), mergesOf(*golden.find("tokenizer")));
    EXPECT_EQ(*learned.find("model")->find("vocab"), *golden.find("tokenizer")->find("model")->find("vocab"));
    const Tokenizer ours = tokenizerOf(learned), theirs = tokenizerOf(*golden.find("tokenizer"));
    for (const std::string& text : strangeTexts()) EXPECT_EQ(ours.encode(text).value(), theirs.encode(text).value()) << text;
}

TEST(BpeTrainer, TheResultIsACompleteTokenizer)
{
    const Json json = trainByteLevelBpe(std::vector<std::string>{"the cat the cat the mat"}, {.vocabulary = 270}).value();
    const Tokenizer tokenizer = tokenizerOf(Json::parse(json.dump(1), "learned.json").value());
    EXPECT_EQ(tokenizer.startToken(), 0);
    EXPECT_EQ(tokenizer.bytes(0), "<|start|>");
    EXPECT_TRUE(tokenizer.isSpecial(0));
    const Tokens tokens = tokenizer.encode("the cat").value();
    EXPECT_EQ(brokenLaw(tokens, Coverage::Whole, ByteLaw::Equal), std::nullopt);
    EXPECT_EQ(tokenizer.decode(tokens.ids()), "the cat");
    EXPECT_THAT(tokens.items, testing::SizeIs(3));   // start, "the", " cat"
}

TEST(BpeTrainer, RarePairsAreLeftApart)
{
    EXPECT_THAT(mergesFrom({"xy xy zw"}, 9, 2), ElementsAre("x y"));
    EXPECT_THAT(mergesFrom({"xy xy zw"}, 9, 3), ElementsAre());
    EXPECT_THAT(mergesFrom({}, 9), ElementsAre());
    EXPECT_THAT(mergesFrom({"", "q"}, 9), ElementsAre());
}

TEST(BpeTrainer, SpecialTokensAreNeverLearned)
{
    const Json json =
        trainByteLevelBpe(std::vector<std::string>{"xy xy xy"}, {.vocabulary = 260, .specialTokens = {"xy", "<end>"}, .minimumFrequency = 1}).value();
    EXPECT_THAT(mergesOf(json), ElementsAre("Ġ x", "Ġx y"));   // "x y" is most frequent, but makes "xy"
    EXPECT_EQ(tokenizerOf(json).find("<end>"), 1);
}

TEST(BpeTrainer, AnyBytesMayOccur)
{
    const Json json =
        trainByteLevelBpe(std::vector<std::string>{std::string("\xFF\0\xC3", 3), "é\u2028😀"}, {.vocabulary = 300, .minimumFrequency = 1}).value();
    const Tokenizer tokenizer = tokenizerOf(json);
    for (const std::string& text : strangeTexts())
        EXPECT_EQ(brokenLaw(tokenizer.encode(text).value(), Coverage::Whole, ByteLaw::Equal), std::nullopt) << text;
}

TEST(BpeTrainer, OptionsThatCannotBeAreRefused)
{
    const std::vector<std::string> documents = {"text"};
    const auto small = trainByteLevelBpe(documents, {.vocabulary = 256});
    ASSERT_FALSE(small);
    EXPECT_EQ(small.error().fault, Fault::BadInput);
    EXPECT_THAT(small.error().what, testing::AllOf(HasSubstr("257"), HasSubstr("256")));
    for (const std::vector<std::string>& tokens : {std::vector<std::string>{""}, {"a"}, {"<s>", "<s>"}, {"\xFF"}})
        EXPECT_FALSE(trainByteLevelBpe(documents, {.vocabulary = 300, .specialTokens = tokens})) << tokens.front();
    EXPECT_TRUE(trainByteLevelBpe(documents, {.vocabulary = 256, .specialTokens = {}}));
}

TEST(BpeTrainer, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = trainByteLevelBpe(std::vector<std::string>{"text"}, {}, stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, Fault::Cancelled);
}

}   // namespace
}   // namespace core::test
