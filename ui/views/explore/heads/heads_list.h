// The ranked list of heads: name, bar, value and, where it is known, the value on shuffled tokens. Pointing at a row or walking to it with the
// keys looks at its head, Enter or a click shows it. One tab stop, arrows inside.
#pragma once

#include <optional>

#include <QListView>
#include <QStyledItemDelegate>

#include "ui/plot/head_pointing.h"
#include "ui/theme/theme.h"

namespace ui {

class HeadsListModel;
enum class HeadsAge;

class HeadsListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int kPadding = 8, kGap = 10;   // of rows, and between their columns
    // Widths of the texts, from which all edges follow.
    struct Columns {
        int name = 0;
        int value = 0;
        int shuffled = 0;   // 0: there is no such column
    };
    [[nodiscard]] static Columns columnsOf(const HeadsListModel& model, const Theme& theme, const QString& unit, const QString& baseline);

    void setTheme(const Theme& theme) { m_theme = theme; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void setColumns(Columns columns) { m_columns = columns; }
    [[nodiscard]] const Columns& columns() const { return m_columns; }
    void setAge(HeadsAge age) { m_age = age; }
    void setMarked(int shown, int peeked, int focused) { m_shown = shown, m_peeked = peeked, m_focused = focused; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme = Theme::light();
    Columns m_columns;
    HeadsAge m_age{};
    int m_shown = -1;     // row of the head on show
    int m_peeked = -1;    // … of the head that is looked at
    int m_focused = -1;   // … with the keyboard's focus, where it is to be seen
};

class HeadsList : public QListView {
    Q_OBJECT

public:
    explicit HeadsList(QWidget* parent = nullptr);

    // After each change of the model. `unit` and `baseline` are what the headings say: columns leave room for them.
    void refresh(const QString& unit, const QString& baseline);
    void setSelection(const Selection& selection);
    bool releaseKeys() { return m_pointing.releaseKeys(); }   // the look of the keyboard; false: there is none
    void setTheme(const Theme& theme);
    [[nodiscard]] HeadsListModel& rows() const { return *m_rows; }
    [[nodiscard]] const HeadsListDelegate::Columns& columns() const { return m_delegate->columns(); }
    [[nodiscard]] int rowHeight() const;
    void setWantedRows(int rows);
    [[nodiscard]] QSize sizeHint() const override { return {240, m_wantedRows * rowHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, rowHeight()}; }
    void keyboardSearch(const QString&) override {}   // letters are for shortcuts; names of heads are no words to type

Q_SIGNALS:
    void headHovered(std::optional<core::HeadId> head);
    void headChosen(core::HeadId head);
    void headSoloed(core::HeadId head);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void mark();
    [[nodiscard]] std::optional<core::HeadId> headAt(QPoint point) const;

    HeadsListModel* m_rows;
    HeadsListDelegate* m_delegate;
    HeadPointing m_pointing;
    int m_wantedRows = 6;
    bool m_keysSeen = false;       // keys were used here last: the focus is to be seen
    bool m_hasSelection = false;   // of rows that are there
    bool m_byKey = false;          // the current row is changing because of a key
};

}   // namespace ui
