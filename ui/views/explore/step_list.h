// From score to weight: the lines of a ledger, one step each.
#pragma once

#include <map>

#include <QWidget>

#include "ui/state/ledger.h"
#include "ui/theme/theme.h"

class QGridLayout;
class QLabel;

namespace ui {

class StepList : public QWidget {
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    // Precondition: the pair is allowed and a softmax made the row.
    void show(const Derivation& derivation, const Ledger& ledger);
    void setTheme(const Theme& theme);
    [[nodiscard]] QStringList lines() const;   // as they are read: name, expression, value

private:
    struct Row {
        QLabel* name = nullptr;
        QLabel* expression = nullptr;
        QLabel* value = nullptr;
    };
    enum class Step { Sum, Scale, Mask, LogSumExp, Weight, HideFirst, Written };
    void addRow(QGridLayout& grid, Step step, const QString& name, const char* object);
    void set(Step step, const QString& expression, const QString& value);

    std::map<Step, Row> m_rows;
};

}   // namespace ui
