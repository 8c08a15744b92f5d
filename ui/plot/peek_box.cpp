#include "ui/plot/peek_box.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <map>
#include <vector>

#include <QFontMetricsF>

namespace ui {

namespace {

using core::Index;

constexpr double kPointerGap = 16.0;   // px between pointer and box
constexpr double kEdge = 4.0;          // … and between box and the edges of the view
constexpr double kLine = 18.0;         // px of a line of text at text scale 1
constexpr double kHeadline = 28.0;     // … of the weight above a loupe
constexpr double kPlateGap = 6.0;      // above and below the cells
constexpr double kNarrowest = 208.0;   // px for the text around a loupe
constexpr double kMostHigh = 0.66;     // of the view's height: what is looked at stays in sight beside its loupe
constexpr double kRoomy = 0.5;         // … for more cells than are needed to see what surrounds one
constexpr double kQuiet = 0.75;        // opacity of what matters less
constexpr QMarginsF kPadding(12, 8, 12, 8);

// Odd, so that what is looked at stands in the middle; the largest that leaves room is taken.
constexpr std::array<Index, 6> kLoupeCells{15, 13, 11, 9, 7, 5};
constexpr Index kEnoughCells = 9;

double kept(double begin, double length, double from, double to) { return std::max(from, std::min(begin, to - length)); }

}   // namespace

QRectF placedBeside(const PeekPlace& place, QSizeF box, QSize view)
{
    const QRectF inside = QRectF(QPointF(0, 0), QSizeF(view)).adjusted(kEdge, kEdge, -kEdge, -kEdge), what = place.beside;
    const double right = what.right() + kPointerGap, left = what.left() - kPointerGap - box.width();
    const double below = what.bottom() + kPointerGap, above = what.top() - kPointerGap - box.height();
    const double anyX = kept(right, box.width(), inside.left(), inside.right()), anyY = kept(below, box.height(), inside.top(), inside.bottom());
    const QPointF corners[] = {{right, below}, {left, below}, {right, above}, {left, above},
                               {right, anyY},  {left, anyY},  {anyX, below},  {anyX, above}};
    for (const QPointF corner : corners) {
        const QRectF at(corner, box);
        if (inside.contains(at) && !(place.pointer && at.contains(*place.pointer))) return at;
    }
    return {QPointF(anyX, anyY), box};
}

// Rectangles of the parts, the box's corner at the origin.
struct PeekBox::Layout {
    struct Line {
        QRectF place;
        QString text;
        QFont font;
        double opacity = 1.0;
        int flags = 0;
    };
    QSizeF box;
    std::vector<Line> lines{};
    QRectF plate{};    // of the loupe
    Index cells = 0;   // along a side of the loupe; 0: there is none

