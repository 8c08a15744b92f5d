// Texts that come with the program to read in full, through a sliding window and cropped, each with one line on what the model they were written for
// really does with them.
#pragma once

#include <filesystem>
#include <vector>

#include <QString>

#include "core/base/result.h"
#include "core/metrics/context_effect.h"

namespace ui {

enum class ContextReading { Full, Sliding, WithSinks, Cropped };

// The reading that was asked for, of an effect that has it; null without sinks.
[[nodiscard]] const core::ContextRun* readingOf(const core::ContextEffect& effect, ContextReading reading);

// One number that the line speaks of, to two decimals.
struct ContextFact {
    enum class Kind { Loss, Divergence, Probability };
    ContextReading reading = ContextReading::Full;
    Kind kind = Kind::Loss;
    QString token;   // whose probability, as labels print it
    double value = 0.0;
};

struct ContextPreset {
    QString title;
    QString text;
    core::ContextWindow window;
    QString look;
    std::vector<ContextFact> shows;
};

struct ContextPresets {
    QString model;   // of which the lines are true
    std::vector<ContextPreset> contexts;

    // The preset that is this text read so by the model it was written for; null for any other.
    [[nodiscard]] const ContextPreset* find(const QString& text, const QString& onModel, const core::ContextWindow& window) const;
};

// Errors: BadFile naming the file, the text and the member.
[[nodiscard]] core::Result<ContextPresets> readContextPresets(const std::filesystem::path& file);

// Those that lie beside the program; none where they are missing.
[[nodiscard]] ContextPresets builtInContextPresets();

}   // namespace ui
