#include "ui/window/chrome_style.h"

#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

void drawCheckBox(QPainter& painter, const QStyleOption& option)
{
    const bool on = option.state.testFlag(QStyle::State_On), enabled = option.state.testFlag(QStyle::State_Enabled);
    const QPalette& palette = option.palette;
    const QColor outline = palette.color(enabled ? QPalette::PlaceholderText : QPalette::Dark), ink = palette.color(QPalette::WindowText);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on && enabled ? ink : outline, 1.0));
    painter.setBrush(on ? QBrush(enabled ? ink : outline) : QBrush(palette.color(QPalette::Base)));
    painter.drawRoundedRect(box, 3, 3);
    if (on) {
        const auto at = [&](qreal x, qreal y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
        const QPointF tick[] = {at(0.24, 0.52), at(0.43, 0.70), at(0.77, 0.30)};
        painter.setPen(QPen(palette.color(QPalette::Base), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(tick, 3);
    }
    painter.restore();
}

// A frame as buttons have it, and a chevron.
void drawComboBox(QPainter& painter, const QStyleOptionComplex& option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled), focused = option.state.testFlag(QStyle::State_HasFocus);
    const QPalette& palette = option.palette;
    const qreal line = focused ? 2.0 : 1.0, half = std::max(3.5, QApplication::font().pixelSize() * 0.28);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(focused ? QPalette::WindowText : enabled ? QPalette::Dark : QPalette::Mid), line));
    painter.setBrush(palette.color(enabled && option.state.testFlag(QStyle::State_MouseOver) ? QPalette::Highlight : QPalette::Base));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const qreal x = mirrored ? option.rect.left() + 6 + half : option.rect.right() - 6 - half, y = QRectF(option.rect).center().y();
    const QPointF chevron[] = {{x - half, y - half / 2}, {x, y + half / 2}, {x + half, y - half / 2}};
    painter.setPen(QPen(palette.color(enabled ? QPalette::PlaceholderText : QPalette::Dark), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(chevron, 3);
    painter.restore();
}

// Around the words of a switch, as around everything else that has the keyboard.
void drawFocus(QPainter& painter, const QStyleOption& option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(QPalette::WindowText), 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

// "»" in the colour of text at the moment of painting, so that it follows the theme.
class MoreEngine final : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QGuiApplication::palette().color(QPalette::ButtonText), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const qreal step = std::min(rect.width(), rect.height()) / 4.0, way = QGuiApplication::isRightToLeft() ? -step : step;
        for (const qreal shift : {-way, 0.25 * way}) {
            const QPointF tip = QRectF(rect).center() + QPointF(shift + way, 0);
            const QPointF chevron[] = {tip + QPointF(-way, -step), tip, tip + QPointF(-way, step)};
            painter->drawPolyline(chevron, 3);
        }
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new MoreEngine(*this); }
};

}   // namespace

void ChromeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox) return drawCheckBox(*painter, *option);
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractButton*>(widget)) return drawFocus(*painter, *option);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ChromeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && !box->editable) return drawComboBox(*painter, *option);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ChromeStyle::setMotion(Motion motion)
{
    s_motion = motion;
    static const bool platformHasEffects = QApplication::isEffectEnabled(Qt::UI_General);
    QApplication::setEffectEnabled(Qt::UI_General, motion == Motion::Full && platformHasEffects);
}

int ChromeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const
{
    const bool moves = hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate;
    return moves && s_motion == Motion::Reduced ? 0 : QProxyStyle::styleHint(hint, option, widget, more);
}

// Boxes grow with the text beside them.
int ChromeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int pixels = QProxyStyle::pixelMetric(metric, option, widget);
    const bool box = metric == PM_IndicatorWidth || metric == PM_IndicatorHeight;
    return box ? std::max(pixels, QApplication::font().pixelSize()) : pixels;
}

QIcon ChromeStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    return icon == SP_ToolBarHorizontalExtensionButton ? QIcon(new MoreEngine) : QProxyStyle::standardIcon(icon, option, widget);
}

}   // namespace ui
