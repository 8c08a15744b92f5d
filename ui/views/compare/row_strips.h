// The strips of a comparison as a widget: a row is pointed at and chosen there as in the matrix beside it.
#pragma once

#include <QWidget>

#include "ui/plot/strip_painter.h"
#include "ui/state/comparison.h"

namespace ui {

class RowStrips : public QWidget {
    Q_OBJECT

public:
    explicit RowStrips(QWidget* parent = nullptr);

    void showEffect(ComparisonPtr comparison, int pattern);   // null: nothing is drawn
    void setCells(const MatrixGeometry& cells);               // of the matrix beside it, in its y coordinates
    void setMarked(std::optional<core::Index> row);           // pinned or looked at
    void setTheme(const Theme& theme);

    [[nodiscard]] const StripScene& scene() const { return m_scene; }
    [[nodiscard]] QSize sizeHint() const override { return {stripsWidth(m_scene.theme), 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void rowPointed(std::optional<core::Index> row);
    void rowChosen(core::Index row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] std::optional<core::Index> rowAt(double y) const;

    ComparisonPtr m_comparison;   // owns what the scene points to
    StripScene m_scene;
};

}   // namespace ui
