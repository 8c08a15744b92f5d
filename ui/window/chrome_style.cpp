#include "ui/window/chrome_style.h"

#include <algorithm>

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

// "»" in the colour of text at the moment of painting, so that it follows the theme.
class MoreEngine final : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QGuiApplication::palette().color(QPalette::ButtonText), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const qreal step = std::min(rect.width(), rect.height()) / 4.0;
        for (const qreal shift : {-step, 0.25 * step}) {
            const QPointF tip = QRectF(rect).center() + QPointF(shift + step, 0);
            const QPointF chevron[] = {tip + QPointF(-step, -step), tip, tip + QPointF(-step, step)};
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
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QIcon ChromeStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    return icon == SP_ToolBarHorizontalExtensionButton ? QIcon(new MoreEngine) : QProxyStyle::standardIcon(icon, option, widget);
}

}   // namespace ui
