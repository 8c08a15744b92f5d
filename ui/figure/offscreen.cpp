#include "ui/figure/offscreen.h"

#include <clocale>
#include <iostream>

#include <QApplication>
#include <QLocale>

namespace ui {

namespace {

// What the platform says about itself is no news to who asked for a picture: containers lack a runtime folder, and nobody sees a size hint.
bool isOfThePlatform(const QString& message)
{
    return message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")) || message.contains(QLatin1String("propagateSizeHints"));
}

}   // namespace

OffscreenApplication::OffscreenApplication()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        if (!isOfThePlatform(message)) std::cerr << message.toStdString() << std::endl;
    });
    static int argc = 1;
    static char name[] = "fovea";
    static char* argv[] = {name, nullptr};
    m_application = std::make_unique<QApplication>(argc, argv);
    std::setlocale(LC_NUMERIC, "C");   // QApplication takes over the user's locale, numbers of files must not
    QLocale::setDefault(QLocale::c());   // … nor those in pictures
}

OffscreenApplication::~OffscreenApplication() = default;

}   // namespace ui
