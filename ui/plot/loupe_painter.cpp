#include "ui/plot/loupe_painter.h"

#include <algorithm>

#include <QFontMetricsF>

#include "ui/plot/cell_frames.h"

namespace ui {

namespace {

using core::Index;

constexpr int kRowLabels = 52;      // px for labels beside rows, at least
constexpr int kColumnLabels = 44;   // … and above columns
constexpr double kMargin = 6.0;     // around labels and cells
constexpr double kGap = 4.0;        // between labels and cells

}   // namespace

core::Span spanAround(Index position, Index cells, Index count)
{
    const Index size = std::min(cells, count), begin = std::clamp<Index>(position - size / 2, 0, count - size);
    return {begin, begin + size};
}

QSizeF LoupePainter::sizeOf(Index cells) const
{
    const double side = cellSize() * double(cells);
    return {side + m_scene.theme.scaled(kRowLabels) + kGap + 2 * kMargin, side + m_scene.theme.scaled(kColumnLabels) + kGap + 2 * kMargin};
}

bool LoupePainter::isInstant(Pair pair, Index cells) const
{
    core::Span rows = spanAround(pair.query, cells, m_scene.shown->queries()), keys = spanAround(pair.key, cells, m_scene.shown->keys());
    if (m_scene.words) rows = m_scene.words->tokensOf(rows), keys = m_scene.words->tokensOf(keys);
    return rows.size() * keys.size() * m_scene.tokens->workPerCell() <= kInstantWork;
}

MatrixGeometry LoupePainter::geometryIn(const QRectF& plate, Pair pair, Index cells) const
{
    const core::Span rows = spanAround(pair.query, cells, m_scene.shown->queries()), keys = spanAround(pair.key, cells, m_scene.shown->keys());
    const QSizeF size = QSizeF(double(keys.size()), double(rows.size())) * cellSize();
    const QPointF corner = plate.bottomRight() - QPointF(kMargin, kMargin) - QPointF(size.width(), size.height());
    return {.plot = QRectF(corner, size),
            .view = QRectF(double(keys.begin), double(rows.begin), double(keys.size()), double(rows.size())),
            .queries = m_scene.shown->queries(),
            .keys = m_scene.shown->keys()};
}

// The pointer moves within a cell, too.
const CellBlock& LoupePainter::blockOf(const MatrixGeometry& geometry)
{
    const core::Span rows = geometry.visibleRows(), keys = geometry.visibleKeys();
    if (m_map != m_scene.shown->id() || m_block.rows != rows || m_block.keys != keys) m_block = CellBlock::of(*m_scene.shown, rows, keys);
    m_map = m_scene.shown->id();
    return m_block;
}

void LoupePainter::paint(QPainter& painter, const QRectF& plate, Pair pair, Index cells)
{
    const MatrixGeometry geometry = geometryIn(plate, pair, cells);
    const CellBlock& block = blockOf(geometry);
    std::vector<QRectF> absent;
    for (Index i = block.rows.begin; i < block.rows.end; ++i)
        for (Index j = block.keys.begin; j < block.keys.end; ++j)
            if (!block.at({i, j}).allowed) absent.push_back(geometry.rectOf({i, j}));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_scene.theme.surface);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(geometry.plot, m_scene.theme.surface2);
    paintCells(painter, m_scene, geometry, block);
    paintAbsent(painter, m_scene, geometry, absent);
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintLabels(painter, geometry, plate, pair);
    if (const auto& pin = m_scene.selection.pin; pin && *pin != pair && block.rows.contains(pin->query) && block.keys.contains(pin->key))
        paintPinFrame(painter, geometry.rectOf(*pin), m_scene.theme);
    paintPeekFrame(painter, geometry.rectOf(pair), m_scene.theme);
    painter.restore();
}

// Those of the pair that is looked at have the colours of their roles.
void LoupePainter::paintLabels(QPainter& painter, const MatrixGeometry& geometry, const QRectF& plate, Pair pair) const
{
    const Theme& theme = m_scene.theme;
    const auto draw = [&](Index at, bool marked, const QColor& role, const QRectF& place, Qt::Alignment side) {
        painter.setFont(marked ? theme.strongFont(TextStyle::Caption) : theme.font(TextStyle::Caption));
        painter.setPen(marked ? role : theme.text2);
        const QString text = QFontMetricsF(painter.font()).elidedText(m_scene.labels.text(at), Qt::ElideRight, place.width());
        painter.drawText(place, int(side | Qt::AlignVCenter | Qt::TextDontClip), text);
    };
    const QRectF cells = geometry.plot;
    const core::Span rows = geometry.visibleRows(), keys = geometry.visibleKeys();
    const double left = plate.left() + kMargin, half = cellSize() / 2;
    for (Index i = rows.begin; i < rows.end; ++i)
        draw(i, i == pair.query, theme.query, {left, geometry.rowCentre(i) - half, cells.left() - kGap - left, cellSize()}, Qt::AlignRight);
    for (Index j = keys.begin; j < keys.end; ++j) {
        painter.save();
        painter.translate(geometry.columnCentre(j), cells.top() - kGap);
        painter.rotate(-90);   // reads upwards from its column
        draw(j, j == pair.key, theme.key, {0, -half, double(theme.scaled(kColumnLabels)), cellSize()}, Qt::AlignLeft);
        painter.restore();
    }
}

}   // namespace ui
