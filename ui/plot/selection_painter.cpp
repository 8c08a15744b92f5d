#include "ui/plot/selection_painter.h"

#include <algorithm>
#include <cmath>

#include <QPaintEngine>

#include "ui/plot/cell_frames.h"
#include "ui/plot/color_bar.h"
#include "ui/plot/hatch.h"
#include "ui/plot/link_painter.h"
#include "ui/plot/row_chart.h"
#include "ui/plot/scene_text.h"

namespace ui {

namespace {

using core::Index;

constexpr double kPinnedWidth = 10.0, kPeekedWidth = 6.0;   // px of a link whose weight is 1
constexpr double kSmallestMark = 5.0;                       // px: marks of cells smaller than this stay findable

QRectF atLeast(QRectF rect, double side)
{
    const double x = std::max(0.0, side - rect.width()) / 2, y = std::max(0.0, side - rect.height()) / 2;
    return rect.adjusted(-x, -y, x, y);
}

// The part of a cell inside the picture, which zooming may have cut: frames stay inside, too. Where its row alone is seen, that row's height.
QRectF seenOf(const MatrixGeometry& g, Pair pair)
{
    const QRectF cell = g.rectOf(pair), plot = g.plot;
    const auto x = [&](double at) { return std::clamp(at, plot.left(), plot.right()); };
    const auto y = [&](double at) { return std::clamp(at, plot.top(), plot.bottom()); };
    return {QPointF(x(cell.left()), y(cell.top())), QPointF(x(cell.right()), y(cell.bottom()))};
}

}   // namespace

const SelectionPainter::Row& SelectionPainter::rowOf(Index query, Row& held) const
{
    if (held.map != m_scene.shown->id() || held.query != query) held = {m_scene.shown->id(), query, m_scene.shown->row(query)};
    return held;
}

const QImage* SelectionPainter::chartHatch(const QPainter& painter)
{
    const QRect chart = m_scene.layout.chart;
    if (painter.paintEngine()->type() != QPaintEngine::Raster || chart.isEmpty()) return nullptr;
    const double ratio = painter.device()->devicePixelRatioF();
    if (m_hatch.chart == chart && m_hatch.ratio == ratio && m_hatch.look == m_scene.theme.look) return &m_hatch.image;
    m_hatch = {chart, ratio, m_scene.theme.look, QImage((QSizeF(chart.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied)};
    m_hatch.image.setDevicePixelRatio(ratio);
    m_hatch.image.fill(Qt::transparent);
    QPainter drawing(&m_hatch.image);
    drawing.translate(-chart.topLeft());
    paintHatch(drawing, {QRectF(chart)}, HatchKind::Absent, m_scene.theme);
    return &m_hatch.image;
}

void SelectionPainter::paint(QPainter& painter)
{
    if (m_scene.isEmpty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const std::optional<Pair> pin = m_scene.selection.pin, peek = m_scene.selection.peek, focus = m_scene.focus();
    if (m_scene.showsLinks()) {
        painter.save();
        painter.setClipRect(QRectF(m_scene.layout.links), Qt::IntersectClip);
        if (pin && m_scene.holds(*pin)) paintPinnedLinks(painter, *pin);
        if (peek && m_scene.holds(*peek) && peek != pin) paintPeekedLinks(painter, *peek);
        painter.restore();
    }
    paintMarks(painter);
    if (m_scene.showsMatrix()) {
        paintSpans(painter);
        if (pin && m_scene.holds(*pin)) paintPin(painter, *pin);
        if (peek && m_scene.holds(*peek)) {
            if (peek != pin) paintPeek(painter, *peek);
            const core::Cell cell = m_scene.shown->cell(peek->query, peek->key);
            if (cell.allowed && !m_scene.hasClasses()) paintBarMarker(painter, double(cell.weight));
        }
        if (m_scene.marked) paintBarMarker(painter, *m_scene.marked);
        std::optional<ChartRow> row;
        if (focus) row = {.pair = *focus, .weights = rowOf(focus->query, m_focusRow).weights.data(), .hatch = chartHatch(painter)};
        paintRowChart(painter, m_scene, row);
    }
    painter.restore();
}

void SelectionPainter::paintMarks(QPainter& painter) const
{
    const auto mark = [&](Pair pair, const QColor& query, const QColor& key) {
        paintLabelMark(painter, m_scene, {LabelStrip::LinkKeys, pair.key, key});
        paintLabelMark(painter, m_scene, {LabelStrip::Queries, pair.query, query});
        paintLabelMark(painter, m_scene, {LabelStrip::Keys, pair.key, key});
    };
    const std::optional<Pair>&pin = m_scene.selection.pin, &peek = m_scene.selection.peek;
    if (peek && m_scene.holds(*peek)) mark(*peek, m_scene.theme.text1, m_scene.theme.text1);
    if (pin && m_scene.holds(*pin)) mark(*pin, m_scene.theme.query, m_scene.theme.key);
}

// What is selected along a ruler: a bar on the ruler and two lines across the matrix. The data's own colours are left alone.
void SelectionPainter::paintSpans(QPainter& painter) const
{
    const MatrixGeometry& g = m_scene.geometry;
    painter.save();
    painter.setClipRect(g.plot.united(m_scene.layout.queryLabels).united(m_scene.layout.keyLabels), Qt::IntersectClip);
    painter.setPen(QPen(m_scene.theme.ink, 1.0, Qt::DashLine));
    const core::Span rows = m_scene.selectedRows, keys = m_scene.selectedKeys;
    if (!rows.empty()) {
        const double top = std::max(g.yOf(double(rows.begin)), g.plot.top()), bottom = std::min(g.yOf(double(rows.end)), g.plot.bottom());
        painter.fillRect(QRectF(g.plot.left() - 3, top, 2, bottom - top), m_scene.theme.ink);
        for (const double y : {top, bottom}) painter.drawLine(QPointF(g.plot.left(), y), QPointF(g.plot.right(), y));
    }
    if (!keys.empty()) {
        const double left = std::max(g.xOf(double(keys.begin)), g.plot.left()), right = std::min(g.xOf(double(keys.end)), g.plot.right());
        painter.fillRect(QRectF(left, g.plot.top() - 3, right - left, 2), m_scene.theme.ink);
        for (const double x : {left, right}) painter.drawLine(QPointF(x, g.plot.top()), QPointF(x, g.plot.bottom()));
    }
    painter.restore();
}

void SelectionPainter::paintPin(QPainter& painter, Pair pin) const
{
    const QRectF plot = m_scene.geometry.plot, cell = seenOf(m_scene.geometry, pin);
    painter.setBrush(Qt::NoBrush);
    if (m_scene.geometry.visibleRows().contains(pin.query)) {
        painter.setPen(QPen(m_scene.theme.query, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(atLeast(QRectF(plot.left(), cell.top(), plot.width(), cell.height()), kSmallestMark).adjusted(-0.5, -0.5, -0.5, -0.5));
    }
    if (m_scene.geometry.visibleKeys().contains(pin.key)) {
        painter.setPen(QPen(m_scene.theme.key, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(atLeast(QRectF(cell.left(), plot.top(), cell.width(), plot.height()), kSmallestMark).adjusted(-0.5, -0.5, -0.5, -0.5));
    }
    if (!m_scene.geometry.shows(pin)) return;
    paintPinFrame(painter, atLeast(cell, kSmallestMark), m_scene.theme);
}

void SelectionPainter::paintPeek(QPainter& painter, Pair peek) const
{
    if (m_scene.geometry.shows(peek)) paintPeekFrame(painter, atLeast(seenOf(m_scene.geometry, peek), kSmallestMark), m_scene.theme);
}

void SelectionPainter::paintPinnedLinks(QPainter& painter, Pair pin)
{
    const LinkCurves curves = m_scene.curves();
    const Row& row = rowOf(pin.query, m_pinRow);
    std::vector<Link> links = linksOfRow(pin.query, row.weights.data(), row.weights.size(), m_scene.linkRule);
    std::reverse(links.begin(), links.end());
    if (m_scene.shown->allowed(pin.query, pin.key) && std::isfinite(row.weights[pin.key]))
        links.push_back({pin.query, pin.key, row.weights[pin.key]});   // always drawn, always on top
    paintLinkCurves(painter, curves, links, {.keyColor = m_scene.theme.key, .queryColor = m_scene.theme.query, .widthPerWeight = kPinnedWidth});
}

void SelectionPainter::paintPeekedLinks(QPainter& painter, Pair peek)
{
    const LinkCurves curves = m_scene.curves();
    const Row& row = rowOf(peek.query, m_focusRow);
    const std::vector<Link> links = linksOfRow(peek.query, row.weights.data(), row.weights.size(), m_scene.linkRule);
    paintLinkCurves(painter, curves, links,
                    {.keyColor = m_scene.theme.text2, .queryColor = m_scene.theme.text2, .opacity = 0.8, .widthPerWeight = kPeekedWidth});
    if (!m_scene.shown->allowed(peek.query, peek.key)) return;
    painter.setBrush(Qt::NoBrush);
    QPen pen(m_scene.theme.ink, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2.0, 1.33});
    painter.setPen(pen);
    painter.drawPath(curves.path({peek.query, peek.key, 0.0f}));
}

void SelectionPainter::paintBarMarker(QPainter& painter, double weight) const
{
    const ColorBarPlace place = colorBarOf(m_scene);
    if (!std::isfinite(weight) || place.bar.isEmpty()) return;
    const double x = place.xOf(m_scene.scale.place(weight), m_scene.colors().name()), y = place.bar.top() - 1;
    const QPointF triangle[] = {{x, y + 1}, {x - 4, y - 5}, {x + 4, y - 5}};
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_scene.theme.ink);
    painter.drawPolygon(triangle, 3);
}

QRegion SelectionPainter::regionOf(const Selection& selection) const
{
    QRegion region;
    if (m_scene.isEmpty()) return region;
    const auto add = [&](const QRectF& rect) { region += rect.toAlignedRect().adjusted(-4, -4, 4, 4); };
    const QRectF plot = m_scene.geometry.plot;
    for (const std::optional<Pair>& pair : {selection.pin, selection.peek}) {
        if (!pair || !m_scene.holds(*pair)) continue;
        for (const LabelStrip strip : {LabelStrip::LinkKeys, LabelStrip::Keys}) add(labelMarkRect(m_scene, strip, pair->key));
        add(labelMarkRect(m_scene, LabelStrip::Queries, pair->query));
        const QRectF cell = atLeast(m_scene.geometry.rectOf(*pair), kSmallestMark);
        add(cell.intersected(plot.adjusted(-4, -4, 4, 4)));
    }
    if (selection.pin && m_scene.holds(*selection.pin)) {
        const QRectF cell = atLeast(m_scene.geometry.rectOf(*selection.pin), kSmallestMark);
        add(QRectF(plot.left(), cell.top(), plot.width(), cell.height()));
        add(QRectF(cell.left(), plot.top(), cell.width(), plot.height()));
    }
    if (m_scene.showsLinks()) {
        for (const std::optional<Pair>& pair : {selection.pin, selection.peek})
            if (pair && m_scene.holds(*pair)) add(linksReach(pair->query));
    }
    if (selection.pin || selection.peek) {
        add(QRectF(m_scene.layout.chart).adjusted(-60, -m_scene.theme.scaled(20), m_scene.theme.scaled(80), 4));
        add(m_scene.layout.chartText);
        region += barRegion();
    }
    return region;
}

// Between the row and the first and the last key that it may look at, and half of the widest link beyond.
QRectF SelectionPainter::linksReach(Index query) const
{
    const QRectF links = m_scene.layout.links;
    Index first = query, last = query;
    for (const core::Span keys : m_scene.shown->allowedKeys(query)) {
        first = std::min(first, keys.begin);
        last = std::max(last, keys.end - 1);
    }
    const auto within = [&](double y) { return std::clamp(y, links.top(), links.bottom()); };
    const double top = within(m_scene.geometry.yOf(double(first)) - kPinnedWidth),
                 bottom = within(m_scene.geometry.yOf(double(last + 1)) + kPinnedWidth);
    return {links.left(), top, links.width(), bottom - top};
}

QRect SelectionPainter::barRegion() const
{
    const QRectF bar = colorBarOf(m_scene).bar;
    return bar.isEmpty() ? QRect() : bar.adjusted(-10, -12, 10, 6).toAlignedRect();
}

}   // namespace ui
