#include "ui/controllers/comparison_controller.h"

namespace ui {

namespace {

constexpr core::Index kLong = 1024;   // tokens from which pictures come before the rest

// Their own, so that pictures wait neither for comparisons nor for runs of the model.
Workers& comparingThreads()
{
    static Workers workers(3, Workers::Life::OfProgram);
    return workers;
}

}   // namespace

ComparisonController::ComparisonController(Session& session, RecordOf recordOf, const Comparer& comparer, QObject* parent) :
    QObject(parent),
    m_session(session),
    m_recordOf(std::move(recordOf)),
    m_comparison(
        comparer.compare, [this] { answer(); }, comparingThreads()),
    m_effect(
        comparer.run, [this] { answer(); }, comparingThreads()),
    m_context(
        comparer.read, [this] { answer(); }, comparingThreads()),
    m_costs(comparingThreads()),
    m_sweep(comparingThreads())
{
    connect(&m_session, &Session::documentChanged, this, [this] { ask(); });
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        const Comparing& compare = m_session.view().compare;
        if (compare.sweep != before.compare.sweep) compare.sweep.isEmpty() ? m_sweep.stop() : m_sweep.start(compare.sweep);
        if (!(compare == before.compare)) ask();
    });
    connect(&m_costs, &CostController::costsFound, this, [this](const CostAnswerPtr& costs) {
        m_state.costs = costs;
        Q_EMIT changed();
    });
    connect(&m_costs, &CostController::growthFound, this, [this](const GrowthAnswerPtr& growth) {
        m_state.growth = growth;
        Q_EMIT changed();
    });
    connect(&m_sweep, &SweepController::changed, this, [this] {
        m_state.sweep = m_sweep.state();
        Q_EMIT changed();
    });
}

void ComparisonController::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) == isWatched) return;
    isWatched ? ask() : cancel();
}

void ComparisonController::recordChanged() { ask(); }

bool ComparisonController::busy() const
{
    return m_comparison.busy() || m_effect.busy() || m_context.busy() || m_sweep.state().isRunning;   // costs are counted in no time
}

void ComparisonController::ask()
{
    const ExploreRecordPtr record = m_recordOf();
    if (!m_isWatched || !record) return;
    const core::HeadId head = record->nearest(m_session.document().head);
    const QStringList& patterns = m_session.document().patterns;
    const ComparisonPtr& known = m_comparison.answered().answer;
    const bool hasPictures = record->recording->size() < kLong || (known && known->isOf(record, head, patterns));
    m_comparison.ask({record, head, patterns, known, hasPictures ? Depth::Whole : Depth::Quick});
    m_sweep.setHead(record->recording, head);
    const Comparing& compare = m_session.view().compare;
    if (compare.effects == EffectsCard::Context) m_context.ask({record, {.window = compare.window, .sinks = compare.sinks}});
    askFurther();
}

// Of the comparison that was found last, once it is that of the document.
void ComparisonController::askFurther()
{
    if (!m_isWatched || !m_comparison.isAnswered()) return;
    const ComparisonPtr& found = m_comparison.answered().answer;
    if (!isWhole(*found)) return;
    const int pattern = m_session.shownPattern();
    askCosts();
    const Comparing& compare = m_session.view().compare;
    if (compare.effects == EffectsCard::Model && found->pattern(pattern)) m_effect.ask({found, pattern, compare.triedOn(), compare.kvGroups});
}

void ComparisonController::askCosts()
{
    const ComparisonPtr& comparison = m_comparison.answered().answer;
    const std::optional<core::Index> tokens = m_session.view().compare.costTokens;
    if (std::exchange(m_costed, {comparison, tokens}) == std::pair(comparison, tokens)) return;
    CostQuestion question{.subjects = {{tr("own"), comparison->effect.layout, comparison->effect.seconds}}, .shape = {}, .tokens = tokens};
    for (const ComparedPattern& each : comparison->patterns)
        if (!each.problem) question.subjects.push_back({each.text, each.effect.layout, each.effect.seconds});
    question.shape.headDim = comparison->record->recording->sites[std::size_t(comparison->head.layer)].q.width();
    m_costs.ask(std::move(question));
}

void ComparisonController::cancel()
{
    m_comparison.stop();
    m_effect.stop();
    m_context.stop();
    m_sweep.stop();
}

void ComparisonController::answer()
{
    m_state.comparison = m_comparison.answered();
    m_state.effect = m_effect.answered();
    m_state.context = m_context.answered();
    Q_EMIT changed();
    const bool lacksRest = m_comparison.isAnswered() && !isWhole(*m_comparison.answered().answer);
    lacksRest ? ask() : askFurther();
}

}   // namespace ui
