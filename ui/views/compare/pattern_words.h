// What blocks of patterns are called, and what each does, in plain words.
#pragma once

#include <QString>

#include "core/text/tokens.h"
#include "ui/state/pattern_parts.h"

namespace ui {

[[nodiscard]] QString nameOf(BlockKind kind);
[[nodiscard]] QString parameterName(BlockKind kind, std::size_t index);   // "width", in front of its number
// Of the text whose tokens these are, or of none. isCausal: the model's own mask is causal.
[[nodiscard]] QString ruleOf(BlockKind kind, const PatternBlock& block, const core::Tokens* tokens, bool isCausal);

}   // namespace ui
