// fovea, fovea FILE|DIR, fovea --language CODE: the window.
#include <clocale>

#include <QApplication>
#include <QScreen>
#include <QTimer>

#include "app/bench/first_picture.h"
#include "app/command.h"
#include "ui/plot/attention_view.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/style_sheet.h"

namespace app {

namespace {

// For the benchmark of the start: ends the program when the first text is painted, all heads included.
void endAtFirstPicture(ui::MainWindow& window)
{
    auto& picture = *window.findChild<ui::AttentionView*>(QStringLiteral("attentionView"));
    const auto look = [&window, &picture] {
        const ui::ExploreRecordPtr& record = window.controller().record();
        if (record && !record->heads.empty() && picture.scene().map && picture.isComplete() && picture.picturesDrawn() > 0) QCoreApplication::quit();
    };
    // Whatever was asked to be painted is painted before a timer of no delay fires.
    QObject::connect(&window.controller(), &ui::ExploreController::recordChanged, &picture, [look, &picture] { QTimer::singleShot(0, &picture, look); });
    QObject::connect(&picture, &QCustomPlot::afterReplot, &picture, [look, &picture] { QTimer::singleShot(0, &picture, look); });
}

}   // namespace

core::Result<int> runWindow(int argc, char** argv, const WindowRequest& request)
{
    const QString language = QString::fromStdString(request.language);
    if (!language.isEmpty()) FOVEA_CHECK(ui::checkLanguage(language));
#ifdef __linux__
    // Qt would abort. A platform chosen by name (offscreen, in tests) needs no display.
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return core::fail(core::Fault::System, "There is no display for the window.", "`fovea render` draws to a file; see `fovea help render`.");
#endif
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");   // QApplication takes over the user's locale, numbers of files must not
    QApplication::setApplicationName(QStringLiteral("Fovea"));
    FOVEA_CHECK(ui::useLanguage(language));
    const ui::Look look = ui::prepareApplication();
    const QString given = QString::fromStdString(request.path);
    const ui::DocumentState document = ui::documentFor(given);
    const bool isBenchmark = qEnvironmentVariableIsSet(kEndAtFirstPicture);
    ui::WindowServices services = ui::WindowServices::real();
    services.look = look;
    if (!isBenchmark) services.settings = ui::SettingsFile::ofUser();
    ui::MainWindow window(std::move(services), document);
    if (isBenchmark) endAtFirstPicture(window);
    window.fitTo(window.screen()->availableSize());
    window.show();
    window.start();
    const bool isFile = !given.isEmpty() && document.model == ui::sampleDocument().model;
    if (isFile) window.openPath(given);
    return QApplication::exec();
}

}   // namespace app
