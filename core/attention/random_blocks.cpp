#include "core/attention/random_blocks.h"

#include <algorithm>

#include "core/base/random.h"

namespace core {

namespace {

// `draws` different numbers below `count`, ascending, each set as likely as any other (Floyd's method: Bentley & Floyd 1987).
std::vector<Index> drawn(Index seed, Index u, Index count, Index draws)
{
    Random random(hashOf(std::uint64_t(seed), std::uint64_t(u)));
    std::vector<Index> result;
    for (Index last = std::max(Index(0), count - draws); last < count; ++last) {
        const Index pick = random.below(last + 1);
        const auto place = std::ranges::lower_bound(result, pick);
        if (place != result.end() && *place == pick)
            result.push_back(last);   // larger than all before
        else
            result.insert(place, pick);
    }
    return result;
}

}   // namespace

std::vector<Index> randomBlocks(Index seed, Index u, Index draws) { return drawn(seed, u, u + 1, draws); }

std::vector<Index> bigbirdDraw(Index seed, Index u, Index blocks, Index draws)
{
    const Index low = std::max(Index(1), u - 1), high = std::min(blocks - 2, u + 1);   // not drawn: [low, high]
    std::vector<Index> result = drawn(seed, u, blocks - 2 - (high - low + 1), draws);
    for (Index& block : result) block += block + 1 < low ? 1 : 1 + (high - low + 1);
    return result;
}

}   // namespace core
