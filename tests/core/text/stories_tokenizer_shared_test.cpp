#include <filesystem>

#include <gtest/gtest.h>

#include "tests/core/text/golden_ids.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

TEST(TokenizerGoldenReal, Stories260K)
{
    const std::filesystem::path folder = std::filesystem::path(FOVEA_SHARED_DIR) / "fixtures" / "stories260K";
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
