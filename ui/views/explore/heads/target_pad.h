// A small grid of squares on which a target pattern is drawn: rows are the tokens that look, columns those they look at. Drag draws or wipes,
// whichever the first square was not; arrows walk and Space draws. Drawing on a rule turns it into the squares that are seen.
#pragma once

#include <QWidget>

#include "ui/plot/hatch.h"
#include "ui/state/explore_record.h"
#include "ui/views/explore/heads/target_grid.h"

namespace ui {

class TargetPad : public QWidget {
    Q_OBJECT

public:
    explicit TargetPad(QWidget* parent = nullptr);

    void showText(const ExploreRecordPtr& record, core::HeadId head);   // the head decides which squares can be drawn on
    void showDrawing(const HeadDrawingPtr& drawing);
    void setTheme(const Theme& theme);

    [[nodiscard]] const TargetGrid& grid() const { return m_grid; }
    [[nodiscard]] QPoint centreOf(TargetSquare square) const { return m_grid.rectOf(square, area()).center().toPoint(); }
    [[nodiscard]] QString caption() const;   // what the square under the pointer or the keyboard stands for
    [[nodiscard]] QSize sizeHint() const override { return {kSide + kLabels, kSide + kLabels}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void drawn(const ui::DrawnCells& cells);   // after each square, so that what is found follows the hand
    void captionChanged(const QString& caption);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Stroke { None, Draw, Wipe };
    static constexpr int kSide = 264, kLabels = 52;   // px of the squares, and beside and above them
    void reflect();
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] bool isAllowed(TargetSquare square) const;
    void paintSquares(QPainter& painter) const;
    void paintAbsent(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    [[nodiscard]] QString labelOf(core::Index square) const;
    [[nodiscard]] std::optional<TargetSquare> looked() const;   // with the pointer, or with the keys
    void apply(TargetSquare square, bool drawn);
    void point(std::optional<TargetSquare> square);

    ExploreRecordPtr m_record;
    core::MapPtr m_map;
    HeadDrawingPtr m_drawing;
    TargetGrid m_grid;
    Theme m_theme = Theme::light();
    Stroke m_stroke = Stroke::None;
    std::optional<TargetSquare> m_under;   // the pointer
    TargetSquare m_focused;
    bool m_focusRing = false;
};

}   // namespace ui
