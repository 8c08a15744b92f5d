// The program's own icons: lines of 1.5 px on a grid of 16 px, drawn in the colour that text has where they stand.
#pragma once

#include <QIcon>
#include <QString>

namespace ui {

// By the name of its file in resources/icons. Sharp at any device pixel ratio; its colour is looked up when it is painted and so follows the
// theme: that of text on buttons, fainter where disabled, that of text on ink where switched on. Null where there is no such file.
[[nodiscard]] QIcon icon(const QString& name);

}   // namespace ui
