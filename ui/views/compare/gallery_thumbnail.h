// A pattern in small: which pairs of 32 tokens exist.
#pragma once

#include <QImage>

#include "core/attention/pattern.h"
#include "ui/theme/theme.h"

namespace ui {

inline constexpr int kThumbnailTokens = 32;

// The pattern with every choice from q and k replaced by all that it chooses among.
[[nodiscard]] core::Pattern candidatesOf(const core::Pattern& pattern);

// `pixels` device pixels a side. Absent pairs are hatched, allowed ones solid, those among which data chooses are dotted.
// isCausal: the model's own mask applies too.
[[nodiscard]] QImage patternThumbnail(const core::Pattern& pattern, bool isCausal, int pixels, const Theme& theme);

}   // namespace ui
