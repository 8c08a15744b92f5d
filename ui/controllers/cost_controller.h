// CostController: what patterns cost at one length and over many, counted off the GUI thread; the newest question wins.
#pragma once

#include <QObject>

#include "ui/state/pattern_costs.h"
#include "ui/work/latest_task.h"

namespace ui {

class CostController : public QObject {
    Q_OBJECT

public:
    explicit CostController(Workers& workers = Workers::shared(), QObject* parent = nullptr);

    void ask(CostQuestion question);
    [[nodiscard]] bool busy() const { return m_costs.busy() || m_growth.busy(); }

Q_SIGNALS:
    void costsFound(ui::CostAnswerPtr answer);      // first, at once for most lengths
    void growthFound(ui::GrowthAnswerPtr answer);   // where the patterns are new

private:
    LatestTask<CostAnswerPtr> m_costs;
    LatestTask<GrowthAnswerPtr> m_growth;
    std::vector<core::LayoutPtr> m_grown;   // what the newest curves are of
};

// The lengths of curves; the text's own is added.
[[nodiscard]] const std::vector<core::Index>& growthLengths();

// Null: stopped.
[[nodiscard]] std::optional<CostAnswerPtr> costsOf(const CostQuestion& question, const std::stop_token& stop);
[[nodiscard]] std::optional<GrowthAnswerPtr> growthOf(const CostQuestion& question, const std::stop_token& stop);

}   // namespace ui
