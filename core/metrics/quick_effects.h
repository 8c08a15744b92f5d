// patternEffects as far as pictures need it: nothing is timed, and nothing is known of reach. For long texts, of which the rest takes seconds.
#pragma once

#include "core/metrics/pattern_effect.h"

namespace core {

// In each, `seconds` is 0 and `reach` empty; all else as in patternEffects, and so are errors.
[[nodiscard]] Result<std::vector<PatternEffect>> quickEffects(const RecordingPtr& recording, HeadId head, std::span<const Pattern> patterns,
                                                              const std::stop_token& stop = {});

}   // namespace core
