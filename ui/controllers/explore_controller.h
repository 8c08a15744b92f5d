// ExploreController: keeps the picture true to the document. It starts a run whenever text, plan or model change and hands finished records on.
// Where picture and document cannot agree, because a run failed or a model is gone, it says so by `standing`.
#pragma once

#include <optional>

#include <QObject>
#include <QTimer>

#include "ui/controllers/model_controller.h"
#include "ui/controllers/run_controller.h"
#include "ui/state/session.h"
#include "ui/state/standing.h"

namespace ui {

enum class ProblemSource { Model, File, Run, Settings };

// What the controller is given instead of making it, so that tests can answer in its place.
struct ExploreServices {
    EnginePtr engine;
    ModelOpener openModel;
    QStringList builtInModels;
    PacingClock clock;   // none: the system's
};

class ExploreController : public QObject {
    Q_OBJECT

public:
    ExploreController(Session& session, ExploreServices services, QObject* parent = nullptr);

    void start();                                // opens the document's model
    void openModel(const QString& nameOrPath);   // what the user asked for; becomes an undo step once it is open
    void keepModel();                            // the document takes over the model on show
    void runAgain();                             // all of it: no row of the last result is taken over
    void cancel();                               // an opening, else a run; changes nothing

    [[nodiscard]] const ExploreRecordPtr& record() const { return m_record; }   // null before the first run has ended
    [[nodiscard]] const core::ModelPtr& model() const { return m_model; }
    [[nodiscard]] const QString& modelName() const { return m_modelName; }   // by which model() was opened; empty while there is none
    // The document names another model than the one that is open: its folder is gone, or it is still being read.
    [[nodiscard]] bool modelDiffers() const { return m_model && m_modelName != m_session.document().model; }
    // Whether the record is of the document as it stands, text, model and plan.
    [[nodiscard]] bool showsDocument() const { return m_record && belongs(); }
    [[nodiscard]] bool busy() const { return m_models.busy() || m_runs.busy(); }
    [[nodiscard]] ModelController& models() { return m_models; }
    [[nodiscard]] RunController& runs() { return m_runs; }
    [[nodiscard]] Standing standing() const { return m_standing; }

Q_SIGNALS:
    void recordChanged(const ui::ExploreRecordPtr& record);
    void problem(ui::ProblemSource source, const core::Error& error);
    void solved(ui::ProblemSource source);
    void standingChanged();

private:
    void connectModels();
    void connectRuns();
    void adoptModel(const QString& name, const core::ModelPtr& model);
    void modelStays(core::Error error);
    void documentChanged(const DocumentState& before);
    void run(const ExploreRecordPtr& previous);
    void show(const ExploreRecordPtr& record);
    void judge();
    [[nodiscard]] bool belongs() const;
    [[nodiscard]] Standing standingNow() const;

    Session& m_session;
    ModelController m_models;
    RunController m_runs;
    core::ModelPtr m_model;
    QString m_modelName;
    ExploreRecordPtr m_record;
    Standing m_standing = Standing::Current;
    QTimer m_overdue;   // a picture that is behind for a moment is not worth a notice that comes and goes with every key
};

}   // namespace ui
