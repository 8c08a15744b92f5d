// A layer of a plot that is painted by a function.
#pragma once

#include <functional>

#include <qcustomplot.h>

namespace ui {

class SceneLayer : public QCPLayerable {
    Q_OBJECT

public:
    using Paint = std::function<void(QCPPainter&)>;
    SceneLayer(QCustomPlot* plot, const QString& layer, Paint paint) : QCPLayerable(plot, layer), m_paint(std::move(paint)) { setAntialiased(false); }

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    void draw(QCPPainter* painter) override
    {
        painter->setLayoutDirection(Qt::LeftToRight);   // as AttentionView: a painter on a pixmap would take the program's
        m_paint(*painter);
    }

private:
    Paint m_paint;
};

// Places axis rects exactly where the view's layout says, without margins of their own.
class PanelLayout : public QCPLayoutInset {
    Q_OBJECT

public:
    // rects: one for each element, in the order in which the elements were added.
    void place(std::vector<QRect> rects) { m_rects = std::move(rects); }
    void updateLayout() override
    {
        for (int i = 0; i < elementCount() && std::size_t(i) < m_rects.size(); ++i) elementAt(i)->setOuterRect(m_rects[std::size_t(i)]);
    }

private:
    std::vector<QRect> m_rects;
};

}   // namespace ui
