// A transparent widget over a plot that draws pin, peek and the box beside it, so that pointing at cells never draws the plot again.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/plot/peek_box.h"
#include "ui/plot/selection_painter.h"

namespace ui {

class SelectionOverlay : public QWidget {
    Q_OBJECT

public:
    SelectionOverlay(QWidget* plot, const PlotScene& scene);

    // Call with the scene's selection as it was; repaints what the old and the new marks cover.
    void selectionChanged(const Selection& before);
    void markMoved();   // the scene's mark on the colour bar
    void setPointer(std::optional<QPointF> pointer);   // null: outside
    void follow(PointedBy source);   // where the box stands: at the pointer, or at the keyboard's cell, which has one only as a loupe
    [[nodiscard]] std::optional<MatrixGeometry> loupe() const;   // where its cells are; none while there is no loupe
    [[nodiscard]] QRect box() const;                             // empty while there is none
    void setFocusRing(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] std::optional<PeekPlace> place() const;

    const PlotScene& m_scene;
    SelectionPainter m_painter;
    PeekBox m_peekBox;
    std::optional<QPointF> m_pointer;
    PointedBy m_source = PointedBy::Pointer;
    QRect m_painted;   // the box, as it was last
    bool m_focusRing = false;
};

}   // namespace ui
