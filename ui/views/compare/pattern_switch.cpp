#include "ui/views/compare/pattern_switch.h"

#include <algorithm>

#include <QPainter>

namespace ui {

namespace {

constexpr int kTrackWide = 28, kTrackHigh = 16, kRing = 4;   // px at text scale 1; the ring of the focus stands around the track

}   // namespace

Switch::Switch(QWidget* parent) : QCheckBox(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void Switch::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

double Switch::scale() const { return std::min(1.4, m_theme.textScale); }   // words need the room more

QSize Switch::sizeHint() const { return {qRound(kTrackWide * scale()) + 2 * kRing, qRound(kTrackHigh * scale()) + 2 * kRing}; }

void Switch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size(kTrackWide * scale(), kTrackHigh * scale());
    const QRectF track(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    const qreal round = size.height() / 2, line = scale() * 1.5, inset = scale() * 3;
    const QColor edge = isEnabled() ? m_theme.text3 : m_theme.borderStrong, ground = isEnabled() ? m_theme.ink : m_theme.borderStrong;
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.ink, 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), round + 3, round + 3);
    }
    painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(edge, line));
    painter.setBrush(isChecked() ? ground : m_theme.surface);
    const qreal in = isChecked() ? 0 : line / 2;
    painter.drawRoundedRect(track.adjusted(in, in, -in, -in), round - in, round - in);
    const bool atRight = isChecked() != isRightToLeft();
    const qreal knob = size.height() - 2 * inset - (isChecked() ? 0 : line / 2);
    const qreal gap = (size.height() - knob) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? m_theme.onInk : edge);
    painter.drawEllipse(QRectF(atRight ? track.right() - gap - knob : track.left() + gap, track.top() + gap, knob, knob));
}

}   // namespace ui
