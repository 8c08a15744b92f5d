// A choice among the measures of heads, and one entry for none of them.
#pragma once

#include <optional>

#include <QComboBox>

#include "ui/state/heads_view.h"

namespace ui {

class MeasureBox : public QComboBox {
    Q_OBJECT

public:
    // `none` names the choice of no measure; empty: there must be one.
    MeasureBox(const char* name, const QString& spoken, const QString& none, QWidget* parent = nullptr);

    // Offers what can be measured: a drawing only where there is one.
    void show(const HeadsView& view, std::optional<HeadMeasure> chosen);

Q_SIGNALS:
    void measureChosen(std::optional<ui::HeadMeasure> measure);   // by the user

private:
    void fill(bool offersDrawn);
    QString m_none;
};

}   // namespace ui
