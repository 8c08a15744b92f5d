// Painting into a pattern: its expression with the pairs of strokes allowed, or taken away.
#pragma once

#include <QString>

#include "core/attention/painted.h"

namespace ui {

// What was painted stands in one part of the expression however many strokes there were. The model's own mask stays above it: a pair that a causal
// model cannot have is not had by painting it. Errors: those of parsing; BadInput where more is painted than a pattern may list.
[[nodiscard]] core::Result<QString> afterStrokes(const QString& pattern, const core::CellBlocks& strokes, core::Stroke kind,
                                                 const core::Tokens* tokens = nullptr);

}   // namespace ui
