#include <filesystem>

#include <gtest/gtest.h>

#include "core/training/corpus.h"

namespace core {
namespace {

TEST(SharedCorpus, HoldsOutAFewWorksOfEverySource)
{
    const std::filesystem::path folder = std::filesystem::path(FOVEA_SHARED_DIR) / "corpus";
    const auto corpus = Corpus::read(folder);
    ASSERT_TRUE(corpus) << corpus.error().what;
    for (Index source = 0; source < Index(corpus->sources.size()); ++source) {
        const auto bytes = [&](const std::vector<Document>& documents) {
            std::size_t sum = 0;
            for (const Document& document : documents) sum += document.source == source ? document.text.size() : 0;
            return double(sum);
        };
        const double share = bytes(corpus->validation) / (bytes(corpus->validation) + bytes(corpus->train));
        EXPECT_GT(share, 0.005) << corpus->sources[std::size_t(source)];
        EXPECT_LE(share, 0.05) << corpus->sources[std::size_t(source)];
    }
}

}   // namespace
}   // namespace core
