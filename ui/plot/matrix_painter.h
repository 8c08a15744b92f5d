// Painting of a matrix: cells, hatch of what is absent, numbers in large cells, flags of broken rows.
#pragma once

#include <QPainter>

#include "ui/plot/matrix_picture.h"
#include "ui/plot/plot_scene.h"

namespace ui {

enum class Medium { Pixels, Vector };   // vector figures (SVG, PDF) draw small matrices as rectangles, sharp at any size

// Exact weights of a few rows and keys.
struct CellBlock {
    core::Span rows, keys;
    std::vector<float> weights{};   // [rows × keys], absent as 0
    std::vector<bool> allowed{};    // likewise

    [[nodiscard]] static CellBlock of(const core::AttentionMap& map, core::Span rows, core::Span keys);
    [[nodiscard]] core::Cell at(Pair pair) const   // of the block
    {
        const auto place = std::size_t((pair.query - rows.begin) * keys.size() + pair.key - keys.begin);
        return {weights[place], allowed[place]};
    }
};

void paintMatrix(QPainter& painter, const PlotScene& scene, const MatrixPicture& picture, Medium medium);

// The parts of it, for other cells than the scene's own picture shows: allowed cells, and the hatch of what is absent.
void paintCells(QPainter& painter, const PlotScene& scene, const MatrixGeometry& geometry, const CellBlock& block);
void paintAbsent(QPainter& painter, const PlotScene& scene, const MatrixGeometry& geometry, const std::vector<QRectF>& areas);

}   // namespace ui
