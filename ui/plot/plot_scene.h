// What an attention view shows at the moment. The view owns one; every painter reads it and none changes it.
#pragma once

#include <optional>

#include "ui/plot/axis_labels.h"
#include "ui/plot/link_geometry.h"
#include "ui/plot/matrix_geometry.h"
#include "ui/plot/view_layout.h"
#include "ui/state/selection.h"
#include "ui/theme/color_map.h"
#include "ui/theme/theme.h"

namespace ui {

enum class Zoom { Keep, Fit };   // what of the matrix is seen when the layout changes

struct PlotScene {
    core::MapPtr map;     // as the model made it: raw weights
    core::MapPtr shown;   // the same, or without its first token
    AxisLabels labels;
    Selection selection;
    WeightScale scale;
    bool hideFirst = false;
    ViewParts parts = ViewParts::Both;
    Theme theme = Theme::light();
    QSize size;   // of the whole view, logical pixels
    ViewLayout layout;
    MatrixGeometry geometry;   // of layout.matrix, or of layout.links where there is no matrix
    LinkSet links;             // of `shown`; empty while links are not shown

    // Places everything anew: layout and geometry follow from the size, the map, the labels, the parts and the theme.
    void layOut(QSize whole, Zoom zoom);

    // Px per cell from which every token has its label, and cells carry their number: as much as text of this size needs.
    [[nodiscard]] double labelsFrom() const { return kLabelsFrom * theme.textScale; }
    [[nodiscard]] double numeralsFrom() const { return kNumeralsFrom * theme.textScale; }
    [[nodiscard]] bool isEmpty() const { return !shown || shown->queries() == 0 || shown->keys() == 0; }
    [[nodiscard]] bool showsMatrix() const { return parts != ViewParts::Links; }
    [[nodiscard]] bool showsLinks() const { return !layout.links.isEmpty(); }
    [[nodiscard]] bool lacksRoomForLinks() const { return parts == ViewParts::Both && !showsLinks(); }
    [[nodiscard]] LinkCurves curves() const
    {
        return {double(layout.links.left() + 4), double(layout.links.left() + layout.links.width() - 4), geometry};
    }
    [[nodiscard]] const ColorMap& colors() const
    {
        return ColorMap::of(shown && shown->kind() == core::MatrixKind::Signed ? MapName::Signed : MapName::Weight, theme.look);
    }
    [[nodiscard]] bool holds(Pair pair) const
    {
        return !isEmpty() && pair.query >= 0 && pair.query < shown->queries() && pair.key >= 0 && pair.key < shown->keys();
    }
    // The pair whose row the row chart shows: what is looked at, else what is pinned.
    [[nodiscard]] std::optional<Pair> focus() const
    {
        const std::optional<Pair>& pair = selection.peek ? selection.peek : selection.pin;
        return pair && holds(*pair) ? pair : std::nullopt;
    }
};

}   // namespace ui
