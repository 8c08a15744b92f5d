// Which tokens can have told a query anything, and through how many layers: the pinned query's sentence by hops.
#pragma once

#include <map>
#include <optional>

#include <QWidget>

#include "ui/state/comparison.h"
#include "ui/theme/theme.h"

class QLabel;
class QScrollArea;

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
    [[nodiscard]] const std::vector<int>& hopsOf(const Comparison& comparison, const core::LayoutPtr& layout, core::Index query);
    void reveal(int token);

    QLabel* m_text;
    QScrollArea* m_area = nullptr;
    core::LayoutPtr m_layout;                         // that the hops below are of
    std::map<core::Index, std::vector<int>> m_hops;   // of queries that were looked at: the pointer comes by many times
    std::optional<core::Index> m_query;               // on show
    HopTokens* m_tokens;
};

}   // namespace ui
