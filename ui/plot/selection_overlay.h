// A transparent widget over a plot that draws pin, peek and tooltip, so that pointing at cells never draws the plot again.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/plot/selection_painter.h"

namespace ui {

class SelectionOverlay : public QWidget {
    Q_OBJECT

public:
    SelectionOverlay(QWidget* plot, const PlotScene& scene);

    // Call with the scene's selection as it was; repaints what the old and the new marks cover.
    void selectionChanged(const Selection& before);
    void markMoved();   // the scene's mark on the colour bar
    void setPointer(std::optional<QPointF> pointer);   // null: outside, no tooltip
    void setFocusRing(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const PlotScene& m_scene;
    SelectionPainter m_painter;
    std::optional<QPointF> m_pointer;
    QRect m_tooltip;   // as last painted
    bool m_focusRing = false;
};

}   // namespace ui
