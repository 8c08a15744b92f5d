// The matrix inside its axis rect.
#pragma once

#include <functional>

#include <qcustomplot.h>

#include "ui/plot/matrix_picture.h"
#include "ui/plot/plot_scene.h"

namespace ui {

class MatrixPlottable : public QCPAbstractPlottable {
    Q_OBJECT

public:
    MatrixPlottable(QCPAxis* keys, QCPAxis* queries, const PlotScene& scene, TileStore& tiles);

    [[nodiscard]] const MatrixPicture& picture() const { return m_picture; }
    void prepare(double ratio);   // composes the picture of the scene as it is now; drawing draws what was prepared last

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain = QCP::sdBoth, const QCPRange& keys = QCPRange()) const override;

protected:
    QRect clipRect() const override;
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    const PlotScene& m_scene;
    TileStore& m_tiles;
    MatrixPicture m_picture;
};

}   // namespace ui
