// The legend of the pictures as a widget: as high as its lines, gone where there is none.
#pragma once

#include <QWidget>

#include "ui/plot/legend_painter.h"

namespace ui {

class LegendLine : public QWidget {
    Q_OBJECT

public:
    explicit LegendLine(QWidget* parent = nullptr);

    void showLegend(const CellLegend& legend);
    void setTheme(const Theme& theme);
    [[nodiscard]] const CellLegend& legend() const { return m_legend; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return legendHeight(m_legend, width, m_theme); }
    [[nodiscard]] QSize sizeHint() const override { return {240, heightForWidth(width())}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 0}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    CellLegend m_legend;
    Theme m_theme = Theme::light();
};

}   // namespace ui
