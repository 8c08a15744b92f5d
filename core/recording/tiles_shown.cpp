// The tiles that a kernel would touch for a pattern, as a map.
#include <algorithm>

#include "core/base/unique_id.h"
#include "core/recording/class_map.h"

namespace core {

namespace {

// The rows of one panel of tiles.
struct Panel {
    Span rows;
    std::vector<KeyRuns> runs;   // of each row

    [[nodiscard]] static Panel of(const BlockLayout& layout, Index edge, Index number)
    {
        Panel panel{.rows = intersectionOf({number * edge, (number + 1) * edge}, {0, layout.queries()}), .runs = {}};
        for (Index row = panel.rows.begin; row < panel.rows.end; ++row) panel.runs.push_back(layout.row(row));
        return panel;
    }
    // Allowed pairs of each tile from `columns.begin` on.
    [[nodiscard]] std::vector<Index> pairsOf(Index edge, Span columns) const
    {
        std::vector<Index> pairs(std::size_t(columns.size()), 0);
        for (const KeyRuns& row : runs)
            for (const Span& run : row)
                for (Index column = std::max(columns.begin, run.begin / edge); column < columns.end && column * edge < run.end; ++column)
                    pairs[std::size_t(column - columns.begin)] += intersectionOf(run, {column * edge, (column + 1) * edge}).size();
        return pairs;
    }
};

class TileMap final : public AttentionMap {
public:
    // touched: the keys of touched tiles, for each panel.
    TileMap(LayoutPtr layout, Index edge, std::vector<KeyRuns> touched) : m_layout(std::move(layout)), m_edge(edge), m_touched(std::move(touched)) {}

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    [[nodiscard]] MatrixKind kind() const override { return MatrixKind::ExactlySparse; }
    [[nodiscard]] Index queries() const override { return m_layout->queries(); }
    [[nodiscard]] Index keys() const override { return m_layout->keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return countWithin(touched(query / m_edge), {key, key + 1}) > 0; }
    [[nodiscard]] KeyRuns allowedKeys(Index query) const override { return touched(query / m_edge); }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override
    {
        rows = intersectionOf(rows, {0, queries()});
        keys = intersectionOf(keys, {0, this->keys()});
        Index cells = 0;
        for (Index panel = rows.begin / m_edge; panel * m_edge < rows.end; ++panel)
            cells += intersectionOf(rows, {panel * m_edge, (panel + 1) * m_edge}).size() * countWithin(touched(panel), keys);
        return cells;
    }
    void weights(Span rows, Span keys, float* out) const override
    {
        std::fill_n(out, rows.size() * keys.size(), 0.0f);
        if (rows.empty() || keys.empty()) return;
        for (Index number = rows.begin / m_edge; number * m_edge < rows.end; ++number) {
            const Panel panel = Panel::of(*m_layout, m_edge, number);
            const Span columns{keys.begin / m_edge, (keys.end - 1) / m_edge + 1};
            const std::vector<Index> pairs = panel.pairsOf(m_edge, columns);
            for (Index column = columns.begin; column < columns.end; ++column)
                if (const Index count = pairs[std::size_t(column - columns.begin)]; count > 0) mark(panel, column, count, rows, keys, out);
        }
    }

private:
    [[nodiscard]] const KeyRuns& touched(Index panel) const { return m_touched[std::size_t(panel)]; }

    void mark(const Panel& panel, Index column, Index pairs, Span rows, Span keys, float* out) const
    {
        const Span whole = intersectionOf({column * m_edge, (column + 1) * m_edge}, {0, this->keys()}), seen = intersectionOf(whole, keys);
        const bool isFull = pairs == whole.size() * panel.rows.size();
        const Span lines = intersectionOf(panel.rows, rows);
        for (Index i = lines.begin; i < lines.end; ++i) {
            float* line = out + (i - rows.begin) * keys.size() - keys.begin;
            std::fill(line + seen.begin, line + seen.end, valueOfClass(int(isFull ? TileCell::Full : TileCell::Wasted)));
            if (isFull) continue;
            for (const Span& run : panel.runs[std::size_t(i - panel.rows.begin)]) {
                const Span useful = intersectionOf(run, seen);
                std::fill(line + useful.begin, line + useful.end, valueOfClass(int(TileCell::Useful)));
            }
        }
    }

    std::uint64_t m_id = nextUniqueId();
    LayoutPtr m_layout;
    Index m_edge;
    std::vector<KeyRuns> m_touched;
};

}   // namespace

TileAt tileAt(const BlockLayout& layout, Index edge, Index query, Index key)
{
    TileAt tile{.rows = intersectionOf({query / edge * edge, (query / edge + 1) * edge}, {0, layout.queries()}),
                .keys = intersectionOf({key / edge * edge, (key / edge + 1) * edge}, {0, layout.keys()})};
    tile.pairs = layout.pairsIn(tile.rows, tile.keys);
    return tile;
}

Result<TilesShown> tilesOf(const LayoutPtr& layout, Index edge, const std::stop_token& stop)
{
    const Span columns{0, ceilDiv(layout->keys(), edge)};
    const Index panels = ceilDiv(layout->queries(), edge);
    TilesShown shown{.counts = {.all = panels * columns.end, .edge = edge}, .map = nullptr};
    std::vector<KeyRuns> touched{std::size_t(panels), KeyRuns()};
    for (Index number = 0; number < panels; ++number) {
        if (stop.stop_requested()) return cancelled();
        const Panel panel = Panel::of(*layout, edge, number);
        const std::vector<Index> pairs = panel.pairsOf(edge, columns);
        for (Index column = 0; column < columns.end; ++column) {
            const Index count = pairs[std::size_t(column)], width = std::min(edge, layout->keys() - column * edge);
            shown.counts.pairs += count;
            if (count == 0) continue;
            ++(count == width * panel.rows.size() ? shown.counts.full : shown.counts.partial);
            appendRun(touched[std::size_t(number)], {column * edge, column * edge + width});
        }
    }
    shown.map = std::make_shared<const TileMap>(layout, edge, std::move(touched));
    return shown;
}

}   // namespace core
