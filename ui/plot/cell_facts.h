// What a cell of the picture is: one answer for everything that says it, be it printed, spoken or copied.
#pragma once

#include <QString>

#include "ui/plot/plot_scene.h"

namespace ui {

enum class CellKind {
    Future,        // absent: the key comes after the query
    Absent,        // for any other reason
    Hidden,        // the first token, which the picture hides
    NothingLeft,   // of a row whose weight lies on the hidden first token
    Shown
};

struct CellFacts {
    CellKind kind = CellKind::Absent;
    double raw = 0.0;     // where the pair is allowed
    double shown = 0.0;   // where it is shown: the raw weight, or renormalised
    [[nodiscard]] bool isAllowed() const { return kind != CellKind::Future && kind != CellKind::Absent; }
};

// Precondition: the scene holds the pair.
[[nodiscard]] CellFacts factsOf(const PlotScene& scene, Pair pair);

// "it 26 → The 1".
[[nodiscard]] QString pairLine(const PlotScene& scene, Pair pair);

// "0.6248", "hidden, raw 0.6248", "not allowed: future token".
[[nodiscard]] QString printedWeightOf(const PlotScene& scene, Pair pair);

// "raw 0.6248" where another weight is shown; empty elsewhere.
[[nodiscard]] QString printedRaw(const PlotScene& scene, Pair pair);

// The pair and what it is, as one line: "it 26 → The 1   0.6248".
[[nodiscard]] QString cellLine(const PlotScene& scene, Pair pair);

// What a screen reader says of a cell: "Query 26, it, to key 1, The. Weight 62.5 percent, rank 1 of 27. 25 tokens back."
[[nodiscard]] QString spokenCell(const PlotScene& scene, Pair pair);

// "62.5 percent", "less than 0.1 percent", with so many decimals.
[[nodiscard]] QString spokenPercent(double share, int decimals = 1);

// "25 tokens back", "the word itself".
[[nodiscard]] QString distanceText(const PlotScene& scene, Pair pair);

}   // namespace ui
