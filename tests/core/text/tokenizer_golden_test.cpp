// Equal to Hugging Face's tokenizers: committed vectors (tests/golden/make_tokenizer_golden.py).
#include <gtest/gtest.h>

#include "tests/core/text/golden_ids.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

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

}   // namespace
}   // namespace core::test
