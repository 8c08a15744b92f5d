// F6: from panel to panel, whatever stands between them in the order of Tab.
#pragma once

#include <vector>

#include <QWidget>

namespace ui {

// Puts the focus into the next panel (by = 1) or the previous one (by = −1) that can take it, round and round: to where it was in there last, else to
// its first place. A panel is a list of widgets, of which the first that can is gone to.
void stepPanel(const std::vector<QWidgetList>& panels, int by);

}   // namespace ui
