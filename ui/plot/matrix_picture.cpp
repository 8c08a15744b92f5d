#include "ui/plot/matrix_picture.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ui {

namespace {

using core::Index;
using core::Span;

// Whether the larger of two codes is the stronger one, which saves looking.
bool growsWithCode(MapName name) { return name == MapName::Weight; }

void keepStronger(CellCode* held, const CellCode* codes, int count, MapName name)
{
    if (growsWithCode(name))
        for (int i = 0; i < count; ++i) held[i] = std::max(held[i], codes[i]);
    else
        for (int i = 0; i < count; ++i) held[i] = strongerCode(held[i], codes[i], name);
}

CellCode strongestOf(const CellCode* codes, Index count, MapName name)
{
    CellCode strongest = kAbsentCode;
    if (growsWithCode(name))
        for (Index i = 0; i < count; ++i) strongest = std::max(strongest, codes[i]);
    else
        for (Index i = 0; i < count; ++i) strongest = strongerCode(strongest, codes[i], name);
    return strongest;
}

// Reduces level cells to device pixels: columns of one level row first, then rows, so that each cell is read once.
class Composer {
public:
    Composer(const core::MapPtr& map, Index level, const WeightScale& scale, TileStore& tiles, const PixelCells& across, int width) :
        m_map(map), m_level(level), m_scale(scale), m_tiles(tiles), m_name(mapNameOf(*map)), m_width(width)
    {
        for (int x = 0; x < width; ++x) m_columns.push_back(across.at(x));
        const auto inside = [](Span cells) { return !cells.empty(); };
        const auto first = std::find_if(m_columns.begin(), m_columns.end(), inside);
        const auto last = std::find_if(m_columns.rbegin(), m_columns.rend(), inside);
        if (first != m_columns.end()) m_cells = {first->begin, last->end};
    }

    void reduce(Span levelRows, CellCode* out)
    {
        std::fill(out, out + m_width, kAbsentCode);
        for (Index row = levelRows.begin; row < levelRows.end; ++row) keepStronger(out, reducedRow(row).data(), m_width, m_name);
    }
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] Index coarsest() const { return m_coarsest; }   // levels above the picture's own that anything was taken from

private:
    const std::vector<CellCode>& reducedRow(Index row)
    {
        if (row == m_row) return m_reduced;   // many pixels to a row when magnified; shared border rows when not
        m_row = row;
        fetch(row);
        m_reduced.resize(std::size_t(m_width));
        for (std::size_t x = 0; x < m_reduced.size(); ++x) {
            const Span cells = m_columns[x];   // empty outside the matrix
            m_reduced[x] = cells.empty() ? kAbsentCode : strongestOf(m_line.data() + (cells.begin - m_cells.begin), cells.size(), m_name);
        }
        return m_reduced;
    }

    // The visible codes of one level row, copied together from the tiles it crosses.
    void fetch(Index row)
    {
        if (row / core::kTileCells != m_tileRow) findTiles(row / core::kTileCells);
        m_line.assign(std::size_t(m_cells.size()), kPendingCode);
        for (Index begin = m_cells.begin; begin < m_cells.end;) {
            const Index column = begin / core::kTileCells, end = std::min(m_cells.end, (column + 1) * core::kTileCells);
            const Piece& piece = m_pieces[std::size_t(column - m_cells.begin / core::kTileCells)];
            if (piece.tile) {
                const CellCode* codes = piece.tile->codes.data() + ((row >> piece.levels) % core::kTileCells) * piece.tile->width;
                CellCode* line = m_line.data() + (begin - m_cells.begin);
                if (piece.levels == 0)
                    std::copy_n(codes + begin % core::kTileCells, end - begin, line);
                else
                    for (Index c = begin; c < end; ++c) line[c - begin] = codes[(c >> piece.levels) % core::kTileCells];
            }
            begin = end;
        }
    }

    void findTiles(Index tileRow)
    {
        m_tileRow = tileRow;
        m_pieces.clear();
        for (Index column = m_cells.begin / core::kTileCells; column * core::kTileCells < m_cells.end; ++column) {
            Piece piece{.tile = m_tiles.codes(m_map, m_level, tileRow, column, m_scale), .levels = 0};
            if (!piece.tile) {
                m_complete = false;
                piece = m_tiles.coarser(m_map, m_level, tileRow, column, m_scale);
            }
            if (piece.tile) m_coarsest = std::max(m_coarsest, piece.levels);
            m_pieces.push_back(std::move(piece));
        }
    }

    using Piece = TileStore::Coarser;   // levels 0: the tile itself

    const core::MapPtr& m_map;
    Index m_level;
    const WeightScale& m_scale;
    TileStore& m_tiles;
    MapName m_name;
    int m_width;
    std::vector<Span> m_columns;   // level cells of each pixel column
    Span m_cells;                  // level cells on show
    Index m_tileRow = -1;
    std::vector<Piece> m_pieces;       // of m_tileRow, one for each tile column on show
    std::vector<CellCode> m_line;      // [m_cells.size()]
    std::vector<CellCode> m_reduced;   // [m_width], of level row m_row
    Index m_row = -1;
    Index m_coarsest = 0;
    bool m_complete = true;
};

