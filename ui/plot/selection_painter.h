// Pin, peek and what follows them: bands, cell frames, label marks, the links of a row, the row chart. Painted over the finished picture by
// the overlay while somebody points, and into figures from the same code.
#pragma once

#include <optional>

#include <QPainter>
#include <QRegion>

#include "ui/plot/label_strips.h"
#include "ui/plot/plot_scene.h"

namespace ui {

class SelectionPainter {
public:
    explicit SelectionPainter(const PlotScene& scene) : m_scene(scene) {}

    void paint(QPainter& painter);

    // What a selection's marks cover; the rest of the view need not be painted again when it changes.
    [[nodiscard]] QRegion regionOf(const Selection& selection) const;
    [[nodiscard]] QRect barRegion() const;   // of the marker on the colour bar

private:
    [[nodiscard]] QRectF linksReach(core::Index query) const;
    struct Row {
        std::uint64_t map = 0;
        core::Index query = -1;
        core::RowVector<float> weights;   // [N_k]
    };
    const Row& rowOf(core::Index query, Row& held) const;
    const QImage* chartHatch(const QPainter& painter);
    void paintSpans(QPainter& painter) const;
    void paintPin(QPainter& painter, Pair pin) const;
    void paintPeek(QPainter& painter, Pair peek) const;
    void paintMarks(QPainter& painter) const;
    void paintPinnedLinks(QPainter& painter, Pair pin);
    void paintPeekedLinks(QPainter& painter, Pair peek);
    void paintBarMarker(QPainter& painter, double weight) const;

    const PlotScene& m_scene;
    Row m_pinRow;
    Row m_focusRow;
    struct {
        QRect chart;
        double ratio = 0.0;
        Look look;
        QImage image;
    } m_hatch;   // all of a chart: drawn once, as rows come and go under the pointer
};

}   // namespace ui
