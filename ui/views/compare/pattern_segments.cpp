#include "ui/views/compare/pattern_segments.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace ui {

SegmentButton::SegmentButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(theme.font(TextStyle::Label));
    updateGeometry();
    update();
}

// As wide as when its letters are strong: nothing moves when another is chosen.
QSize SegmentButton::sizeHint() const
{
    const QFontMetrics strong(m_theme.strongFont(TextStyle::Label));
    return {strong.horizontalAdvance(text()) + 14, std::max(24, strong.height() + m_theme.scaled(9))};
}

void SegmentButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame, own;
    frame.addRoundedRect(QRectF(parentWidget()->rect()).adjusted(0.5, 0.5, -0.5, -0.5).translated(-pos()), 6, 6);
    own.addRect(rect());
    const QPainterPath shape = frame.intersected(own);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? m_theme.ink : underMouse() && isEnabled() ? m_theme.selected : m_theme.surface);
    painter.drawPath(shape);
    painter.setPen(QPen(m_theme.borderStrong, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(frame);
    const bool isFirst = isRightToLeft() ? geometry().right() >= parentWidget()->width() - 1 : x() == 0;
    const qreal edge = isRightToLeft() ? width() - 0.5 : 0.5;
    if (y() > 0) painter.drawLine(QLineF(1, 0.5, width() - 1, 0.5));
    if (!isFirst) painter.drawLine(QLineF(edge, 1, edge, height() - 1));
    if (hasFocus()) {
        painter.setPen(QPen(isChecked() ? m_theme.onInk : m_theme.ink, 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 4, 4);
    }
    painter.setFont(isChecked() ? m_theme.strongFont(TextStyle::Label) : m_theme.font(TextStyle::Label));
    painter.setPen(!isEnabled() ? m_theme.text3 : isChecked() ? m_theme.onInk : m_theme.text2);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

Segments::Segments(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize Segments::sizeHint() const
{
    QSize size;
    for (const SegmentButton* button : m_buttons)
        size = {size.width() + button->sizeHint().width(), std::max(size.height(), button->sizeHint().height())};
    return size;
}

QSize Segments::minimumSizeHint() const
{
    QSize size;
    for (const SegmentButton* button : m_buttons) size = size.expandedTo(button->sizeHint());
    return size;
}

int Segments::heightForWidth(int width) const { return sizeHint().height() * (width < sizeHint().width() ? int(m_buttons.size()) : 1); }

void Segments::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void Segments::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange) place();
    QWidget::changeEvent(event);
}

void Segments::place()
{
    const bool isColumn = width() < sizeHint().width();
    const int high = sizeHint().height();
    QPoint at;
    for (SegmentButton* button : m_buttons) {
        const QRect spot(at, QSize(isColumn ? width() : button->sizeHint().width(), high));
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), spot));
        at += isColumn ? QPoint(0, high) : QPoint(spot.width(), 0);
    }
}

SegmentButton* Segments::add(const char* name, const QString& text, const QString& spoken)
{
    const int index = int(m_buttons.size());
    auto* button = new SegmentButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    m_buttons.push_back(button);
    connect(button, &QAbstractButton::clicked, this, [this, index] { Q_EMIT clicked(index); });
    return button;
}

void Segments::setChosen(int index)
{
    for (int i = 0; i < int(m_buttons.size()); ++i) m_buttons[std::size_t(i)]->setChecked(i == index);
}

void Segments::setTheme(const Theme& theme)
{
    for (SegmentButton* button : m_buttons) button->setTheme(theme);
    updateGeometry();
    place();
}

}   // namespace ui
