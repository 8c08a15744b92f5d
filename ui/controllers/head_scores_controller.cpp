#include "ui/controllers/head_scores_controller.h"

#include <ranges>

namespace ui {

namespace {

constexpr int kIdle = 300;   // ms without a new text or drawing before tokens are shuffled

// One thread: what is on screen is drawn by the others, and never waits for scores. It lives as long as the program.
Workers& scoringThread()
{
    static Workers workers(1, Workers::Life::OfProgram);
    return workers;
}

ScoringWork workOf(HeadScoresStep::Kind kind)
{
    switch (kind) {
    case HeadScoresStep::Kind::Matches:
        return ScoringWork::Matching;
    case HeadScoresStep::Kind::Induction:
        return ScoringWork::Probing;
    case HeadScoresStep::Kind::ShuffledInduction:
        return ScoringWork::ProbingShuffled;
    case HeadScoresStep::Kind::Shuffle:
        break;
    }
    return ScoringWork::Shuffling;
}

}   // namespace

HeadScoresController::HeadScoresController(Session& session, HeadScorer scorer, QObject* parent) :
    QObject(parent),
    m_session(session),
    m_scorer(std::move(scorer)),
    m_task([this](std::optional<Answer> answer) { take(std::move(answer)); }, scoringThread())
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, this, &HeadScoresController::goOn);
    connect(&m_session, &Session::viewChanged, this, &HeadScoresController::ask);
}

void HeadScoresController::showRecord(const ExploreRecordPtr& record)
{
    m_record = record && !record->heads.empty() ? record : nullptr;
    ask();
}

void HeadScoresController::cancel()
{
    if (!m_step) return;
    m_cancelled = true;
    goOn();
}

// Sorting and turning a list ask for nothing new: whatever is under way goes on.
void HeadScoresController::ask()
{
    const HeadsView& view = m_session.view().heads;
    HeadScoresQuestion question{.record = m_record,
                                .shuffled = m_record && view.compares(m_record->recording->size()),
                                .induction = view.uses(HeadMeasure::Induction),
                                .drawing = view.uses(HeadMeasure::Drawn) ? view.drawing : nullptr};
    if (question == m_question) return;
    if (question.record != m_question.record || question.drawing != m_question.drawing) m_idle.start();
    m_question = std::move(question);
    m_failed.clear();   // asking anew is trying again
    m_cancelled = false;
    goOn();
}

void HeadScoresController::goOn()
{
    std::optional<HeadScoresStep> next;
    if (m_question.record && !m_cancelled) {
        const auto kinds = std::views::keys(m_failed);
        next = nextStep(m_question, m_scores, {kinds.begin(), kinds.end()});
    }
    const bool isUnderWay = m_task.busy() && next == m_step;
    m_step = std::move(next);   // an equal one, perhaps of a newer record
    if (!isUnderWay) m_task.stop();
    if (!isUnderWay && m_step && !mustWait(*m_step))
        m_task.start([scorer = m_scorer, step = *m_step](const std::stop_token& stop) { return std::optional(scorer(step, stop)); });
    tell();
}

// No answer at all: there was not enough memory for one.
void HeadScoresController::take(std::optional<Answer> answer)
{
    if (!answer)
        answer = core::fail(core::Fault::System, "There is not enough memory to describe the heads on shuffled tokens.",
                            "Use a shorter text or a smaller model.");
    if (*answer)
        m_scores = joined(m_scores, *m_step, *std::move(*answer));
    else
        m_failed[m_step->kind] = answer->error();
    goOn();
}

void HeadScoresController::tell()
{
    HeadScoring now{.scores = m_scores};
    if (m_step) now.work = m_task.busy() ? workOf(m_step->kind) : ScoringWork::Waiting;
    if (now.work == ScoringWork::Shuffling) now.shuffle = m_step->seed;
    if (!m_failed.empty()) now.problem = m_failed.begin()->second;
    if (m_cancelled) now.problem = core::Error{core::Fault::Cancelled, "Stopped before all scores were computed.", "Ctrl+R computes again."};
    if (now == m_scoring) return;
    m_scoring = std::move(now);
    Q_EMIT changed();
}

}   // namespace ui
