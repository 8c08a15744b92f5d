// Equal to Hugging Face's tokenizers: committed vectors (tests/golden/make_tokenizer_golden.py) and a real model's.
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

std::vector<TokenId> idsOf(const Json& json)
{
    std::vector<TokenId> ids;
    for (const Json& id : *json.array()) ids.push_back(TokenId(*id.integer()));
    return ids;
}

class TokenizerGolden : public testing::TestWithParam<const char*> {};

TEST_P(TokenizerGolden, GivesTheSameIdsAndTheSameText)
{
    const Json golden = goldenFile(GetParam());
    const Tokenizer tokenizer = tokenizerOf(*golden.find("tokenizer"));
    ASSERT_GE(golden.find("vectors")->array()->size(), 20u);
    for (const Json& vector : *golden.find("vectors")->array()) {
        const std::string text = vector.stringAt("text").value();
        const std::vector<TokenId> expected = idsOf(*vector.find("ids"));
        EXPECT_EQ(tokenizer.encode(text).value().ids(), expected) << text;
        // The reference replaces each broken byte of byte tokens on its own.
        EXPECT_EQ(repairUtf8(tokenizer.decode(expected).value()), vector.stringAt("decoded").value()) << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Files, TokenizerGolden, testing::Values("byte_level", "byte_level_split", "sentencepiece", "metaspace"),
                         [](const auto& file) { return std::string(file.param); });

TEST(TokenizerGoldenReal, Stories260K)
{
    const std::filesystem::path folder = std::filesystem::path(FOVEA_SHARED_DIR) / "fixtures" / "stories260K";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "The shared fixture stories260K is not here.";
    const Json golden = Json::parse(readFile(folder / "golden.json", 1 << 20).value(), "golden.json").value();
    const Tokenizer tokenizer = Tokenizer::load(folder / "tokenizer.json").value();
    EXPECT_EQ(tokenizer.vocabularySize(), 512);
    EXPECT_EQ(tokenizer.startToken(), 1);
    const std::string text = golden.stringAt("text").value();
    const Tokens tokens = tokenizer.encode(text).value();
    EXPECT_EQ(tokens.ids(), idsOf(*golden.find("ids")));
    EXPECT_EQ(brokenLaw(tokens, Coverage::Whole, ByteLaw::Free), std::nullopt);
    EXPECT_EQ(tokenizer.decode(tokens.ids()), text);
}

}   // namespace
}   // namespace core::test
