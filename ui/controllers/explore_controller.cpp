#include "ui/controllers/explore_controller.h"

#include <QFileInfo>

namespace ui {

namespace {

constexpr int kOverdue = 300;   // ms

}   // namespace

ExploreController::ExploreController(Session& session, ExploreServices services, QObject* parent) :
    QObject(parent),
    m_session(session),
    m_models(std::move(services.openModel), std::move(services.builtInModels)),
    m_runs(std::move(services.engine), std::move(services.clock))
{
    m_overdue.setSingleShot(true);
    m_overdue.setInterval(kOverdue);
    connect(&m_overdue, &QTimer::timeout, this, &ExploreController::judge);
    connect(&m_session, &Session::documentChanged, this, &ExploreController::documentChanged);
    connectModels();
    connectRuns();
}

void ExploreController::connectModels()
{
    connect(&m_models, &ModelController::opened, this, &ExploreController::adoptModel);
    connect(&m_models, &ModelController::failed, this, [this](const QString&, const core::Error& error) { modelStays(error); });
    connect(&m_models, &ModelController::cancelled, this, [this](const QString& name) {
        if (!modelDiffers()) return;   // nobody's document asked for it: nothing has changed
        modelStays({core::Fault::Cancelled, tr("Opening %1 was stopped.").arg(name).toStdString(), {}});
    });
}

void ExploreController::connectRuns()
{
    connect(&m_runs, &RunController::started, this, [this] {
        if (!m_overdue.isActive()) m_overdue.start();
    });
    connect(&m_runs, &RunController::preview, this, &ExploreController::show);
    connect(&m_runs, &RunController::ready, this, &ExploreController::show);
    connect(&m_runs, &RunController::passing, this, &ExploreController::show);
    connect(&m_runs, &RunController::failed, this, [this](const core::Error& error) {
        judge();
        Q_EMIT problem(ProblemSource::Run, error);
    });
    connect(&m_runs, &RunController::cancelled, this, &ExploreController::judge);
}

void ExploreController::start() { m_models.open(m_session.document().model); }

void ExploreController::openModel(const QString& nameOrPath) { m_models.open(nameOrPath); }

void ExploreController::keepModel()
{
    if (!m_model) return;
    const core::ModelConfig& config = m_model->transformer->config();
    m_session.setModel(m_modelName, config.layers, config.heads);
}

void ExploreController::cancel()
{
    if (m_models.busy()) return m_models.cancel();
    m_runs.cancel();
}

void ExploreController::adoptModel(const QString& name, const core::ModelPtr& model)
{
    m_model = model;
    m_modelName = name;
    Q_EMIT solved(ProblemSource::Model);
    if (name == m_session.document().model) return run(m_record);   // the first model, or one that undo brought back
    keepModel();
}

// A model could not be had. What is on show stays, and where the document asked for the other one, says that it does.
void ExploreController::modelStays(core::Error error)
{
    judge();
    if (modelDiffers()) {
        const QString stays = tr("The picture stays that of %1: redo to go back to it, or keep it here.").arg(QFileInfo(m_modelName).fileName());
        if (!error.remedy.empty()) error.remedy += ' ';
        error.remedy += stays.toStdString();
    }
    Q_EMIT problem(ProblemSource::Model, error);
}

void ExploreController::documentChanged(const DocumentState& before)
{
    const DocumentState& now = m_session.document();
    if (now.model != before.model && now.model != m_modelName) return m_models.open(now.model);
    if (now.model != before.model) {
        m_models.cancel();   // what an earlier undo asked for is no longer wanted
        Q_EMIT solved(ProblemSource::Model);
    }
    if (now.text != before.text || now.plan != before.plan || now.model != before.model) run(m_record);
    if (m_standing != Standing::Current) judge();   // a notice that is there must stay true
}

void ExploreController::runAgain()
{
    run(nullptr);
    judge();
}

void ExploreController::run(const ExploreRecordPtr& previous)
{
    if (!m_model) return;
    const DocumentState& document = m_session.document();
    m_runs.request({.text = document.text, .plan = document.plan, .model = m_model, .previous = previous});
}

void ExploreController::show(const ExploreRecordPtr& record)
{
    m_record = record;
    m_session.showTokens(std::shared_ptr<const core::Tokens>(record->recording, &record->recording->tokens));
    if (belongs()) Q_EMIT solved(ProblemSource::Run);
    Q_EMIT recordChanged(record);
    judge();
}

bool ExploreController::belongs() const
{
    const DocumentState& document = m_session.document();
    return m_record->model == m_model && !modelDiffers() && m_record->text == document.text && m_record->plan == document.plan;
}

// By comparison, not by what became of the last run: so that no notice can be false.
Standing ExploreController::standingNow() const
{
    if (showsDocument()) return m_record->heads.empty() && !m_runs.busy() ? Standing::Undescribed : Standing::Current;
    if (!m_model) return Standing::Current;   // there is no view yet that could show a picture
    return busy() ? Standing::Previous : Standing::Stopped;
}

void ExploreController::judge()
{
    m_overdue.stop();
    const Standing standing = standingNow();
    const bool isOlder = standing == Standing::Previous || standing == Standing::Stopped;
    if (standing == m_standing && !isOlder) return;   // another older text is another notice
    m_standing = standing;
    Q_EMIT standingChanged();
}

}   // namespace ui
