// How Compare is looked at, as a session keeps it: one word for each choice, a number for each length.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "ui/state/comparing.h"
#include "ui/state/json_words.h"

namespace ui {

inline constexpr JsonWords<ViewParts, 3> kViewParts{{{ViewParts::Both, "both"}, {ViewParts::Matrix, "matrix"}, {ViewParts::Links, "links"}}};

[[nodiscard]] core::Json comparingToJson(const Comparing& compare);
// What is absent is as it is at first. Errors: BadFile, as the end of a sentence: "has "pattern" 7, and patterns are 0 to 3."
[[nodiscard]] core::Result<Comparing> comparingFromJson(const core::Json& json);

}   // namespace ui