// Rectangles of the pixels of one code inside the matrix; equal runs of consecutive rows become one rectangle.
std::vector<QRectF> areasOf(CellCode code, const MatrixPicture& picture, const std::vector<bool>& rowInside, Span columnsInside)
{
    std::vector<QRectF> areas;
    std::map<std::pair<Index, Index>, int> open;   // run of pixels → first row it was seen in
    const double pixel = 1.0 / picture.ratio;
    for (int y = 0; y <= picture.height; ++y) {
        std::map<std::pair<Index, Index>, int> next;
        if (y < picture.height && rowInside[std::size_t(y)]) {
            const CellCode* row = picture.codes.data() + std::ptrdiff_t(y) * picture.width;
            for (Index x = columnsInside.begin; x < columnsInside.end; ++x) {
                if (row[x] != code) continue;
                const Index begin = x;
                while (x < columnsInside.end && row[x] == code) ++x;
                const auto known = open.find({begin, x});
                next[{begin, x}] = known == open.end() ? y : known->second;
            }
        }
        for (const auto& [run, top] : open)
            if (!next.contains(run))
                areas.emplace_back(picture.plot.left() + double(run.first) * pixel, picture.plot.top() + top * pixel,
                                   double(run.second - run.first) * pixel, (y - top) * pixel);
        open = std::move(next);
    }
    return areas;
}

// Tiles that a number of pixels touches, at most.
Index tilesAlong(const PixelCells& cells, int pixels) { return Index(std::ceil(cells.perPixel * pixels)) / core::kTileCells + 2; }

// Pixels where the next cell begins: the last `line` pixels of every cell.
std::vector<bool> gapPixels(const PixelCells& cells, int count, int line)
{
    std::vector<bool> gaps(std::size_t(std::max(count, 0)));
    const auto cell = [&](int pixel) { return cells.at(pixel).empty() ? Index(-1) : cells.at(pixel).begin; };
    for (int i = 0; i < count; ++i) gaps[std::size_t(i)] = cell(i) != cell(i + line);
    return gaps;
}

}   // namespace

MatrixPicture MatrixPicture::of(const core::MapPtr& map, const MatrixGeometry& geometry, double ratio, const WeightScale& scale, TileStore& tiles)
{
    MatrixPicture picture{.plot = geometry.plot, .ratio = ratio};
    picture.width = int(std::lround(geometry.plot.width() * ratio));
    picture.height = int(std::lround(geometry.plot.height() * ratio));
    if (!map || picture.width <= 0 || picture.height <= 0 || map->queries() == 0 || map->keys() == 0) return picture;

    const double perPixel = std::max(geometry.view.width() / picture.width, geometry.view.height() / picture.height);
    const Index level = levelFor(perPixel, map->levels());
    const double pool = double(Index(1) << level);
    const Index poolCells = Index(1) << level;
    const PixelCells across{geometry.view.left() / pool, geometry.view.width() / pool / picture.width, double(map->keys()) / pool};
    const PixelCells down{geometry.view.top() / pool, geometry.view.height() / pool / picture.height, double(map->queries()) / pool};

    tiles.makeRoomFor(tilesAlong(across, picture.width) * tilesAlong(down, picture.height));
    picture.codes.resize(std::size_t(picture.width) * std::size_t(picture.height));
    Composer composer(map, level, scale, tiles, across, picture.width);
    std::vector<bool> rowInside(std::size_t(picture.height));
    Index widest = 1;
    for (int y = 0; y < picture.height; ++y) {
        const Span rows = down.at(y);
        rowInside[std::size_t(y)] = !rows.empty();
        widest = std::max(widest, rows.size());
        CellCode* line = picture.codes.data() + std::ptrdiff_t(y) * picture.width;
        composer.reduce(rows, line);
        if (std::find(line, line + picture.width, kErrorCode) != line + picture.width) picture.broken.push_back(y);
    }
    picture.complete = composer.complete();
    picture.pooled = std::max(widest * poolCells, poolCells << composer.coarsest());
    Span columns{picture.width, 0};
    for (int x = 0; x < picture.width; ++x)
        if (!across.at(x).empty()) columns = {std::min<Index>(columns.begin, x), x + 1};
    picture.absent = areasOf(kAbsentCode, picture, rowInside, columns);
    if (!picture.complete) picture.pending = areasOf(kPendingCode, picture, rowInside, columns);
    return picture;
}

QImage MatrixPicture::image(const MatrixGeometry& geometry, const ColorMap& map, QRgb gap) const
{
    std::vector<QRgb> colors(kPendingCode + 1, 0u);
    std::copy(map.entries().begin(), map.entries().end(), colors.begin() + kFirstCode);
    colors[kErrorCode] = map.errorColor();

    const bool apart = std::min(geometry.cellWidth(), geometry.cellHeight()) >= kGapFrom;
    const int line = apart ? std::max(1, int(std::lround(ratio))) : 0;
    const std::vector<bool> gapsX =
        gapPixels({geometry.view.left(), geometry.view.width() / std::max(width, 1), double(geometry.keys)}, width, line);
    const std::vector<bool> gapsY =
        gapPixels({geometry.view.top(), geometry.view.height() / std::max(height, 1), double(geometry.queries)}, height, line);
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < height; ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        const CellCode* row = codes.data() + std::ptrdiff_t(y) * width;
        for (int x = 0; x < width; ++x) {
            const bool onGap = row[x] != kAbsentCode && row[x] != kPendingCode && (gapsX[std::size_t(x)] || gapsY[std::size_t(y)]);
            out[x] = onGap ? gap : colors[row[x]];
        }
    }
    image.setDevicePixelRatio(ratio);
    return image;
}

}   // namespace ui
