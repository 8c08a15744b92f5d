// Sentences outside of classes: translations have them under the name of the namespace, where lupdate looks for them. Within a class that is a
// QObject its own tr() is nearer.
#pragma once

#include <QCoreApplication>

namespace ui {

[[nodiscard]] inline QString tr(const char* sentence) { return QCoreApplication::translate("ui", sentence); }

}   // namespace ui
