#include "ui/controllers/explore_controller.h"

#include <QFileInfo>

namespace ui {

ExploreController::ExploreController(Session& session, ExploreServices services, QObject* parent) :
    QObject(parent),
    m_session(session),
    m_models(std::move(services.openModel), std::move(services.builtInModels)),
    m_runs{{{session, Side::First, m_models, services.engine, services.clock}, {session, Side::Second, m_models, services.engine, services.clock}}}
{
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
    connect(&m_runs[0], &SentenceRun::recordChanged, this, &ExploreController::recordChanged);
    connect(&m_runs[0], &SentenceRun::standingChanged, this, &ExploreController::standingChanged);
    for (const Side side : kSides) {
        const ProblemSource source = side == Side::First ? ProblemSource::Run : ProblemSource::SecondRun;
        connect(&sentence(side), &SentenceRun::failed, this, [this, source](core::Error error) {
            if (source == ProblemSource::SecondRun) error.what = tr("Second sentence: %1").arg(QString::fromStdString(error.what)).toStdString();
            Q_EMIT problem(source, error);
        });
        connect(&sentence(side), &SentenceRun::solved, this, [this, source] { Q_EMIT solved(source); });
    }
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
    for (SentenceRun& run : m_runs) run.runs().cancel();
}

void ExploreController::adoptModel(const QString& name, const core::ModelPtr& model)
{
    m_model = model;
    m_modelName = name;
    for (SentenceRun& run : m_runs) run.useModel(model, name);
    Q_EMIT solved(ProblemSource::Model);
    if (name != m_session.document().model) return keepModel();
    for (SentenceRun& run : m_runs) run.run();   // the first model, or one that undo brought back
}

// A model could not be had. What is on show stays, and where the document asked for the other one, says that it does.
void ExploreController::modelStays(core::Error error)
{
    for (SentenceRun& run : m_runs) run.judge();
    if (modelDiffers()) {
        const QString stays = tr("The picture stays that of %1, which can be kept here.").arg(QFileInfo(m_modelName).fileName());
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
    for (SentenceRun& run : m_runs) run.documentChanged(before);
}

void ExploreController::runAgain()
{
    for (SentenceRun& run : m_runs) run.runAgain();
}

}   // namespace ui
