// The sentences of an attention view: what the picture is, and what a cell or row is. Pure functions of the scene, so that tests read them.
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

#include "ui/plot/matrix_picture.h"
#include "ui/plot/plot_scene.h"

namespace ui {

enum class Tiles { All, Missing };   // Missing: parts of the picture are still being computed

// What a picture turned out to be.
struct PictureFacts {
    core::Index pooled = 1;   // a pixel stands for up to pooled × pooled cells
    Tiles tiles = Tiles::All;
    std::optional<double> largest{};   // no weight in it is above this one (by size); null where nothing is drawn
    [[nodiscard]] static PictureFacts of(const MatrixPicture& picture, const PlotScene& scene);
};

// Everything that a reader must know to read the picture rightly: what is missing, pooling, scale and whether it hides all there is, hidden
// first token, untrained positions, links left out.
[[nodiscard]] QString noteOf(const PlotScene& scene, const PictureFacts& facts = {});

// What is said of a pair that is looked at.
struct PeekText {
    QString pair;
    QString weight{};        // as shown, or why there is none
    bool isWeight = false;   // `weight` is a number
    QString raw{};           // the model's own weight, where another one is shown
    QStringList more{};      // what it was made of, how far apart the two are, and what a click does

    friend bool operator==(const PeekText&, const PeekText&) = default;
};
[[nodiscard]] PeekText peekTextOf(const PlotScene& scene, Pair pair);

// The same as lines of the box at the pointer.
[[nodiscard]] QStringList linesOf(const PeekText& text);
[[nodiscard]] QStringList tooltipOf(const PlotScene& scene, Pair pair);

// That the loupe pools nothing, where the picture does; empty where neither does.
[[nodiscard]] QString loupeNote(const PlotScene& scene);

// Lines beside the row chart: the token, what its weights sum to, how many keys are absent and why.
[[nodiscard]] QStringList rowTextOf(const PlotScene& scene, core::Index query, const float* weights);

}   // namespace ui
