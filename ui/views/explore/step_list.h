// From score to weight: the lines of a ledger, one step each.
#pragma once

#include <map>

#include <QWidget>

#include "ui/state/ledger.h"
#include "ui/theme/theme.h"

class QGridLayout;
class QLabel;

namespace ui {

class ElidingLabel;

class StepList : public QWidget {
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    // Precondition: the pair is allowed and a softmax made the row.
    void show(const Derivation& derivation, const Ledger& ledger);
    void setTheme(const Theme& theme);
    [[nodiscard]] QStringList lines() const;   // as they are read: name, expression, value; numbers as calculators take them

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

    std::map<Step, Row> m_rows;
};

}   // namespace ui
