// Everything slow or modal that the window asks for, so that tests can answer in its place; and the document it starts with.
#pragma once

#include <functional>

#include "ui/controllers/explore_controller.h"
#include "ui/controllers/future_prover.h"
#include "ui/controllers/head_scorer.h"
#include "ui/state/document.h"
#include "ui/state/samples.h"

class QWidget;

namespace ui {

struct WindowServices {
    EnginePtr engine;
    ModelOpener openModel;
    QStringList builtInModels;
    Samples samples{};
    std::function<QString(QWidget* parent)> chooseFolder;   // empty: the user changed their mind
    std::function<QString(QWidget* parent, const QString& suggested)> chooseFigureFile;
    PacingClock clock;   // none: the system's
    HeadScorer scoreHeads = ui::scoreHeads;
    FutureProver proveFuture = ui::proveFuture;

    [[nodiscard]] static WindowServices real();
};

// A folder is called by its own name; the path is one hover away.
[[nodiscard]] QString shortName(const QString& model);
// Whether a model is opened from this path, rather than a text; and which: a file inside a model folder stands for the folder.
[[nodiscard]] bool isModelPath(const QString& path);
[[nodiscard]] QString modelPath(const QString& path);

// The sample sentence on the built-in model.
[[nodiscard]] DocumentState sampleDocument();
// The same on the model that `path` is (a folder, or a file in one). Any other path leaves the built-in model.
[[nodiscard]] DocumentState documentFor(const QString& path);

}   // namespace ui
