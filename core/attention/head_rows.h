// Rows of all heads of one tensor (q, k, v, outputs, lse) in immutable shared blocks of 256 rows: recordings share what an edit did not
// change, generation appends, long texts stream. Nothing here is ever N × N.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/shape.h"

namespace core {

inline constexpr Index kBlockRows = 256;

// [heads][rows][width]. A block holds, for each head, up to 256 consecutive rows: block layout [heads][256][width], row-major.
class HeadRows {
public:
    HeadRows() = default;
    HeadRows(Index heads, Index width) : m_heads(heads), m_width(width) {}

    [[nodiscard]] Index heads() const { return m_heads; }
    [[nodiscard]] Index rows() const { return m_rows; }
    [[nodiscard]] Index width() const { return m_width; }
    [[nodiscard]] Index blocks() const { return Index(m_blocks.size()); }
    [[nodiscard]] Index rowsInBlock(Index block) const { return std::min(kBlockRows, m_rows - block * kBlockRows); }

    // Consecutive rows of one head in one block, width() floats apart; rowsInBlock(block) of them are valid.
    [[nodiscard]] const float* panel(Index head, Index block) const { return m_blocks[std::size_t(block)].get() + head * kBlockRows * m_width; }
    [[nodiscard]] const float* row(Index head, Index row) const { return panel(head, row / kBlockRows) + (row % kBlockRows) * m_width; }

    // The same rows followed by n new ones. rows: [n][heads · width], head h in columns h·width … (as a projection writes them).
    // Full blocks are shared with *this; the last partial block is copied. Blocks are written in parallel; once `stop` is requested no further one
    // is, and the result means nothing.
    [[nodiscard]] HeadRows appended(const float* rows, Index n, Index stride, const std::stop_token& stop = {}) const;
    [[nodiscard]] HeadRows truncated(Index rows) const;          // the first `rows` rows; blocks are shared
    [[nodiscard]] RowMatrix copy(Index head, Span rows) const;   // [rows.size() × width]
    [[nodiscard]] bool sharesBlock(const HeadRows& other, Index block) const;   // for those who check what a recording promises to share
    [[nodiscard]] std::int64_t bytes() const { return std::int64_t(m_blocks.size()) * m_heads * kBlockRows * m_width * std::int64_t(sizeof(float)); }

private:
    Index m_heads = 0;
    Index m_width = 0;
    Index m_rows = 0;
    std::vector<std::shared_ptr<const float[]>> m_blocks;
};

}   // namespace core
