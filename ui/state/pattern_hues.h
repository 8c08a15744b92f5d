// The colour and the letter of each kind of pattern part: blocks, expressions and pictures of patterns agree on them. A hue never stands alone: the
// letter or the name is always beside it.
#pragma once

#include <string_view>

#include <QColor>
#include <QString>

#include "ui/state/pattern_parts.h"
#include "ui/theme/theme.h"

namespace ui {

// Patterns that are not blocks of their own take the hue of what they are nearest to; conditions and `dense` have none.
[[nodiscard]] std::optional<BlockKind> familyOf(std::string_view primitive);

[[nodiscard]] QColor hueOf(BlockKind kind, const Theme& theme);       // of tiles and cells
[[nodiscard]] QColor textHueOf(BlockKind kind, const Theme& theme);   // the same hue where it is letters: 4.5 : 1 on surfaces, 7 : 1 in high contrast
[[nodiscard]] QString letterOf(BlockKind kind);

// Of the first, second … pattern that is compared; its number always stands beside it.
[[nodiscard]] QColor patternInk(int index, const Theme& theme);

// WCAG's ratio of two opaque colours, 1 … 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

}   // namespace ui
