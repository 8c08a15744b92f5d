// The picture of a matrix at device pixels: which colour-bar place every pixel has, and which pixels stand for absent cells.
#pragma once

#include <vector>

#include <QImage>
#include <QRectF>

#include "ui/plot/matrix_geometry.h"
#include "ui/plot/tile_store.h"

namespace ui {

// Zoomed out, a pixel shows the strongest of the cells it stands for, so that a single hot cell never disappears.
struct MatrixPicture {
    QRectF plot;          // logical pixels
    double ratio = 1.0;   // device pixels per logical pixel
    int width = 0;        // device pixels
    int height = 0;
    std::vector<CellCode> codes{};       // [height × width]; kAbsentCode also outside the matrix
    core::Index pooled = 1;              // a pixel stands for up to pooled × pooled cells
    bool complete = true;                // every tile was there; else coarser ones stand in, or the place is left open
    std::vector<QRectF> absent{};        // logical pixels, disjoint: what to hatch
    std::vector<QRectF> pending{};       // likewise: where nothing is known yet
    std::vector<core::Index> broken{};   // device rows with a broken cell

    [[nodiscard]] static MatrixPicture of(const core::MapPtr& map, const MatrixGeometry& geometry, double ratio, const WeightScale& scale,
                                          TileStore& tiles);

    // Cells from kGapFrom pixels on are set apart by lines of `gap`; absent and pending pixels are transparent.
    [[nodiscard]] QImage image(const MatrixGeometry& geometry, const ColorMap& map, QRgb gap) const;
};

}   // namespace ui
