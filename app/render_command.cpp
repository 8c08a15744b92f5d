// fovea render: a head, or all heads, as a picture file.
#include <optional>
#include <string>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "app/numbers.h"
#include "app/progress.h"
#include "core/base/interrupt.h"
#include "core/base/memory.h"
#include "ui/controllers/comparer.h"
#include "ui/figure/compare_figure.h"
#include "ui/figure/offscreen.h"

namespace app {

namespace {

struct Options {
    TextInput text;
    ModelInput model;
    RunInput run;
    std::optional<core::Index> layer;
    std::optional<core::Index> head;
    std::string view;
    std::optional<std::string> scale;
    std::string theme = "light";
    std::optional<std::string> colors;
    std::string size = "1280x720";
    std::optional<std::string> pin;
    std::optional<std::string> pattern;
    std::optional<std::string> show;
    std::string out;
    bool hideFirst = false;
    bool words = false;
};

// How the figure looks. Whatever can be wrong with it is found before the model is opened.
struct Looks {
    ui::FigureView view;
    ui::ScaleKind scale;
    ui::Look look;
    QSize size;
    std::optional<ui::Pair> pin;
    ui::CompareMode mode;
};

// What a view does not draw must not be asked of it: the figure would pass for one that has it. The grid draws all heads as they are; links
// show a weight by their width and not on a scale of colours.
core::Result<void> checkDrawn(const Options& options, ui::FigureView view)
{
    const bool grid = view == ui::FigureView::Grid;
    const bool links = view == ui::FigureView::Links;
    const bool compare = view == ui::FigureView::Compare;
    const char* const ignored = options.scale && (grid || links)         ? "--scale"
                                : options.colors && links                ? "--colors"
                                : options.pin && grid                    ? "--pin"
                                : options.hideFirst && (grid || compare) ? "--hide-first"
                                : options.words && (grid || compare)     ? "--words"
                                : options.pattern && !compare            ? "--pattern"
                                : options.show && !compare               ? "--show"
                                                                         : nullptr;
    if (!ignored) return {};
    return core::fail(core::Fault::BadInput, fmt::format("The view \"{}\" has no {}.", options.view, ignored),
                      fmt::format("Leave out {}, or choose --view {}.", ignored,
                                  std::string_view(ignored) == "--pattern" || std::string_view(ignored) == "--show" ? "compare" : "heatmap"));
}

core::Result<Looks> looksOf(const Options& options)
{
    FOVEA_TRY(view, ui::parseFigureView(options.view));
    FOVEA_TRY(scale, ui::parseScale(options.scale.value_or("linear")));
    FOVEA_TRY(theme, ui::parseTheme(options.theme));
    FOVEA_TRY(colors, ui::parseColors(options.colors.value_or("standard")));
    FOVEA_TRY(size, ui::parseFigureSize(options.size));
    FOVEA_TRY(mode, ui::parseCompareMode(options.show.value_or("weights")));
    Looks looks{.view = view, .scale = scale, .look = {.theme = theme, .colors = colors}, .size = size, .pin = {}, .mode = mode};
    if (options.pin) {
        FOVEA_TRY(pair, ui::parsePin(*options.pin));
        looks.pin = pair;
    }
    FOVEA_CHECK(checkDrawn(options, view));
    FOVEA_CHECK(checkOutput(options.out));
    FOVEA_CHECK(ui::checkFigurePath(options.out));
    if (view == ui::FigureView::Compare && !options.pattern)
        return core::fail(core::Fault::BadInput, "This view shows a head beside a pattern, and none is chosen.",
                          "Add --pattern EXPR; see fovea help patterns.");
    if (view != ui::FigureView::Grid && (!options.layer || !options.head))
        return core::fail(core::Fault::BadInput, "This view shows one head, and none is chosen.", "Add --layer L and --head H; both count from 0.");
    return looks;
}

core::Result<ui::FigureSpec> figureOf(const core::ModelPtr& model, const core::RecordingPtr& recording, core::HeadId head, const Options& options,
                                      const Looks& looks)
{
    if (looks.view != ui::FigureView::Compare)
        return ui::figureOf(recording, looks.view, head, options.words ? ui::AxisUnit::Words : ui::AxisUnit::Tokens);
    FOVEA_TRY(texts, patternTexts(*options.pattern));
    if (texts.size() != 1)
        return core::fail(core::Fault::BadInput, fmt::format("{} has {} patterns, and the view shows one.", *options.pattern, texts.size()),
                          "Write the expression itself after --pattern.");
    ui::ExploreRecord record{.model = model, .recording = recording, .text = {}};
    const ui::ComparisonQuestion question{
        std::make_shared<const ui::ExploreRecord>(std::move(record)), head, {QString::fromStdString(texts.front())}};
    FOVEA_TRY(comparison, ui::coreComparer().compare(question, core::interruptToken()));
    return ui::comparisonFigure(comparison, 0);
}

core::Result<void> render(const Options& options)
{
    FOVEA_TRY(looks, looksOf(options));
    FOVEA_TRY(model, options.model.open());
    const core::ModelConfig& config = model->transformer->config();
    const core::HeadId head{options.layer.value_or(0), options.head.value_or(0)};
    FOVEA_CHECK(checkHead(head, config));
    FOVEA_TRY(tokens, options.text.tokens(*model));
    FOVEA_TRY(runOptions, options.run.options(tokens, config));
    runOptions.logits = core::Logits::None;
    Progress progress(fmt::format("running the model on {} tokens", tokens.size()));
    FOVEA_TRY(recording, model->transformer->run(tokens, runOptions));
    progress.now("drawing " + options.out);

    const ui::OffscreenApplication application;
    FOVEA_TRY(figure, figureOf(model, recording, head, options, looks));
    figure.scale.kind = looks.scale;
    figure.look = looks.look;
    figure.size = looks.size;
    figure.pin = looks.pin;
    figure.hideFirst = options.hideFirst;
    figure.mode = looks.mode;
    FOVEA_CHECK(ui::renderFigure(figure, options.out));
    sayIfBeyondContext(tokens, config);
    std::error_code unknown;
    say(fmt::format("wrote {}: {} x {} pixels, {} on disk.", options.out, looks.size.width(), looks.size.height(),
                    core::formatBytes(std::int64_t(std::filesystem::file_size(options.out, unknown)))));
    return {};
}

}   // namespace

Action declareRender(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options);
    values->model.declare(options);
    values->run.declare(options);
    options.add_option("--view", values->view, "heatmap, links, both, grid or compare")->required()->type_name("VIEW");
    addNumber(options, "--layer", values->layer, "Layer, counted from 0; not needed for the grid")->type_name("L");
    addNumber(options, "--head", values->head, "Head of the layer, counted from 0")->type_name("H");
    // Through a function, because CLI11 takes an empty value of a std::optional for none.
    options
        .add_option_function<std::string>(
            "--pin", [values = values.get()](const std::string& pair) { values->pin = pair; },
            "Mark a query and a key, as positions Q,K; not in the grid")
        ->type_name("Q,K");
    options.add_option("--scale", values->scale, "linear, sqrt or log, of the heatmap's colours; left out linear")->type_name("SCALE");
    options.add_flag("--hide-first", values->hideFirst, "Leave out the first token and renormalise the rows; not in the grid");
    options.add_flag("--words", values->words,
                     "Rows and columns are words: keys are summed, query pieces averaged; --pin still counts tokens; not in the grid");
    options.add_option("--size", values->size, "Width and height in pixels")->type_name("WxH")->capture_default_str();
    options.add_option("--theme", values->theme, "light, dark or contrast")->type_name("THEME")->capture_default_str();
    options.add_option("--colors", values->colors, "standard, cividis or grey, of the weights; not in links")->type_name("NAME");
    options
        .add_option_function<std::string>(
            "--pattern", [values = values.get()](const std::string& pattern) { values->pattern = pattern; },
            "What the head is restricted to in the view compare, see fovea help patterns, or @FILE.json")
        ->type_name("EXPR");
    options
        .add_option("--show", values->show,
                    "weights, allowed (which part of the pattern allows each pair), tiles or pairs, in the view compare; left out weights")
        ->type_name("WHAT");
    options.add_option("--out", values->out, "The picture: FILE.png, FILE.svg or FILE.pdf")->required()->type_name("FILE");
    return [values] { return render(*values); };
}

}   // namespace app
