#include "ui/views/compare/pattern_painter.h"

#include <cstdlib>

#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/plot/place_keys.h"

namespace ui {

using core::Index;

std::optional<core::CellBlock> touched(const Brush& brush, Pair cell, Index tokens)
{
    const Index size = brush.size, before = (size - 1) / 2;
    const core::Span rows{cell.query - before, cell.query - before + size};
    core::CellBlock block;
    switch (brush.shape) {
    case BrushShape::Cell:
        block = {rows, {cell.key - before, cell.key - before + size}};
        break;
    case BrushShape::Row:
        block = {rows, {0, tokens}};
        break;
    case BrushShape::Block:
        block = {{cell.query / size * size, cell.query / size * size + size}, {cell.key / size * size, cell.key / size * size + size}};
    }
    block.queries = intersectionOf(block.queries, {0, tokens});
    block.keys = intersectionOf(block.keys, {0, block.queries.end});   // no row of it has later keys
    if (block.queries.empty() || block.keys.empty()) return std::nullopt;
    return block;
}

void PatternPainter::watch(AttentionView* picture)
{
    m_pictures.append(picture);
    picture->installEventFilter(this);
}

void PatternPainter::setBrush(const Brush& brush)
{
    m_brush = brush;
    m_start.reset();
    for (AttentionView* picture : m_pictures) {
        brush.mode == BrushMode::None ? picture->unsetCursor() : picture->setCursor(Qt::CrossCursor);
        picture->setClickHint(brush.mode == BrushMode::None    ? QString()
                              : brush.mode == BrushMode::Allow ? tr("click to allow it")
                                                               : tr("click to take it away"));
    }
}

bool PatternPainter::eventFilter(QObject* watched, QEvent* event)
{
    auto* picture = qobject_cast<AttentionView*>(watched);
    if (!picture || m_brush.mode == BrushMode::None) return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return press(*picture, *static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        showCursor(*picture, picture->geometryOfCells().cellAt(static_cast<QMouseEvent*>(event)->position()));
        move(*picture, *static_cast<QMouseEvent*>(event));
        return false;   // the picture looks at the cell as ever
    case QEvent::MouseButtonRelease:
        return static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton && std::exchange(m_start, std::nullopt).has_value();
    case QEvent::KeyPress: {
        const std::optional<Pair>& peek = picture->scene().selection.peek;
        if (!peek || useOf(*static_cast<QKeyEvent*>(event), pictureKeys()) != PictureKey::Pin) return false;
        paintAt(*peek, picture->geometryOfCells().queries);
        return true;
    }
    default:
        return false;
    }
}

bool PatternPainter::press(const AttentionView& picture, const QMouseEvent& event)
{
    const std::optional<Pair> cell = picture.geometryOfCells().cellAt(event.position());
    if (event.button() != Qt::LeftButton || !cell) return false;
    m_start = m_last = cell;
    m_along = Along::Anywhere;
    paintAt(*cell, picture.geometryOfCells().queries);
    return true;
}

void PatternPainter::move(const AttentionView& picture, const QMouseEvent& event)
{
    if (!m_start) return;
    std::optional<Pair> cell = picture.geometryOfCells().cellAt(event.position());
    if (cell && event.modifiers() & Qt::ShiftModifier) cell = held(*cell);
    if (cell && cell != m_last) paintTo(*cell, picture.geometryOfCells().queries);
}

// A stroke stays on the row, the column or the diagonal that it took first.
Pair PatternPainter::held(Pair cell)
{
    const Index down = cell.query - m_start->query, right = cell.key - m_start->key;
    if (m_along == Along::Anywhere && (down != 0 || right != 0))
        m_along = std::abs(down) == std::abs(right) ? Along::Diagonal : std::abs(down) > std::abs(right) ? Along::Column : Along::Row;
    if (m_along == Along::Row) return {m_start->query, cell.key};
    if (m_along == Along::Column) return {cell.query, m_start->key};
    return {cell.query, m_start->key + down};
}

// Every cell on the way: a fast hand leaves no gaps.
void PatternPainter::paintTo(Pair cell, Index tokens)
{
    const Pair from = *std::exchange(m_last, cell);
    const Index steps = std::max(std::abs(cell.query - from.query), std::abs(cell.key - from.key));
    core::CellBlocks cells;
    for (Index step = 1; step <= steps; ++step) {
        const Pair at{from.query + (cell.query - from.query) * step / steps, from.key + (cell.key - from.key) * step / steps};
        const std::optional<core::CellBlock> block = touched(m_brush, at, tokens);
        if (block && (cells.empty() || !(cells.back() == *block))) cells.push_back(*block);
    }
    if (!cells.empty()) paint(cells, true);
}

void PatternPainter::paintAt(Pair cell, Index tokens)
{
    if (const std::optional<core::CellBlock> block = touched(m_brush, cell, tokens)) return paint({*block}, false);
    paint({}, false);   // what follows is a stroke of its own
    Q_EMIT refused(tr("Query %1 cannot see token %2, which follows it: nothing to paint there.").arg(cell.query).arg(cell.key));
}

void PatternPainter::paint(const core::CellBlocks& cells, bool continues)
{
    Q_EMIT painted(cells, m_brush.mode == BrushMode::Allow ? core::Stroke::Paint : core::Stroke::Erase, continues);
}

void PatternPainter::showCursor(AttentionView& picture, std::optional<Pair> cell) const
{
    const bool isFuture = cell && !touched(m_brush, *cell, picture.geometryOfCells().queries);
    const Qt::CursorShape shape = isFuture ? Qt::ForbiddenCursor : Qt::CrossCursor;
    if (picture.cursor().shape() != shape) picture.setCursor(shape);
}

}   // namespace ui
