#include "ui/controllers/future_controller.h"

namespace ui {

namespace {

using State = FutureProving::State;

// One thread: what is on screen is drawn by the others, and never waits for a proof. It lives as long as the program.
Workers& provingThread()
{
    static Workers workers(1, Workers::Life::OfProgram);
    return workers;
}

}   // namespace

FutureController::FutureController(Session& session, RecordOf recordOf, FutureProver prover, QObject* parent) :
    QObject(parent),
    m_session(session),
    m_recordOf(std::move(recordOf)),
    m_prover(std::move(prover)),
    m_task([this](std::optional<Answer> answer) { take(std::move(answer)); }, provingThread())
{
    connect(&m_session, &Session::viewChanged, this, &FutureController::viewChanged);
}

void FutureController::viewChanged(const ViewState& before)
{
    if (m_session.view().future == before.future) return;
    if (m_session.isWalking())
        m_aside = std::exchange(m_proving, {});
    else if (m_aside)
        m_proving = *std::exchange(m_aside, std::nullopt);
    else
        return ask();
    Q_EMIT changed();
}

void FutureController::recordChanged(Side side)
{
    if (m_aside || !m_proving.question || m_proving.question->query.side != side) return;   // what is on show during a walk is no news
    const bool before = std::exchange(m_proving.isOutdated, isOutdated());
    if (m_proving.isOutdated == before) return;
    if (m_proving.isOutdated && m_task.busy()) stop();
    Q_EMIT changed();
}

// Two records of one text, model and plan have equal rows, whatever they were computed for.
bool FutureController::isOutdated() const
{
    const ExploreRecordPtr record = m_recordOf(m_proving.question->query.side);
    if (!record) return true;
    const core::Recording &asked = *m_proving.question->record->recording, &shown = *record->recording;
    return asked.modelId != shown.modelId || !(asked.plan == shown.plan) || asked.tokens.ids() != shown.tokens.ids();
}

void FutureController::ask()
{
    m_task.stop();
    m_proving = {};
    const std::optional<FutureQuery>& query = m_session.view().future;
    const ExploreRecordPtr record = query ? m_recordOf(query->side) : nullptr;
    if (record && record->has(query->row, query->row)) {
        m_proving.state = State::Running;
        m_proving.question = FutureQuestion{record, *query};
        m_task.start(
            [prover = m_prover, question = *m_proving.question](const std::stop_token& stop) { return std::optional(prover(question, stop)); });
    }
    Q_EMIT changed();
}

void FutureController::cancel()
{
    if (!m_task.busy()) return;
    stop();
    Q_EMIT changed();
}

void FutureController::stop()
{
    m_task.stop();
    asked().state = State::Stopped;
}

void FutureController::take(std::optional<Answer> answer)
{
    if (!answer)
        answer = core::fail(core::Fault::System, "There is not enough memory for this proof.", "Use a shorter text or a smaller model.");
    FutureProving& proving = asked();
    proving.state = *answer ? State::Proved : State::Failed;
    if (*answer)
        proving.answer = *std::move(*answer);
    else
        proving.problem = answer->error();
    Q_EMIT changed();
}

}   // namespace ui
