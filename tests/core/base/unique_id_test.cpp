#include "core/base/unique_id.h"

#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/parallel.h"

namespace core {
namespace {

TEST(UniqueIds, DifferAlsoBetweenThreads)
{
    std::vector<std::uint64_t> ids(1000);
    parallelFor(1000, [&](Index i) { ids[std::size_t(i)] = nextUniqueId(); });
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), 1000u);
    EXPECT_EQ(std::set(ids.begin(), ids.end()).count(0), 0u) << "0 means that there is none";
}

}   // namespace
}   // namespace core
