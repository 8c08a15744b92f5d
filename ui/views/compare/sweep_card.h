// A sweep: a pattern with lists of numbers, all of its patterns tried on this head, and which of them are worth their cost.
#pragma once

#include <QWidget>

#include "ui/state/pattern_costs.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class SweepPlot;

class SweepCard : public QWidget {
    Q_OBJECT

public:
    explicit SweepCard(QWidget* parent = nullptr);

    void show(const SweepState& state);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void asked(const QString& text);   // a template
    void stopRequested();
    void patternChosen(const QString& pattern);

private:
    void build();
    void showAnswer();
    [[nodiscard]] QString sentence(std::optional<std::size_t> best) const;

    SweepState m_state;
    QLineEdit* m_text;
    QPushButton* m_run;
    QComboBox* m_loss;
    QComboBox* m_cost;
    SweepPlot* m_plot;
    QLabel* m_status;
};

}   // namespace ui
