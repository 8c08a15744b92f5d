// ExploreController: keeps the picture true to the document. It starts a run whenever text, plan or model change and hands finished records on.
#pragma once

#include <optional>

#include <QObject>

#include "ui/controllers/model_controller.h"
#include "ui/controllers/run_controller.h"
#include "ui/state/session.h"

namespace ui {

enum class ProblemSource { Model, File, Run };

class ExploreController : public QObject {
    Q_OBJECT

public:
    ExploreController(Session& session, EnginePtr engine, ModelOpener opener, QStringList builtInModels, QObject* parent = nullptr);

    void start();                                // opens the document's model
    void openModel(const QString& nameOrPath);   // what the user asked for; becomes an undo step once it is open
    void cancel();

    [[nodiscard]] const ExploreRecordPtr& record() const { return m_record; }   // null before the first run has ended
    [[nodiscard]] const core::ModelPtr& model() const { return m_model; }
    [[nodiscard]] ModelController& models() { return m_models; }
    [[nodiscard]] RunController& runs() { return m_runs; }
    // The picture on screen belongs to an older text or plan, because the newest run failed or was cancelled.
    [[nodiscard]] bool showsPrevious() const { return m_showsPrevious; }

Q_SIGNALS:
    void recordChanged(const ui::ExploreRecordPtr& record);
    void problem(ui::ProblemSource source, const core::Error& error);
    void solved(ui::ProblemSource source);
    void previousChanged();

private:
    void adoptModel(const QString& name, const core::ModelPtr& model);
    void documentChanged(const DocumentState& before);
    void run();
    void show(const ExploreRecordPtr& record);
    void setShowsPrevious(bool previous);

    Session& m_session;
    ModelController m_models;
    RunController m_runs;
    core::ModelPtr m_model;
    QString m_modelName;   // the name m_model was opened by
    ExploreRecordPtr m_record;
    bool m_showsPrevious = false;
};

}   // namespace ui
