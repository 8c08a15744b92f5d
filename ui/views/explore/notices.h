// Standing truths about a record, in words.
#pragma once

#include <QStringList>

#include "ui/state/document.h"
#include "ui/state/explore_record.h"
#include "ui/state/standing.h"

namespace ui {

// One sentence each: the text was cut, positions were never trained, a plan changed heads. Empty when there is nothing to say.
[[nodiscard]] QStringList noticesOf(const ExploreRecord& record);

// Where the record is not (wholly) that of the document: which text, model or plan the picture is of. Empty while they agree.
[[nodiscard]] QStringList standingNotices(Standing standing, const ExploreRecord& record, const DocumentState& document, Side side = Side::First);

}   // namespace ui
