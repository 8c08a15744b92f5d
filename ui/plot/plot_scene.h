// What an attention view shows at the moment. The view owns one; every painter reads it and none changes it.
#pragma once

#include <algorithm>
#include <optional>

#include "ui/plot/axis_labels.h"
#include "ui/plot/cell_meaning.h"
#include "ui/plot/link_geometry.h"
#include "ui/plot/matrix_geometry.h"
#include "ui/plot/view_layout.h"
#include "ui/state/selection.h"
#include "ui/theme/color_map.h"
#include "ui/theme/theme.h"

namespace ui {

enum class Zoom { Keep, Fit };   // what of the matrix is seen when the layout changes

// What pictures side by side have in common: cells of one size, on one height, and one colour bar.
struct SharedRoom {
    core::Index positions = 0;   // of the longest text
    int labelLength = 0;         // px of the longest label
    int mostLabel = 0;           // … that labels may take, where the matrix needs the room; 0: as much as they want
    bool colorBar = true;        // whether it stands here
    QString caption{};           // which of them this is
    friend bool operator==(const SharedRoom&, const SharedRoom&) = default;
};

struct PlotScene {
    core::MapPtr tokens;      // as the model made it: raw weights of tokens
    core::WordsPtr words;     // what rows and columns are, and `selection` counts; null: tokens
    core::MapPtr map;         // raw weights of rows and columns: of tokens, or of the words that they form
    core::MapPtr shown;       // the same, or without its first column
    AxisLabels labels;        // of rows and columns
    CellMeaningPtr meaning;   // of the cells; null: they are weights
    Selection selection;
    core::Span selectedRows{}, selectedKeys{};   // along the rulers, to be zoomed to; empty: none
    WeightScale scale;
    bool hideFirst = false;
    LinkRule linkRule;
    ViewParts parts = ViewParts::Both;
    RowChart rowChart = RowChart::WhereThereIsRoom;
    Loupe loupe = Loupe::On;
    core::Index pooled = 1;         // a pixel of the picture on show stands for up to pooled × pooled cells
    SharedRoom room;                // nothing where this picture stands alone
    QString clickHint;              // what a click does; empty: it pins, or releases
    std::optional<double> marked;   // a weight that is looked at in the picture beside this one, for the colour bar
    Theme theme = Theme::light();
    QSize size;   // of the whole view, logical pixels
    ViewLayout layout;
    MatrixGeometry geometry;   // of layout.matrix, or of layout.links where there is no matrix
    LinkSet links;             // of `shown`; empty while links are not shown

    // What is shown of a map of tokens: in words where they are not null, without the first column where that is hidden. Looks stay.
    void setMap(core::MapPtr ofTokens, core::WordsPtr inWords);
    // Pairs of tokens to pairs of rows and columns, and back: a pair of words stands for the strongest pair of tokens in it, which is the pair
    // that was pinned or looked at wherever it matters. Null for pairs outside the text.
    [[nodiscard]] std::optional<Pair> fromTokens(std::optional<Pair> pair) const;
    [[nodiscard]] std::optional<Pair> toTokens(std::optional<Pair> pair) const;

    [[nodiscard]] SharedRoom roomWanted() const;
    // Places everything anew: layout and geometry follow from the size, the map, the labels, the parts and the theme.
    void layOut(QSize whole, Zoom zoom);

    // Px per cell from which every token has its label, and cells carry their number: as much as text of this size needs.
    [[nodiscard]] double labelsFrom() const { return kLabelsFrom * theme.textScale; }
    [[nodiscard]] double numeralsFrom() const { return kNumeralsFrom * theme.textScale; }
    // Rows and columns without labels of their own can only be counted along rulers: from there on a loupe is of use.
    [[nodiscard]] bool showsLoupe() const
    {
        return loupe == Loupe::On && !isEmpty() && showsMatrix() && std::min(geometry.cellWidth(), geometry.cellHeight()) < labelsFrom();
    }
    [[nodiscard]] bool isEmpty() const { return !shown || shown->queries() == 0 || shown->keys() == 0; }
    [[nodiscard]] bool showsMatrix() const { return parts != ViewParts::Links; }
    [[nodiscard]] bool showsLinks() const { return !layout.links.isEmpty(); }
    [[nodiscard]] bool lacksRoomForLinks() const { return parts == ViewParts::Both && !showsLinks(); }
    [[nodiscard]] LinkCurves curves() const
    {
        return {double(layout.links.left() + 4), double(layout.links.left() + layout.links.width() - 4), geometry};
    }
    [[nodiscard]] bool hasClasses() const { return meaning && meaning->colors; }
    [[nodiscard]] const ColorMap& colors() const
    {
        if (hasClasses()) return *meaning->colors;
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
