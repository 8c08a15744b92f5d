// ChosenRows: the allowed keys of every row where no formula gives them. Rows lie in immutable shared blocks of 256, as all rows of a recording do.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/attention/head_rows.h"
#include "core/attention/key_runs.h"

namespace core {

class ChosenRows {
public:
    // Up to 256 consecutive rows, appended in order.
    class Block {
    public:
        void append(const KeyRuns& row);
        [[nodiscard]] Index rows() const { return Index(m_ends.size()); }
        [[nodiscard]] std::int64_t bytes() const { return std::int64_t(m_ends.size() * sizeof(std::size_t) + m_runs.size() * sizeof(Run)); }

    private:
        friend class ChosenRows;
        struct Run {
            std::uint32_t begin, end;
        };
        [[nodiscard]] const Run* first(Index row) const { return m_runs.data() + (row == 0 ? 0 : m_ends[std::size_t(row) - 1]); }
        [[nodiscard]] const Run* last(Index row) const { return m_runs.data() + m_ends[std::size_t(row)]; }
        std::vector<std::size_t> m_ends;   // [rows], where each row's runs end
        std::vector<Run> m_runs;
    };
    using BlockPtr = std::shared_ptr<const Block>;

    ChosenRows() = default;
    explicit ChosenRows(std::vector<BlockPtr> blocks);   // all of them full, but for the last

    [[nodiscard]] Index rows() const { return m_rows; }
    [[nodiscard]] const std::vector<BlockPtr>& blocks() const { return m_blocks; }
    [[nodiscard]] KeyRuns row(Index row) const;
    [[nodiscard]] Index count(Index row) const;   // keys of a row
    [[nodiscard]] bool contains(Index row, Index key) const;
    [[nodiscard]] std::int64_t bytes() const;

private:
    std::vector<BlockPtr> m_blocks;
    Index m_rows = 0;
};

}   // namespace core
