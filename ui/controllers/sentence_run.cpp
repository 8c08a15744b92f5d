#include "ui/controllers/sentence_run.h"

namespace ui {

namespace {

constexpr int kOverdue = 300;   // ms

}   // namespace

SentenceRun::SentenceRun(Session& session, Side side, const ModelController& models, EnginePtr engine, PacingClock clock) :
    m_session(session), m_side(side), m_models(models), m_runs(std::move(engine), std::move(clock))
{
    m_overdue.setSingleShot(true);
    m_overdue.setInterval(kOverdue);
    connect(&m_overdue, &QTimer::timeout, this, &SentenceRun::judge);
    connect(&m_runs, &RunController::started, this, [this] {
        if (!m_overdue.isActive()) m_overdue.start();
    });
    connect(&m_runs, &RunController::preview, this, &SentenceRun::show);
    connect(&m_runs, &RunController::ready, this, &SentenceRun::show);
    connect(&m_runs, &RunController::passing, this, &SentenceRun::show);
    connect(&m_runs, &RunController::failed, this, [this](const core::Error& error) {
        judge();
        if (m_session.document().has(m_side)) Q_EMIT failed(error);
    });
    connect(&m_runs, &RunController::cancelled, this, &SentenceRun::judge);
}

void SentenceRun::useModel(const core::ModelPtr& model, const QString& name)
{
    m_model = model;
    m_modelName = name;
}

void SentenceRun::documentChanged(const DocumentState& before)
{
    const DocumentState& now = m_session.document();
    if (!now.has(m_side)) return close();
    const bool changed = now.textOf(m_side) != before.textOf(m_side) || now.has(m_side) != before.has(m_side);
    if (changed || now.plan != before.plan || now.model != before.model) run();
    if (m_standing != Standing::Current) judge();   // a notice that is there must stay true
}

void SentenceRun::run() { request(m_record); }

void SentenceRun::runAgain()
{
    request(nullptr);
    judge();
}

void SentenceRun::request(const ExploreRecordPtr& previous)
{
    const DocumentState& document = m_session.document();
    if (!m_model || !document.has(m_side)) return;
    m_runs.request({.text = text(), .plan = document.plan, .model = m_model, .previous = previous});
}

// What is still under way is of a sentence that is no longer there.
void SentenceRun::close()
{
    if (m_runs.busy()) m_runs.cancel();
    if (!m_record) return;
    m_record.reset();
    judge();
    Q_EMIT solved();
}

void SentenceRun::show(const ExploreRecordPtr& record)
{
    if (!m_session.document().has(m_side)) return;
    m_record = record;
    m_session.showTokens(std::shared_ptr<const core::Tokens>(record->recording, &record->recording->tokens), m_side);
    if (belongs()) Q_EMIT solved();
    Q_EMIT recordChanged(record);
    judge();
}

bool SentenceRun::belongs() const
{
    const DocumentState& document = m_session.document();
    return m_record && m_record->model == m_model && m_modelName == document.model && m_record->text == text() && m_record->plan == document.plan;
}

// By comparison, not by what became of the last run: so that no notice can be false.
Standing SentenceRun::standingNow() const
{
    if (belongs()) return m_record->heads.empty() && !m_runs.busy() ? Standing::Undescribed : Standing::Current;
    if (!m_model || !m_session.document().has(m_side)) return Standing::Current;   // there is no view yet that could show a picture
    return m_models.busy() || m_runs.busy() ? Standing::Previous : Standing::Stopped;
}

void SentenceRun::judge()
{
    m_overdue.stop();
    const Standing standing = standingNow();
    const bool isOlder = standing == Standing::Previous || standing == Standing::Stopped;
    if (standing == m_standing && !isOlder) return;   // another older text is another notice
    m_standing = standing;
    Q_EMIT standingChanged();
}

}   // namespace ui
