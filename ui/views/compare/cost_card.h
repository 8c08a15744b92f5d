// What one head costs with its own pattern and with those that are compared, at any length: a table, its formulas behind each row.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/state/pattern_costs.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLabel;
class QTableWidget;

namespace ui {

class CostCard : public QWidget {
    Q_OBJECT

public:
    explicit CostCard(QWidget* parent = nullptr);

    void show(const CostAnswerPtr& answer, int chosen = 0);   // null: nothing yet. chosen: of the compared patterns, whose ratios are shown
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void lengthChosen(std::optional<core::Index> tokens);   // null: as many as the text has

private:
    void choose(const QString& typed);
    void sayWrong(const QString& text);
    void sayNote(const QString& text, const char* tone);
    void showLengths();
    void showWidths();
    void showTable();
    void addHead(int column, const QString& number, const QString& name);
    void addCell(int row, int column, const QString& text, const QString& spoken, const QString& tip);
    void fitTable();

    CostAnswerPtr m_answer;
    int m_chosen = 0;
    bool m_isOlder = false;   // what was typed last is no length
    Theme m_theme = Theme::light();
    QComboBox* m_length;
    QComboBox* m_width;
    QTableWidget* m_table;
    QLabel* m_note;
};

}   // namespace ui
