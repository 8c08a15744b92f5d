// ComparisonController: has the document's patterns compared on the head on show, off the GUI thread, while somebody looks at the comparison; then
// the model itself is run with the pattern on show, and costs are counted. The newest question of each kind wins.
#pragma once

#include <QObject>

#include "ui/controllers/comparer.h"
#include "ui/controllers/cost_controller.h"
#include "ui/controllers/sweep_controller.h"
#include "ui/state/session.h"

namespace ui {

class ComparisonController : public QObject {
    Q_OBJECT

public:
    using RecordOf = std::function<ExploreRecordPtr()>;   // on show; null: there is none
    ComparisonController(Session& session, RecordOf recordOf, const Comparer& comparer = coreComparer(), QObject* parent = nullptr);

    void setWatched(bool isWatched);   // somebody looks; asks for what is missing
    void recordChanged();              // there is another record on show
    void cancel();                     // what is missing stays so until another is asked for
    [[nodiscard]] bool busy() const;
    [[nodiscard]] const ComparisonState& state() const { return m_state; }

Q_SIGNALS:
    void changed();   // state()

private:
    void ask();
    void askFurther();
    void askCosts();
    void answer();

    Session& m_session;
    RecordOf m_recordOf;
    ComparisonState m_state;
    bool m_isWatched = false;
    AskedTask<ComparisonQuestion, Comparison> m_comparison;
    AskedTask<ModelEffectQuestion, ModelEffect> m_effect;
    AskedTask<ContextQuestion, ContextShown> m_context;
    CostController m_costs;
    SweepController m_sweep;
    std::pair<ComparisonPtr, std::optional<core::Index>> m_costed;   // of what costs were asked last
};

}   // namespace ui
