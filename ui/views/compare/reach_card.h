// Which tokens can have told a query anything, and through how many layers: the pinned query's sentence by hops.
#pragma once

#include <QWidget>

#include "ui/state/comparison.h"
#include "ui/theme/theme.h"

class QLabel;

namespace ui {

class HopTokens;

class ReachCard : public QWidget {
    Q_OBJECT

public:
    explicit ReachCard(QWidget* parent = nullptr);

    void show(const Comparison* comparison, int pattern, std::optional<core::Index> query);   // null, none: says what to do
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void queryChosen(core::Index query);

private:
    QLabel* m_text;
    HopTokens* m_tokens;
};

}   // namespace ui
