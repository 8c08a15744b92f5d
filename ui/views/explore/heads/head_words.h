// Measures of heads in words and digits: names, headings, units, and why a number is missing.
#pragma once

#include <QString>

#include "ui/views/explore/heads/head_order.h"

namespace ui {

[[nodiscard]] QString nameOf(HeadMeasure measure);                                      // "mean distance"
[[nodiscard]] QString explanationOf(HeadMeasure measure);                               // one sentence
[[nodiscard]] QString titleOf(HeadMeasure measure, HeadDirection direction);            // "Furthest-looking heads"
[[nodiscard]] QString unitOf(HeadMeasure measure);                                      // heading of the numbers: "tokens"
[[nodiscard]] QString printedValue(std::optional<double> value, HeadMeasure measure);   // "–" for none
[[nodiscard]] int decimalsOf(HeadMeasure measure);
[[nodiscard]] QString reasonOf(Missing missing);
[[nodiscard]] QString ageText();   // "of the text before"

// All that is known of one head, one line each, for tooltips; missing numbers with their reason.
[[nodiscard]] QString factsOf(const HeadValues& values, std::size_t i, const HeadOrder& order);
// "Layer 2, head 5, mean distance 8.8, rank 5 of 40", for a voice.
[[nodiscard]] QString spokenOf(const HeadEntry& entry, const HeadOrder& order);

}   // namespace ui
