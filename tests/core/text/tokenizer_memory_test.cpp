// Memory that ends in the middle of the work: an error, never an exception.
#include <gtest/gtest.h>

#include "tests/core/base/failing_allocation.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

TEST(TokenizerMemory, EndingMemoryIsAnErrorOfEncodingAndDecoding)
{
    for (const char* name : {"byte_level_split", "sentencepiece"}) {
        const Tokenizer tokenizer = tokenizerOf(*goldenFile(name).find("tokenizer"));
        const std::vector<TokenId> ids = tokenizer.encode("The cat, a cat that saw the caf\u00e9 and said nothing").value().ids();
        EXPECT_GT(failEveryAllocation([&] { return tokenizer.encode("The cat, a cat that saw the caf\u00e9 and said nothing"); }), 10);
        EXPECT_GT(failEveryAllocation([&] { return tokenizer.fromIds(ids); }), 3);
        EXPECT_GT(failEveryAllocation([&] { return tokenizer.decode(ids); }), 0);
    }
}

TEST(TokenizerMemory, EndingMemoryIsAnErrorOfReadingAFile)
{
    const TemporaryFolder folder;
    const auto file = folder.write("tokenizer.json", byteLevelTokenizer().dump());
    EXPECT_GT(failEveryAllocation([&] { return Tokenizer::load(file); }, 7), 50);
}

// Every word allocates nothing that would tell, but every stretch that is normalised and every list that grows does.
TEST(TokenizerStops, WhereverItIs)
{
    std::string text;
    for (int i = 0; i < 100; ++i) text += "The Caf\u00e9 and a cat said nothing to anybody. ";
    for (const char* name : {"byte_level", "byte_level_split", "sentencepiece", "metaspace"}) {
        const Tokenizer tokenizer = tokenizerOf(*goldenFile(name).find("tokenizer"));
        EXPECT_GT(stopAtAllocations([&](const std::stop_token& stop) { return tokenizer.encode(text, stop); }, 41, 40), 1) << name;
    }
}

TEST(TokenizerStops, WhileItsFileIsRead)
{
    const TemporaryFolder folder;
    const auto file = folder.write("tokenizer.json", byteLevelTokenizer().dump());
    EXPECT_GT(stopAtAllocations([&](const std::stop_token& stop) { return Tokenizer::load(file, stop); }, 101, 5000), 5);
}

}   // namespace
}   // namespace core::test