    [[nodiscard]] double inner() const { return box.width() - kPadding.left() - kPadding.right(); }
    // Below what is there already, over the width of the box.
    void add(const QString& text, const QFont& font, double height, double opacity, int flags = 0)
    {
        lines.push_back({QRectF(kPadding.left(), box.height(), inner(), height), text, font, opacity, flags});
        box.rheight() += height;
    }
    void addElided(const QString& text, const QFont& font, double height, double opacity)
    {
        add(QFontMetricsF(font).elidedText(text, Qt::ElideRight, inner()), font, height, opacity);
    }
    void addWrapped(const QString& text, const QFont& font, double line, double opacity)
    {
        const QFontMetricsF metrics(font);
        const double height = metrics.boundingRect(QRectF(0, 0, inner(), 1e6), Qt::AlignLeft | Qt::TextWordWrap, text).height();
        add(text, font, line * std::max(std::round(height / metrics.lineSpacing()), 1.0), opacity, Qt::TextWordWrap);
    }
};

struct PeekBox::Held {
    PeekText text;
    QStringList notes;
    Look look{};
    std::map<Index, Layout> layouts{};   // by cells
};

PeekBox::Layout PeekBox::plain(const PeekText& text) const
{
    const QFont strong = m_scene.theme.font(TextStyle::Label, Face::Number), quiet = m_scene.theme.font(TextStyle::Caption);
    const QStringList lines = linesOf(text);
    double width = 0.0;
    for (const QString& line : lines) width = std::max(width, QFontMetricsF(strong).horizontalAdvance(line));
    Layout layout{.box = {width + kPadding.left() + kPadding.right(), kPadding.top()}};
    for (const QString& line : lines) {
        const bool first = layout.lines.empty();
        layout.add(line, first ? strong : quiet, m_scene.theme.scaled(kLine), first ? 1.0 : kQuiet);
    }
    layout.box.rheight() += kPadding.bottom();
    return layout;
}

const PeekBox::Layout& PeekBox::large(const PeekText& text, Index cells) const
{
    const QStringList notes = QStringList{loupeNote(m_scene)} + text.more;
    if (!m_held || m_held->text != text || m_held->notes != notes || m_held->look != m_scene.theme.look)
        m_held = std::make_shared<Held>(Held{text, notes, m_scene.theme.look});
    const auto found = m_held->layouts.find(cells);
    if (found != m_held->layouts.end()) return found->second;
    const Layout& layout = m_held->layouts.emplace(cells, measured(text, notes, cells)).first->second;
    assert(leastOf(text, cells).height() <= layout.box.height() && leastOf(text, cells).width() <= layout.box.width());
    return layout;
}

// What a large box takes at least: none of its texts wraps.
QSizeF PeekBox::leastOf(const PeekText& text, Index cells) const
{
    const Theme& theme = m_scene.theme;
    const QSizeF plate = m_loupe.sizeOf(cells);
    const qsizetype lines = (text.raw.isEmpty() ? 1 : 2) + text.more.size();
    const double high = theme.scaled(text.isWeight ? kHeadline : kLine) + double(lines) * theme.scaled(kLine) + plate.height() + 2 * kPlateGap;
    return {std::max(plate.width(), double(theme.scaled(kNarrowest))) + kPadding.left() + kPadding.right(),
            high + kPadding.top() + kPadding.bottom()};
}

PeekBox::Layout PeekBox::measured(const PeekText& text, const QStringList& notes, Index cells) const
{
    const Theme& theme = m_scene.theme;
    const QFont quiet = theme.font(TextStyle::Caption);
    const QSizeF least = m_loupe.sizeOf(cells);
    const double inner = std::max(least.width(), double(theme.scaled(kNarrowest))), line = theme.scaled(kLine);
    Layout layout{.box = {inner + kPadding.left() + kPadding.right(), kPadding.top()}, .cells = cells};
    if (text.isWeight)
        layout.add(text.weight, theme.strongFont(TextStyle::Headline, Face::Number), theme.scaled(kHeadline), 1.0);
    else
        layout.addWrapped(text.weight, theme.strongFont(TextStyle::Label), line, 1.0);
    layout.addElided(text.pair, theme.font(TextStyle::Label, Face::Number), line, 1.0);
    if (!text.raw.isEmpty()) layout.addElided(text.raw, quiet, line, kQuiet);
    layout.plate = QRectF(kPadding.left(), std::ceil(layout.box.height() + kPlateGap), inner, least.height());
    layout.box.setHeight(layout.plate.bottom() + kPlateGap);
    for (const QString& note : notes)
        if (!note.isEmpty()) layout.addWrapped(note, quiet, line, kQuiet);
    layout.box.rheight() += kPadding.bottom();
    return layout;
}

// In this share of the view's height, and wherever the pointer is: one of its sides has room.
bool PeekBox::fitsAnywhere(QSizeF box, double high) const
{
    const QSizeF inside = QSizeF(m_scene.size) - QSizeF(2 * kEdge, 2 * kEdge);
    if (box.width() > inside.width() || box.height() > high * inside.height()) return false;
    return 2 * (box.width() + kPointerGap) <= inside.width() || 2 * (box.height() + kPointerGap) <= inside.height();
}

bool PeekBox::fitsBeside(const PeekPlace& place, QSizeF box) const
{
    const QRectF at = placedBeside(place, box, m_scene.size);
    const bool covers = at.contains(place.beside.center()) || (place.pointer && at.contains(*place.pointer));
    return !covers && QRectF(QPointF(0, 0), QSizeF(m_scene.size)).contains(at);
}

// Of one size for all places, so that it does not jump; only in small views of the size that there is room for here.
std::optional<PeekBox::Layout> PeekBox::layOut(const PeekPlace& place) const
{
    const std::optional<Pair>& peek = m_scene.selection.peek;
    if (m_scene.isEmpty() || !peek || !m_scene.holds(*peek)) return std::nullopt;
    const PeekText text = peekTextOf(m_scene, *peek);
    if (!m_scene.showsLoupe()) return plain(text);
    for (const Index cells : kLoupeCells) {
        const double high = cells > kEnoughCells ? kRoomy : kMostHigh;
        if (!fitsAnywhere(leastOf(text, cells), high) || !m_loupe.isInstant(*peek, cells)) continue;   // told before its texts are measured
        if (const Layout& layout = large(text, cells); fitsAnywhere(layout.box, high)) return layout;
    }
    for (const Index cells : kLoupeCells) {
        if (cells > kEnoughCells || !m_loupe.isInstant(*peek, cells)) continue;
        if (const Layout& layout = large(text, cells); fitsBeside(place, layout.box)) return layout;
    }
    return plain(text);
}

QRect PeekBox::rect(const PeekPlace& place) const
{
    const std::optional<Layout> layout = layOut(place);
    return layout ? placedBeside(place, layout->box, m_scene.size).toAlignedRect() : QRect();
}

std::optional<MatrixGeometry> PeekBox::loupe(const PeekPlace& place) const
{
    const std::optional<Layout> layout = layOut(place);
    if (!layout || layout->cells == 0) return std::nullopt;
    const QRectF box = placedBeside(place, layout->box, m_scene.size).toAlignedRect();
    return m_loupe.geometryIn(layout->plate.translated(box.topLeft()), *m_scene.selection.peek, layout->cells);
}

void PeekBox::paint(QPainter& painter, const PeekPlace& place)
{
    const std::optional<Layout> layout = layOut(place);
    if (!layout) return;
    const QRectF box = placedBeside(place, layout->box, m_scene.size).toAlignedRect();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_scene.theme.ink);
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(m_scene.theme.onInk);
    for (const Layout::Line& line : layout->lines) {
        painter.setFont(line.font);
        painter.setOpacity(line.opacity);
        painter.drawText(line.place.translated(box.topLeft()), int(Qt::AlignLeft | Qt::AlignVCenter) | line.flags, line.text);
    }
    painter.setOpacity(1.0);
    if (layout->cells > 0) m_loupe.paint(painter, layout->plate.translated(box.topLeft()), *m_scene.selection.peek, layout->cells);
    painter.restore();
}

}   // namespace ui
