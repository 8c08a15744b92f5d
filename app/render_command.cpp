// fovea render: a head, or all heads, as a picture file.
#include <clocale>
#include <iostream>
#include <optional>
#include <string>

#include <QApplication>
#include <QLocale>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "ui/figure/figure.h"

namespace app {

namespace {

struct Options {
    TextInput text;
    ModelInput model;
    RunInput run;
    std::optional<core::Index> layer;
    std::optional<core::Index> head;
    std::string view;
    std::string scale = "linear";
    std::string theme = "light";
    std::string size = "1280x720";
    std::string pin;
    std::string out;
    bool hideFirst = false;
};

// Painting text needs an application object; the offscreen platform needs no display.
void ensureApplication()
{
    if (QCoreApplication::instance()) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Containers often lack a runtime folder, which a picture does not need: no message about that on standard error.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        if (!message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR"))) std::cerr << message.toStdString() << std::endl;
    });
    static int argc = 1;
    static char name[] = "fovea";
    static char* argv[] = {name, nullptr};
    static QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");   // QApplication takes over the user's locale, numbers of files must not
    QLocale::setDefault(QLocale::c());   // … nor those in pictures, which are the same wherever they are made
}

// How the figure looks. Whatever can be wrong with it is found before the model is opened.
struct Looks {
    ui::FigureView view;
    ui::ScaleKind scale;
    ui::ThemeKind theme;
    QSize size;
    std::optional<ui::Pair> pin;
};

core::Result<Looks> looksOf(const Options& options)
{
    FOVEA_TRY(view, ui::parseFigureView(options.view));
    FOVEA_TRY(scale, ui::parseScale(options.scale));
    FOVEA_TRY(theme, ui::parseTheme(options.theme));
    FOVEA_TRY(size, ui::parseFigureSize(options.size));
    Looks looks{.view = view, .scale = scale, .theme = theme, .size = size, .pin = {}};
    if (!options.pin.empty()) {
        FOVEA_TRY(pair, ui::parsePin(options.pin));
        looks.pin = pair;
    }
    FOVEA_CHECK(ui::checkFigurePath(options.out));
    FOVEA_CHECK(checkOutput(options.out));
    if (view != ui::FigureView::Grid && (!options.layer || !options.head))
        return core::fail(core::Fault::BadInput, "This view shows one head, and none is chosen.", "Add --layer L and --head H; both count from 0.");
    return looks;
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
    FOVEA_TRY(recording, model->transformer->run(tokens, runOptions));

    ensureApplication();
    FOVEA_TRY(figure, ui::figureOf(recording, looks.view, head));
    figure.scale.kind = looks.scale;
    figure.theme = looks.theme;
    figure.size = looks.size;
    figure.pin = looks.pin;
    figure.hideFirst = options.hideFirst;
    FOVEA_CHECK(ui::renderFigure(figure, options.out));
    sayIfBeyondContext(tokens, config);
    return {};
}

}   // namespace

Action declareRender(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options);
    values->model.declare(options);
    values->run.declare(options);
    options.add_option("--view", values->view, "heatmap, links, both or grid")->required()->type_name("VIEW");
    options.add_option("--layer", values->layer, "Layer, counted from 0; not needed for the grid")->type_name("L");
    options.add_option("--head", values->head, "Head of the layer, counted from 0")->type_name("H");
    options.add_option("--pin", values->pin, "Mark a query and a key, as positions Q,K")->type_name("Q,K");
    options.add_option("--scale", values->scale, "linear, sqrt or log")->type_name("SCALE")->capture_default_str();
    options.add_flag("--hide-first", values->hideFirst, "Leave out the first token and renormalise the rows");
    options.add_option("--size", values->size, "Width and height in pixels")->type_name("WxH")->capture_default_str();
    options.add_option("--theme", values->theme, "light or dark")->type_name("THEME")->capture_default_str();
    options.add_option("--out", values->out, "The picture: FILE.png, FILE.svg or FILE.pdf")->required()->type_name("FILE");
    return [values] { return render(*values); };
}

}   // namespace app
