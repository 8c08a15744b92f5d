// fovea, fovea FILE|DIR: the window.
#include <clocale>

#include <QApplication>

#include "app/command.h"
#include "ui/window/main_window.h"

namespace app {

int runWindow(int argc, char** argv, const std::string& path)
{
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");   // QApplication takes over the user's locale, numbers of files must not
    QApplication::setApplicationName(QStringLiteral("Fovea"));
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QString given = QString::fromStdString(path);
    const ui::DocumentState document = ui::documentFor(given);
    ui::MainWindow window(ui::WindowServices::real(), document);
    window.show();
    window.start();
    const bool isText = !given.isEmpty() && document.model == ui::sampleDocument().model;
    if (isText) window.openPath(given);
    return QApplication::exec();
}

}   // namespace app
