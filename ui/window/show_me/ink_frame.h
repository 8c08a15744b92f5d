// A frame of ink around the part of the window that is spoken of. Nothing else is dimmed: the data keep their colours.
#pragma once

#include <functional>

#include "ui/theme/theme.h"
#include "ui/window/window_overlay.h"

namespace ui {

class InkFrame : public WindowOverlay {
    Q_OBJECT

public:
    using Place = std::function<QRect()>;   // in the window; empty where it cannot be seen
    explicit InkFrame(QWidget* window);

    void frame(Place place, const Theme& theme);
    [[nodiscard]] QRect framed() const { return m_place ? m_place() : QRect(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Place m_place;
    Theme m_theme = Theme::light();
};

// Where in the window a widget is, or the button or the menu of an action, by its object name.
[[nodiscard]] QRect placeOf(const QWidget& window, const char* name);
// What lies in something that scrolls is scrolled to.
void bringIntoSight(const QWidget& window, const char* name);

}   // namespace ui
