// The platform-free style, with what it draws too faintly for dark themes drawn from the palette: what tells a state is three times as bright
// as its ground.
#pragma once

#include <QProxyStyle>

#include "ui/theme/look.h"

namespace ui {

class ChromeStyle : public QProxyStyle {
    Q_OBJECT

public:
    ChromeStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    static void setMotion(Motion motion);   // reduced: no widget and no menu of the program fades or slides

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;

private:
    static inline Motion s_motion = Motion::Full;
};

}   // namespace ui
