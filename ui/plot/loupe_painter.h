// The loupe: the cells around one pair, one by one and never pooled, with the labels of their rows and columns. Colours, scale, hidden first
// token and hatch are the picture's.
#pragma once

#include <optional>

#include <QPainter>

#include "ui/plot/matrix_painter.h"

namespace ui {

// So many cells of a square around a position that all of them lie in the matrix.
[[nodiscard]] core::Span spanAround(core::Index position, core::Index cells, core::Index count);

class LoupePainter {
public:
    explicit LoupePainter(const PlotScene& scene) : m_scene(scene) {}

    [[nodiscard]] double cellSize() const { return m_scene.theme.scaled(kCell); }   // px
    [[nodiscard]] QSizeF sizeOf(core::Index cells) const;                           // of the plate that they and their labels take
    // Whether these cells may be computed while somebody points. Tokens always may; words can have thousands of pieces.
    [[nodiscard]] bool isInstant(Pair pair, core::Index cells) const;

    // A plate at least that large; what it is wider is given to the labels of rows.
    void paint(QPainter& painter, const QRectF& plate, Pair pair, core::Index cells);
    [[nodiscard]] MatrixGeometry geometryIn(const QRectF& plate, Pair pair, core::Index cells) const;

private:
    static constexpr int kCell = 14;   // px: a line of the smallest text that must be read fits beside each
    const CellBlock& blockOf(const MatrixGeometry& geometry);
    void paintLabels(QPainter& painter, const MatrixGeometry& geometry, const QRectF& plate, Pair pair) const;

    const PlotScene& m_scene;
    std::uint64_t m_map = 0;
    CellBlock m_block;   // of m_map, as painted last
};

}   // namespace ui
