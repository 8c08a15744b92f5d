// Everything slow or modal that the window asks for, so that tests can answer in its place; and the document it starts with.
#pragma once

#include <functional>

#include "ui/controllers/comparer.h"
#include "ui/controllers/explore_controller.h"
#include "ui/controllers/future_prover.h"
#include "ui/controllers/head_scorer.h"
#include "ui/state/document.h"
#include "ui/state/samples.h"
#include "ui/window/settings.h"

class QWidget;

namespace ui {

// Asks for a file or folder, beginning at `at`; empty: the user changed their mind.
using PathChooser = std::function<QString(QWidget* parent, const QString& at)>;

struct WindowServices {
    EnginePtr engine;
    ModelOpener openModel;
    QStringList builtInModels;
    Samples samples{};
    PathChooser chooseFolder;        // of a model
    PathChooser chooseFigureFile;    // to write
    PathChooser chooseSession;       // to read
    PathChooser chooseSessionFile;   // to write
    PacingClock clock;   // none: the system's
    HeadScorer scoreHeads = ui::scoreHeads;
    FutureProver proveFuture = ui::proveFuture;
    Comparer comparer = coreComparer();
    SettingsFile settings{};   // none: nothing is remembered
    Look look{};               // where nothing is remembered of it

    [[nodiscard]] static WindowServices real();   // all but the settings: who starts the program says whether it remembers
};

// A folder is called by its own name; the path is one hover away.
[[nodiscard]] QString shortName(const QString& model);
// As what a path is opened. A file inside a model folder stands for the folder: that is modelPath.
enum class PathKind { Model, Session, Text };
[[nodiscard]] PathKind kindOf(const QString& path);
[[nodiscard]] QString modelPath(const QString& path);
[[nodiscard]] QString sessionName(const QString& path);   // of a session's file: without its ending

// The sample sentence on the built-in model.
[[nodiscard]] DocumentState sampleDocument();
// The same on the model that `path` is (a folder, or a file in one). Any other path leaves the built-in model.
[[nodiscard]] DocumentState documentFor(const QString& path);

}   // namespace ui
