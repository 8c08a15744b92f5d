// The platform-free style, with what it draws too faintly for dark themes drawn from the palette: what tells a state is three times as bright
// as its ground.
#pragma once

#include <QProxyStyle>

namespace ui {

class ChromeStyle : public QProxyStyle {
    Q_OBJECT

public:
    ChromeStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;
};

}   // namespace ui
