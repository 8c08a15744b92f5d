// On or off, as a sliding switch; to keys and screen readers it is the check box that it is.
#pragma once

#include <QCheckBox>

#include "ui/theme/theme.h"

namespace ui {

class Switch : public QCheckBox {
    Q_OBJECT

public:
    explicit Switch(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& point) const override { return rect().contains(point); }

private:
    [[nodiscard]] double scale() const;

    Theme m_theme = Theme::light();
};

}   // namespace ui
