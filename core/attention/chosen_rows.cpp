#include "core/attention/chosen_rows.h"

#include <algorithm>
#include <cassert>

namespace core {

void ChosenRows::Block::append(const KeyRuns& row)
{
    assert(rows() < kBlockRows);
    for (const Span& run : row) m_runs.push_back({std::uint32_t(run.begin), std::uint32_t(run.end)});
    m_ends.push_back(m_runs.size());
}

ChosenRows::ChosenRows(std::vector<BlockPtr> blocks) : m_blocks(std::move(blocks))
{
    for (const BlockPtr& block : m_blocks) m_rows += block->rows();
    assert(ceilDiv(m_rows, kBlockRows) == Index(m_blocks.size()));
}

KeyRuns ChosenRows::row(Index row) const
{
    const Block& block = *m_blocks[std::size_t(row / kBlockRows)];
    KeyRuns runs;
    const Block::Run* const end = block.last(row % kBlockRows);
    for (const Block::Run* run = block.first(row % kBlockRows); run != end; ++run) runs.push_back({Index(run->begin), Index(run->end)});
    return runs;
}

Index ChosenRows::count(Index row) const
{
    const Block& block = *m_blocks[std::size_t(row / kBlockRows)];
    Index count = 0;
    const Block::Run* const end = block.last(row % kBlockRows);
    for (const Block::Run* run = block.first(row % kBlockRows); run != end; ++run) count += Index(run->end - run->begin);
    return count;
}

bool ChosenRows::contains(Index row, Index key) const
{
    const Block& block = *m_blocks[std::size_t(row / kBlockRows)];
    const Block::Run* const end = block.last(row % kBlockRows);
    const auto ends = [](Index j, const Block::Run& run) { return j < Index(run.end); };
    const Block::Run* const run = std::upper_bound(block.first(row % kBlockRows), end, key, ends);
    return run != end && Index(run->begin) <= key;
}

std::int64_t ChosenRows::bytes() const
{
    std::int64_t total = 0;
    for (const BlockPtr& block : m_blocks) total += block->bytes();
    return total;
}

}   // namespace core
