// Which shape stands for which layers on the map of heads.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/views/explore/heads/head_marks.h"

namespace ui {

class MarkLegend : public QWidget {
    Q_OBJECT

public:
    explicit MarkLegend(QWidget* parent = nullptr);

    void setLayers(core::Index layers);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList names() const;   // the first layer of each shape: "L0"
    core::Index m_layers = 0;
    Theme m_theme = Theme::light();
};

}   // namespace ui
