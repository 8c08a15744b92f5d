// The theme as a Qt style sheet: chrome is grey and ink, hues belong to data.
#pragma once

#include <QString>

#include "ui/theme/theme.h"

namespace ui {

[[nodiscard]] QString styleSheet(const Theme& theme);

}   // namespace ui
