// From score to weight: the lines of a ledger, one step each. One tab stop, arrows inside; Ctrl+C copies a line, Enter follows it to what it was
// made of.
#pragma once

#include <map>
#include <vector>

#include <QWidget>

#include "ui/state/ledger.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/row_cursor.h"

class QGridLayout;
class QLabel;

namespace ui {

class ElidingLabel;

class StepList : public QWidget {
    Q_OBJECT

public:
    enum class Inputs { Products, Row };   // what stands outside the list: the products of q and k, the keys of the row

    explicit StepList(QWidget* parent = nullptr);

    // Precondition: the pair is allowed and a softmax made the row.
    void show(const Derivation& derivation, const Ledger& ledger);
    void setTheme(const Theme& theme);
    [[nodiscard]] QStringList lines() const;   // as they are read: name, expression, value; numbers as calculators take them

Q_SIGNALS:
    void followed(ui::StepList::Inputs inputs);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Row {
        QLabel* name = nullptr;
        ElidingLabel* expression = nullptr;   // narrow places cut it; its tooltip and the copied steps have all of it
        QLabel* value = nullptr;
    };
    enum class Step { Sum, Scale, Mask, LogSumExp, Weight, HideFirst, Written };
    void addRow(QGridLayout& grid, Step step, const char* object, const QString& name, const QString& meaning);
    [[nodiscard]] static QString plainExpression(Step step, QString expression);
    void set(Step step, const QString& expression, const QString& value);
    void walkTo(Step step);
    void follow(Step step);
    [[nodiscard]] std::vector<Step> shown() const;
    [[nodiscard]] QString line(Step step) const;

    std::map<Step, Row> m_rows;
    RowCursor m_cursor;   // among those shown
    Theme m_theme = Theme::light();
};

}   // namespace ui
