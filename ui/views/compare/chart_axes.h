// What the charts of Compare have in common: axes in the theme's colours, and tick labels of three digits at most.
#pragma once

#include <qcustomplot.h>

#include "ui/theme/theme.h"
#include "ui/views/compare/cost_words.h"

namespace ui {

template<class Ticker>
class SizeTicker : public Ticker {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return printedTickSize(tick); }
};

inline void styleAxis(QCPAxis& axis, const Theme& theme)
{
    axis.setTickLabelFont(theme.font(TextStyle::Caption));
    axis.setTickLabelColor(theme.text3);
    axis.setLabelFont(theme.font(TextStyle::Caption));
    axis.setLabelColor(theme.text2);
    axis.setBasePen(QPen(theme.borderStrong));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setLabelPadding(2);
    axis.setTickLabelPadding(4);
    axis.grid()->setPen(QPen(theme.grid));
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setZeroLinePen(QPen(theme.grid));
}

}   // namespace ui
