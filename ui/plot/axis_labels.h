// What stands beside the rows and columns of a matrix: the printed form of every token, or of every word where the matrix is one of words.
#pragma once

#include <vector>

#include <QString>

#include "core/base/shape.h"
#include "core/text/words.h"

namespace ui {

enum class AxisUnit { Tokens, Words };   // what a row and a column stand for

struct AxisLabels {
    std::vector<QString> texts{};       // [N], how each token or word is printed
    std::vector<bool> wordStart{};      // [N], or empty when nothing is known about words, or each position is one
    std::vector<core::Span> pieces{};   // [N], the tokens of each word; empty where positions are tokens
    core::Index trainedContext = 0;     // positions from here on were never trained and are tinted; 0: no limit
    friend bool operator==(const AxisLabels&, const AxisLabels&) = default;

    // trainedContext: in tokens. A word is untrained when any piece of it is.
    [[nodiscard]] static AxisLabels of(const core::Tokens& tokens, core::Index trainedContext);
    [[nodiscard]] static AxisLabels of(const core::Tokens& tokens, const core::Words& words, core::Index trainedContext);

    [[nodiscard]] AxisUnit unit() const { return pieces.empty() ? AxisUnit::Tokens : AxisUnit::Words; }
    // Label of position i, shortened to what a label strip can hold; its number where there is no text.
    [[nodiscard]] QString text(core::Index i) const;
    // Where position i stands in the text, in tokens, as the sentence counts them: "7", or "7–11" for a word of several.
    [[nodiscard]] QString place(core::Index i) const;
    [[nodiscard]] bool untrained(core::Index i) const { return trainedContext > 0 && i >= trainedContext; }
    // Runs of two or more tokens that form one word; drawn as brackets.
    [[nodiscard]] std::vector<core::Span> words(core::Span visible) const;
};

// At most as much of a token or word as a label can hold: a word may have thousands of letters.
[[nodiscard]] QString shortened(const QString& label);

// "7", "7–11": how tokens are counted wherever they are pieces of words.
[[nodiscard]] QString placeOf(core::Span tokens);

// Which of `count` evenly spaced labels to print: every `every`-th, a 1-2-5 number, so that neighbours stand at least `room` apart.
[[nodiscard]] core::Index labelEvery(double spacing, double room);

}   // namespace ui
