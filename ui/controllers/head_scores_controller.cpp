#include "ui/controllers/head_scores_controller.h"

namespace ui {

HeadScoresController::HeadScoresController(Session& session, HeadScorer scorer, QObject* parent) :
    QObject(parent), m_session(session), m_scorer(std::move(scorer)), m_task([this](const std::optional<Answer>& answer) { take(answer); })
{
    connect(&m_session, &Session::viewChanged, this, &HeadScoresController::viewChanged);
}

void HeadScoresController::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    ask();
}

void HeadScoresController::cancel()
{
    if (!m_task.busy()) return;
    m_task.stop();
    Q_EMIT cancelled();
}

void HeadScoresController::viewChanged(const ViewState& before)
{
    if (!(m_session.view().heads == before.heads)) ask();
}

void HeadScoresController::ask()
{
    if (!m_record || m_record->heads.empty()) return cancel();
    const HeadsView& view = m_session.view().heads;
    HeadScoresRequest request{.record = m_record,
                              .baseline = view.baseline,
                              .induction = view.uses(HeadMeasure::Induction),
                              .drawing = view.uses(HeadMeasure::Drawn) ? view.drawing : nullptr,
                              .known = m_scores};
    const bool isAsked = request.baseline == HeadBaseline::Shuffled || request.induction || request.drawing;
    m_error.reset();
    if (!isAsked || (m_scores && answers(*m_scores, request))) return cancel();
    m_task.start([scorer = m_scorer, request = std::move(request)](const std::stop_token& stop) { return std::optional(scorer(request, stop)); });
    Q_EMIT started();
}

// No answer at all: there was not enough memory for one.
void HeadScoresController::take(const std::optional<Answer>& answer)
{
    const Answer result = answer ? *answer
                                 : Answer(core::fail(core::Fault::System, "There is not enough memory to describe the heads on shuffled tokens.",
                                                     "Use a shorter text or a smaller model."));
    if (result) {
        m_scores = *result;
        return Q_EMIT ready(m_scores);
    }
    if (result.error().fault == core::Fault::Cancelled) return Q_EMIT cancelled();
    m_error = result.error();
    Q_EMIT failed(*m_error);
}

}   // namespace ui
