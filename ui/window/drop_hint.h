// While something is dragged over the window: one outlined target that says what dropping it would do.
#pragma once

#include "ui/theme/theme.h"
#include "ui/window/drop_meaning.h"
#include "ui/window/window_overlay.h"

namespace ui {

class DropHint : public WindowOverlay {
    Q_OBJECT

public:
    explicit DropHint(QWidget* window);

    void showMeaning(const DropMeaning& meaning, const Theme& theme);
    [[nodiscard]] const QString& words() const { return m_meaning.words; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DropMeaning m_meaning;
    Theme m_theme = Theme::light();
};

}   // namespace ui
