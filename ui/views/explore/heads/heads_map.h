// The map of heads: how evenly a head looks (across) against how far (up); the shape of a mark says how deep its head lies. Pointing looks at
// a head, a click shows it; the head on show is ringed and named. Pointing never draws the plot again. One tab stop, arrows inside.
#pragma once

#include <optional>

#include <qcustomplot.h>

#include "ui/plot/head_pointing.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/heads/head_marks.h"

namespace ui {

class HeadsMap : public QCustomPlot {
    Q_OBJECT

public:
    explicit HeadsMap(QWidget* parent = nullptr);

    void showMarks(std::vector<HeadMark> marks);
    void setAge(HeadsAge age);
    void setSelection(const Selection& selection);
    bool releaseKeys() { return m_pointing.releaseKeys(); }   // the look of the keyboard; false: there is none
    void setTheme(const Theme& theme);

    [[nodiscard]] const std::vector<HeadMark>& marks() const { return m_marks; }
    [[nodiscard]] std::optional<QPointF> placeOf(core::HeadId head) const;   // null: the head is not on the map
    [[nodiscard]] int picturesDrawn() const { return m_picturesDrawn; }      // how often the plot itself was drawn

    [[nodiscard]] QSize sizeHint() const override { return {260, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 98}; }

    // One mark, also for the legend.
    static void paintMark(QPainter& painter, QPointF at, int shape, const QColor& color);

Q_SIGNALS:
    void headHovered(std::optional<core::HeadId> head);
    void headChosen(core::HeadId head);
    void headSoloed(core::HeadId head);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int axisNameHeight() const { return m_theme.scaled(18); }
    void draw();
    [[nodiscard]] QPointF pointOf(const HeadMark& mark) const;
    [[nodiscard]] PlacedMarks places() const;
    void paintRing(QPainter& painter, core::HeadId head, Qt::PenStyle style) const;
    void paintNames(QPainter& painter) const;
    void paintName(QPainter& painter, core::HeadId head, const QRectF& place) const;
    void paintAxisNames(QPainter& painter) const;
    [[nodiscard]] QRectF nameRect(core::HeadId head, const std::vector<QRectF>& taken) const;
    void describe();
    [[nodiscard]] std::optional<std::size_t> indexOf(core::HeadId head) const;
    [[nodiscard]] std::optional<core::HeadId> headAt(QPointF point) const;

    std::vector<HeadMark> m_marks;
    std::vector<QCPGraph*> m_graphs;   // one for each shape, and one for the marks of each that do not pass
    HeadPointing m_pointing;
    HeadsAge m_age = HeadsAge::Current;
    Theme m_theme = Theme::light();
    bool m_keysSeen = false;   // keys were used here last: the focus is to be seen
    bool m_focusRing = false;
    int m_picturesDrawn = 0;
};

}   // namespace ui
