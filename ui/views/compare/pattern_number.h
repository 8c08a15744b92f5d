// A whole number in a small box: typed, stepped by arrows, or pulled across with the mouse.
#pragma once

#include <optional>

#include <QSpinBox>

#include "ui/theme/theme.h"

namespace ui {

class NumberField : public QSpinBox {
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);
    void show(int value, int lowest, int highest);   // says nothing back
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    // continues: what the hand that began it goes on with, typing or pulling; it is one step to undo.
    void changed(int value, bool continues);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Pull {
        int from = 0;   // px across
        int value = 0;
        bool hasMoved = false;
    };
    bool pull(QEvent& event);

    Theme m_theme = Theme::light();
    std::optional<Pull> m_pull;
    bool m_continues = false;
};

}   // namespace ui
