// Where Tab goes in a window: through its controls in the order in which they are laid out, also through those that came later. The order in which
// widgets were made, which a toolkit takes, is not one that anybody sees.
#pragma once

#include <vector>

#include <QWidget>

namespace ui {

// Everything that is visible in these parts, each before what is in it, in the order of layouts.
[[nodiscard]] std::vector<QWidget*> laidOut(const std::vector<QWidget*>& parts);

[[nodiscard]] bool isTabStop(const QWidget& widget);

// The stop that follows, or precedes, the widget `from`, round the end; null: there is none. Null `from`: the first or the last.
[[nodiscard]] QWidget* tabStopFrom(const QWidget* from, bool forward, const std::vector<QWidget*>& inOrder);

// Gives it the keyboard, and brings it into sight where it scrolls.
void focusStop(QWidget& stop, bool forward);

}   // namespace ui
