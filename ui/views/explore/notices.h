// Standing truths about a record, in words.
#pragma once

#include <QStringList>

#include "ui/state/explore_record.h"

namespace ui {

// One sentence each: the text was cut, positions were never trained, a plan changed heads. Empty when there is nothing to say.
[[nodiscard]] QStringList noticesOf(const ExploreRecord& record);

// Metrics of a head as lines for a tooltip.
[[nodiscard]] QString metricsNote(const core::HeadMetrics& metrics);

}   // namespace ui
