#include "ui/controllers/explore_controller.h"

namespace ui {

ExploreController::ExploreController(Session& session, EnginePtr engine, ModelOpener opener, QStringList builtInModels, QObject* parent) :
    QObject(parent), m_session(session), m_models(std::move(opener), std::move(builtInModels)), m_runs(std::move(engine))
{
    connect(&m_session, &Session::documentChanged, this, &ExploreController::documentChanged);
    connect(&m_models, &ModelController::opened, this, &ExploreController::adoptModel);
    connect(&m_models, &ModelController::failed, this,
            [this](const QString&, const core::Error& error) { Q_EMIT problem(ProblemSource::Model, error); });
    connect(&m_runs, &RunController::preview, this, &ExploreController::show);
    connect(&m_runs, &RunController::ready, this, &ExploreController::show);
    connect(&m_runs, &RunController::failed, this, [this](const core::Error& error) {
        setShowsPrevious(m_record != nullptr);
        Q_EMIT problem(ProblemSource::Run, error);
    });
    connect(&m_runs, &RunController::cancelled, this, [this] { setShowsPrevious(m_record != nullptr); });
}

void ExploreController::start() { m_models.open(m_session.document().model); }

void ExploreController::openModel(const QString& nameOrPath) { m_models.open(nameOrPath); }

void ExploreController::cancel() { m_runs.cancel(); }

void ExploreController::adoptModel(const QString& name, const core::ModelPtr& model)
{
    m_model = model;
    m_modelName = name;
    Q_EMIT solved(ProblemSource::Model);
    if (name == m_session.document().model) return run();   // the first model, or one that undo brought back
    const core::ModelConfig& config = model->transformer->config();
    m_session.setModel(name, config.layers, config.heads);
}

void ExploreController::documentChanged(const DocumentState& before)
{
    const DocumentState& now = m_session.document();
    if (now.model != before.model && now.model != m_modelName) return m_models.open(now.model);
    if (now.text != before.text || now.plan != before.plan || now.model != before.model) run();
}

void ExploreController::run()
{
    if (!m_model) return;
    const DocumentState& document = m_session.document();
    m_runs.request({.text = document.text, .plan = document.plan, .model = m_model, .previous = m_record});
}

void ExploreController::show(const ExploreRecordPtr& record)
{
    m_record = record;
    Q_EMIT solved(ProblemSource::Run);
    setShowsPrevious(false);
    Q_EMIT recordChanged(record);
}

void ExploreController::setShowsPrevious(bool previous)
{
    if (previous == m_showsPrevious) return;
    m_showsPrevious = previous;
    Q_EMIT previousChanged();
}

}   // namespace ui
