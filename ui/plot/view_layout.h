// Where the parts of an attention view stand. A plain computation from sizes, tested without a window.
#pragma once

#include <QRect>
#include <QSize>

#include "core/base/shape.h"

namespace ui {

enum class ViewParts { Links, Matrix, Both };
enum class Loupe { Off, On };   // on: where cells are too small to be read, those around the one that is looked at stand beside it, large

enum class RowChart { WhereThereIsRoom, Never };

struct ViewRequest {
    QSize size;   // logical pixels
    core::Index queries = 0;
    core::Index keys = 0;
    ViewParts parts = ViewParts::Both;
    int labelLength = 40;   // px of the longest token label, as printed
    double textScale = 1.0;
    RowChart chart = RowChart::WhereThereIsRoom;
    core::Index roomFor = 0;   // positions that cells leave room for on both axes, where these are more: those of a picture beside this one
};

// Rectangles in logical pixels; those of parts that are not shown are empty. Links and matrix stand side by side with equal top and
// height, so that a link ends exactly at its row. The matrix is as large as the view allows: where it would lose much by them, the links
// stay away, then what stands left of it goes above and below, and low views have no row chart.
struct ViewLayout {
    QRect note;          // what a reader must know, a few lines
    QRect colorBar;      // with its numbers
    QRect captions;      // the line above rows and links: "Keys", "Queries ↓"
    QRect linkLabels;    // key labels left of the links
    QRect links;         // the curves
    QRect queryLabels;   // row labels, left of the matrix
    QRect keyLabels;     // column labels, above the matrix
    QRect matrix;
    QRect chart;       // row chart, on the matrix's columns
    QRect chartText;   // what the row chart shows, in words: beside it, or on one line below
    friend bool operator==(const ViewLayout&, const ViewLayout&) = default;

    [[nodiscard]] static ViewLayout of(const ViewRequest& request);
};

}   // namespace ui
