// A short list of shares: label, bar, one or two number columns. Shows what it is given; rows that mean something can be chosen by a click, or by
// Enter where the keyboard is, and every row copies on Ctrl+C.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/views/explore/row_cursor.h"

namespace ui {

struct ShareRow {
    enum class Kind { Plain, Choosable };
    QString label;
    double share = 0.0;   // length of the bar, 0 … 1
    QString value;
    QString second;        // second number column; across: a line below. Empty in all rows: there is none
    bool marked = false;   // the row that the rest of the panel is about
    Kind kind = Kind::Plain;
    QString tip;   // what choosing it does, or why it cannot be chosen
    friend bool operator==(const ShareRow&, const ShareRow&) = default;
};

// Across: items one after the other, for wide and low places. Those at the end that have no room are counted instead: "2 more".
enum class ShareFlow { Down, Across };

class ShareList : public QWidget {
    Q_OBJECT

public:
    explicit ShareList(QWidget* parent = nullptr);

    void setRows(std::vector<ShareRow> rows);
    void setFlow(ShareFlow flow);
    void setHeadings(const QString& value, const QString& second);
    void setTheme(const Theme& theme);
    [[nodiscard]] const std::vector<ShareRow>& rows() const { return m_rows; }
    [[nodiscard]] QRect rectOf(int row) const;   // empty where there is no room for it
    [[nodiscard]] int placedRows() const { return m_placed; }   // the first so many have room: those that are seen, and walked by keys
    [[nodiscard]] QRect moreRect() const { return m_more; }     // empty where all have room
    [[nodiscard]] const QString& valueHeading() const { return m_valueHeading; }
    [[nodiscard]] const QString& secondHeading() const { return m_secondHeading; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowChosen(int row);   // a choosable one

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintBar(QPainter& painter, const QRectF& track, double share) const;
    void paintItem(QPainter& painter, const ShareRow& row, const QRect& area) const;
    void paintRow(QPainter& painter, const ShareRow& row, const QRect& area) const;
    void paintHeadings(QPainter& painter) const;
    void layOut();
    void layOutAcross();
    [[nodiscard]] std::optional<QPoint> placeBehind(const QRect& last, int width) const;   // null: there is no line for it
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] QStringList spokenRows(int from) const;
    void choose(int row);
    void setHovered(int row);
    [[nodiscard]] int rowAt(QPoint point) const;   // −1: none
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int itemHeight() const;
    [[nodiscard]] int itemWidth(const ShareRow& row) const;
    [[nodiscard]] int labelWidth() const;   // less where rows are narrow
    [[nodiscard]] int widthWith(int label) const;   // of a row
    [[nodiscard]] int widest(const QString& heading, QString ShareRow::*text) const;
    [[nodiscard]] bool hasHeadings() const { return !m_valueHeading.isEmpty(); }
    [[nodiscard]] bool hasSecond() const;

    Theme m_theme = Theme::light();
    std::vector<ShareRow> m_rows;
    int m_valueWidth = 0, m_secondWidth = 0;   // of the two columns of numbers, the gap before the second included
    std::vector<QRect> m_places;   // of the rows; empty where there is no room
    int m_placed = 0;              // how many have room
    QRect m_more;                  // where the others are counted
    QSize m_wanted;                // what the layout was told last
    ShareFlow m_flow = ShareFlow::Down;
    QString m_valueHeading;
    QString m_secondHeading;
    RowCursor m_cursor;
    int m_hovered = -1;
    int m_pressed = -1;
};

}   // namespace ui
