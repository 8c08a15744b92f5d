#include "ui/views/explore/heads/target_pad.h"

#include <cmath>

#include <QKeyEvent>
#include <QPainter>

#include "ui/plot/focus_ring.h"
#include "ui/plot/place_keys.h"

namespace ui {

namespace {

using core::Index;

constexpr double kGapsFrom = 8.0;     // px a square from which gaps separate them
constexpr double kLabelRoom = 14.0;   // px from one label to the next

}   // namespace

TargetPad::TargetPad(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("targetPad"));
    setAccessibleName(tr("Target pattern: rows look, columns are looked at"));
    setLayoutDirection(Qt::LeftToRight);   // as the matrix that it stands for
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TargetPad::showText(const ExploreRecordPtr& record, core::HeadId head)
{
    const core::MapPtr map = record && record->has(head) ? record->map(head) : nullptr;
    if (map == m_map) return;
    m_record = record;
    m_map = map;
    if (const Index tokens = map ? map->queries() : 0; tokens != m_grid.tokens()) {
        m_grid = TargetGrid(tokens);
        m_focused = {};
        m_stroke = Stroke::None;
    }
    reflect();
}

void TargetPad::showDrawing(const HeadDrawingPtr& drawing)
{
    m_drawing = drawing;
    reflect();
}

void TargetPad::reflect()
{
    if (m_stroke != Stroke::None) return;   // the hand on the pad is ahead of what comes back
    m_grid.clear();
    if (m_drawing && m_record) {
        if (const auto* cells = std::get_if<DrawnCells>(m_drawing.get()))
            m_grid.show(*cells);
        else
            m_grid.show(RuleKeys(std::get<TargetRule>(*m_drawing), m_record->recording->tokens));
    }
    update();
}

void TargetPad::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QRectF TargetPad::area() const
{
    const int side = std::min(width(), height()) - kLabels - 4;
    return QRectF(kLabels + 2, kLabels + 2, side, side);
}

bool TargetPad::isAllowed(TargetSquare square) const
{
    return m_map && m_map->allowedIn(m_grid.tokensOf(square.row), m_grid.tokensOf(square.column)) > 0;
}

std::optional<TargetSquare> TargetPad::looked() const
{
    if (m_under) return m_under;
    return m_focusRing && m_grid.side() > 0 ? std::optional(m_focused) : std::nullopt;
}

QString TargetPad::caption() const
{
    const std::optional<TargetSquare> square = looked();
    if (!square || !m_record) return {};
    const auto side = [this](core::Span tokens) {
        const QString first = QStringLiteral("%1 %2").arg(m_record->label(tokens.begin)).arg(tokens.begin);
        return tokens.size() > 1 ? tr("%1 to %2").arg(tokens.begin).arg(tokens.end - 1) : first;
    };
    const QString pair = tr("%1 looks at %2").arg(side(m_grid.tokensOf(square->row)), side(m_grid.tokensOf(square->column)));
    return isAllowed(*square) ? pair : tr("%1: not allowed").arg(pair);
}

void TargetPad::paintSquares(QPainter& painter) const
{
    const double gap = area().width() / double(m_grid.side()) >= kGapsFrom ? 1.0 : 0.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink);
    for (Index row = 0; row < m_grid.side(); ++row)
        for (Index column = 0; column < m_grid.side(); ++column)
            if (m_grid.isDrawn({row, column})) painter.drawRect(m_grid.rectOf({row, column}, area()).adjusted(0, 0, -gap, -gap));
}

// One rectangle for each run of squares in a row.
void TargetPad::paintAbsent(QPainter& painter) const
{
    std::vector<QRectF> absent;
    for (Index row = 0; row < m_grid.side(); ++row)
        for (Index column = 0; column < m_grid.side(); ++column) {
            if (isAllowed({row, column})) continue;
            const Index first = column;
            while (column + 1 < m_grid.side() && !isAllowed({row, column + 1})) ++column;
            absent.push_back(m_grid.rectOf({row, first}, area()) | m_grid.rectOf({row, column}, area()));
        }
    paintHatch(painter, absent, HatchKind::Absent, m_theme);
}

QString TargetPad::labelOf(Index square) const
{
    const Index first = m_grid.tokensOf(square).begin;
    return m_grid.block() > 1 ? QString::number(first) : m_record->label(first);
}

