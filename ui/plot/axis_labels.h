// What stands beside the rows and columns of a matrix: the printed form of every token.
#pragma once

#include <vector>

#include <QString>

#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace ui {

struct AxisLabels {
    std::vector<QString> texts{};     // [N], how each token is printed
    std::vector<bool> wordStart{};    // [N], or empty when nothing is known about words
    core::Index trainedContext = 0;   // positions from here on were never trained and are tinted; 0: no limit
    friend bool operator==(const AxisLabels&, const AxisLabels&) = default;

    [[nodiscard]] static AxisLabels of(const core::Tokens& tokens, core::Index trainedContext);
    // Label of position i, shortened to what a label strip can hold; its number where there is no text.
    [[nodiscard]] QString text(core::Index i) const;
    [[nodiscard]] bool untrained(core::Index i) const { return trainedContext > 0 && i >= trainedContext; }
    // Runs of two or more tokens that form one word; drawn as brackets.
    [[nodiscard]] std::vector<core::Span> words(core::Span visible) const;
};

// Which of `count` evenly spaced labels to print: every `every`-th, a 1-2-5 number, so that neighbours stand at least `room` apart.
[[nodiscard]] core::Index labelEvery(double spacing, double room);

}   // namespace ui
