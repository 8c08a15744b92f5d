// View state as JSON, one member at a time: what session files and the user's settings hold of it. To keep another member of ViewState, add a
// line to the table in view_json.cpp.
#pragma once

#include "core/base/json.h"
#include "ui/state/document.h"

namespace ui {

// A session file opens again to the same picture; what suits somebody's eyes and screen stays with the person.
enum class ViewPart { Picture, Person };

[[nodiscard]] core::Json changesToJson(const ViewState& before, const ViewState& view);   // the members that differ
[[nodiscard]] core::Json viewToJson(const ViewState& view, ViewPart part);   // the members of this part

// Members of this part that are there replace those of `view`; others are not looked at. Errors: BadFile naming the member.
[[nodiscard]] core::Result<ViewState> viewFromJson(const core::Json& json, ViewPart part, ViewState view);
// The same for all members, where one that cannot be read takes no other with it.
[[nodiscard]] ViewState readableView(const core::Json& json, ViewState view);

// How heads are listed, filtered and compared; the drawing too. Errors: BadFile, a sentence that begins behind the name of the value.
[[nodiscard]] core::Json headsToJson(const HeadsView& heads);
[[nodiscard]] core::Result<HeadsView> headsFromJson(const core::Json& json);

}   // namespace ui
