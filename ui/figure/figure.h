// Figures: the pictures of the window as files, painted by the same code. Needs a QGuiApplication (any platform, "offscreen" does), no display.
// All but the grid, which is a widget, are painted on any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QRectF>
#include <QSize>
#include <QString>

#include "core/base/result.h"
#include "core/recording/attention_map.h"
#include "ui/plot/axis_labels.h"
#include "ui/plot/head_thumbnail.h"
#include "ui/plot/link_rule.h"
#include "ui/state/comparison.h"
#include "ui/state/selection.h"
#include "ui/theme/color_map.h"

namespace ui {

// Both: links and heatmap side by side, as the window shows them. Compare: see compare_figure.h.
enum class FigureView { Heatmap, Links, Grid, Both, Compare };

// "heatmap", "links", "both", "grid", "compare". Errors: BadInput.
[[nodiscard]] core::Result<FigureView> parseFigureView(std::string_view name);
// "linear", "sqrt", "log". Errors: BadInput.
[[nodiscard]] core::Result<ScaleKind> parseScale(std::string_view name);
// "light", "dark", "contrast". Errors: BadInput.
[[nodiscard]] core::Result<ThemeKind> parseTheme(std::string_view name);
// "standard", "cividis", "grey". Errors: BadInput.
[[nodiscard]] core::Result<WeightColors> parseColors(std::string_view name);
// "weights", "allowed", "tiles", "pairs". Errors: BadInput.
[[nodiscard]] core::Result<CompareMode> parseCompareMode(std::string_view name);
// "1280x720", in pixels, 64 … 16384 each. Errors: BadInput.
[[nodiscard]] core::Result<QSize> parseFigureSize(std::string_view text);
// "26,1": query, key. Errors: BadInput.
[[nodiscard]] core::Result<Pair> parsePin(std::string_view text);

// Whether a figure can be written under this name. Errors: BadInput unless it ends in .png, .svg or .pdf.
[[nodiscard]] core::Result<void> checkFigurePath(const std::filesystem::path& path);

// Everything a figure shows, as values; figureOf() fills it from a recording.
struct FigureSpec {
    FigureView view = FigureView::Heatmap;
    QString model{};   // named in the title
    QString plan{};    // likewise, where it is not the model's own attention
    core::HeadId head{};
    AxisLabels labels{};                       // of rows and columns
    core::MapPtr map{};                        // heatmap, links and both; of tokens
    core::WordsPtr words{};                    // what rows and columns are; null: tokens
    std::optional<QRectF> cells{};             // the part of the matrix that is shown, in cells; all of it by default
    std::vector<HeadThumbnail> thumbnails{};   // grid
    ComparisonPtr comparison{};                // compare, and which of its patterns
    int pattern = 0;
    CompareMode mode = CompareMode::Weights;   // of its pictures
    std::optional<Pair> pin{};                 // a pair of tokens; among words it marks the pair of words that it lies in
    WeightScale scale{};
    bool hideFirst = false;
    LinkRule linkRule{};
    QSize size{1280, 720};   // pixels; in SVG and PDF 96 to the inch
    Look look{};
};

// A spec with the data of one head (or of all heads, for the grid, which has no words) and default looks.
// Errors: BadInput naming the head and what the recording has.
[[nodiscard]] core::Result<FigureSpec> figureOf(const core::RecordingPtr& recording, FigureView view, core::HeadId head,
                                                AxisUnit unit = AxisUnit::Tokens);

// An attention plan as titles name it: "window(8)" where it is one rule for all heads, otherwise every rule; empty where each head attends
// as the model made it.
[[nodiscard]] QString planText(const core::AttentionPlan& plan);

// Model, layer, head, number of tokens and words, and what else a reader must know.
[[nodiscard]] QString figureTitle(const FigureSpec& spec);

// Which colours the weights have: "Colours: Grey". Empty for links, which show weights by their width.
[[nodiscard]] QString colorsNote(const FigureSpec& spec);

// Writes PNG, SVG or PDF, chosen by the file's ending. The file is complete or not there at all.
// Errors: BadInput for an unknown ending and for a pin outside the text; System when the file cannot be written.
[[nodiscard]] core::Result<void> renderFigure(const FigureSpec& spec, const std::filesystem::path& path);

}   // namespace ui