// As many as there is room for; those of the square that is looked at are lit as they are everywhere.
void TargetPad::paintLabels(QPainter& painter) const
{
    const QRectF squares = area();
    const double step = squares.width() / double(m_grid.side()), room = kLabels - 6;
    const Index every = std::max<Index>(1, Index(std::ceil(m_theme.scaled(kLabelRoom) / step)));
    const double line = m_theme.scaled(16);
    const std::optional<TargetSquare> lit = looked();
    painter.setFont(m_theme.font(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    for (Index i = 0; i < m_grid.side(); i += every) {
        const QString text = metrics.elidedText(labelOf(i), Qt::ElideRight, room);
        const double middle = (double(i) + 0.5) * step;
        painter.setPen(lit && lit->row == i ? m_theme.query : m_theme.text3);
        painter.drawText(QRectF(0, squares.top() + middle - line / 2, room, line), Qt::AlignRight | Qt::AlignVCenter, text);
        painter.save();
        painter.translate(squares.left() + middle, squares.top() - 6);
        painter.rotate(-90);
        painter.setPen(lit && lit->column == i ? m_theme.key : m_theme.text3);
        painter.drawText(QRectF(0, -line / 2, room, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.restore();
    }
}

void TargetPad::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(area(), m_theme.surface2);
    if (m_grid.side() > 0) {
        paintAbsent(painter);
        paintSquares(painter);
        paintLabels(painter);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.borderStrong);
    painter.drawRect(area().adjusted(-0.5, -0.5, 0.5, 0.5));
    if (m_grid.side() == 0) return;
    if (m_under) {
        QPen dashed(m_theme.ink, 1.5, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        dashed.setDashPattern({2.0, 1.33});
        painter.setPen(dashed);
        painter.drawRect(m_grid.rectOf(*m_under, area()));
    }
    if (m_focusRing) paintFocusRing(painter, m_grid.rectOf(m_focused, area()).adjusted(-1, -1, 1, 1), m_theme);
}

void TargetPad::apply(TargetSquare square, bool drawn)
{
    if (!isAllowed(square) || m_grid.isDrawn(square) == drawn) return;
    m_grid.set(square, drawn);
    update();
    Q_EMIT this->drawn(m_grid.cells());
}

void TargetPad::point(std::optional<TargetSquare> square)
{
    if (square == m_under) return;
    m_under = square;
    update();
    Q_EMIT captionChanged(caption());
}

void TargetPad::mousePressEvent(QMouseEvent* event)
{
    const std::optional<TargetSquare> square = m_grid.squareAt(event->position(), area());
    if (event->button() != Qt::LeftButton || !square) return;
    m_focused = *square;
    m_stroke = m_grid.isDrawn(*square) ? Stroke::Wipe : Stroke::Draw;
    apply(*square, m_stroke == Stroke::Draw);
}

void TargetPad::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<TargetSquare> square = m_grid.squareAt(event->position(), area());
    point(square);
    if (m_stroke != Stroke::None && square) apply(*square, m_stroke == Stroke::Draw);
}

void TargetPad::mouseReleaseEvent(QMouseEvent*) { m_stroke = Stroke::None; }

void TargetPad::leaveEvent(QEvent*) { point(std::nullopt); }

void TargetPad::keyPressEvent(QKeyEvent* event)
{
    const std::optional<PadKey> use = useOf(*event, padKeys());
    if (m_grid.side() == 0 || !use) return event->ignore();
    if (*use == PadKey::Draw) return apply(m_focused, !m_grid.isDrawn(m_focused));
    TargetSquare to = m_focused;
    switch (event->key()) {
    case Qt::Key_Up:
        --to.row;
        break;
    case Qt::Key_Down:
        ++to.row;
        break;
    case Qt::Key_Left:
        --to.column;
        break;
    case Qt::Key_Right:
        ++to.column;
        break;
    default:
        break;
    }
    m_focused = {std::clamp<Index>(to.row, 0, m_grid.side() - 1), std::clamp<Index>(to.column, 0, m_grid.side() - 1)};
    m_focusRing = hasFocus();
    m_under.reset();
    setAccessibleDescription(caption() + (m_grid.isDrawn(m_focused) ? tr(", drawn") : QString()));
    update();
    Q_EMIT captionChanged(caption());
}

void TargetPad::focusInEvent(QFocusEvent* event)
{
    m_focusRing = showsFocus(event->reason(), m_focusRing);
    QWidget::focusInEvent(event);
}

void TargetPad::focusOutEvent(QFocusEvent* event)
{
    m_focusRing = false;
    QWidget::focusOutEvent(event);
}

}   // namespace ui
