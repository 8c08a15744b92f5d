// How wide the panels at the sides of a view are: view state, never undone.
#pragma once

namespace ui {

// px, as somebody dragged them; 0: by the width of the window.
struct PanelWidths {
    int heads = 0;
    int inspector = 0;
    friend bool operator==(const PanelWidths&, const PanelWidths&) = default;
};

}   // namespace ui
