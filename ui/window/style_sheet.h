// The look of the window's chrome, grey and ink; hues belong to data.
#pragma once

#include <QPalette>
#include <QString>

#include "ui/theme/theme.h"

namespace ui {

// Once for each process, before the first window: the style and face that the sheet builds on. What the platform knows of how its reader
// wants to see programs.
Look prepareApplication();
// Face, palette and motion of the whole program, dialogs and menus included.
void applyLook(const Theme& theme);

[[nodiscard]] QString styleSheet(const Theme& theme);
[[nodiscard]] QPalette paletteOf(const Theme& theme);

}   // namespace ui
