#include "core/attention/head_rows.h"

#include <cassert>

#include "core/base/parallel.h"

namespace core {

HeadRows HeadRows::appended(const float* rows, Index n, Index stride, const std::stop_token& stop) const
{
    assert(n >= 0 && (n == 0 || stride >= m_heads * m_width));
    HeadRows result = *this;
    if (n == 0) return result;
    result.m_rows = m_rows + n;
    result.m_blocks.resize(std::size_t(ceilDiv(result.m_rows, kBlockRows)));
    const std::size_t blockSize = std::size_t(m_heads * kBlockRows * m_width);
    const Index first = m_rows / kBlockRows;
    const auto write = [&](Index added) {
        const Index block = first + added;
        // Rows after the last one stay unwritten: a short text touches only the memory pages that it fills.
        std::shared_ptr<float[]> data(new float[blockSize]);
        // Rows of this block that exist already: the last partial block is copied, because others may share it.
        const Index kept = std::clamp(m_rows - block * kBlockRows, Index(0), kBlockRows);
        const Index valid = result.rowsInBlock(block);
        const float* source = rows + (block * kBlockRows + kept - m_rows) * stride;
        for (Index head = 0; head < m_heads; ++head) {
            float* to = data.get() + head * kBlockRows * m_width;
            if (kept > 0) std::copy_n(panel(head, block), kept * m_width, to);
            for (Index row = kept; row < valid; ++row) std::copy_n(source + (row - kept) * stride + head * m_width, m_width, to + row * m_width);
        }
        result.m_blocks[std::size_t(block)] = std::move(data);
    };
    parallelFor(result.blocks() - first, write, stop);
    return result;
}

HeadRows HeadRows::truncated(Index rows) const
{
    assert(0 <= rows && rows <= m_rows);
    HeadRows result = *this;
    result.m_rows = rows;
    result.m_blocks.resize(std::size_t(ceilDiv(rows, kBlockRows)));
    return result;
}

RowMatrix HeadRows::copy(Index head, Span rows) const
{
    assert(0 <= head && head < m_heads && 0 <= rows.begin && rows.begin <= rows.end && rows.end <= m_rows);
    RowMatrix result(rows.size(), m_width);
    for (Index i = 0; i < rows.size(); ++i) std::copy_n(row(head, rows.begin + i), m_width, result.data() + i * m_width);
    return result;
}

bool HeadRows::sharesBlock(const HeadRows& other, Index block) const
{
    return block < blocks() && block < other.blocks() && m_blocks[std::size_t(block)] == other.m_blocks[std::size_t(block)];
}

}   // namespace core
