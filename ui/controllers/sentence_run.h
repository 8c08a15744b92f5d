// SentenceRun: keeps the picture of one sentence true to the document. It starts a run whenever text, plan or model change and hands finished
// records on. Where picture and document cannot agree, because a run failed or a model is gone, it says so by `standing`.
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/controllers/model_controller.h"
#include "ui/controllers/run_controller.h"
#include "ui/state/session.h"
#include "ui/state/standing.h"

namespace ui {

class SentenceRun : public QObject {
    Q_OBJECT

public:
    SentenceRun(Session& session, Side side, const ModelController& models, EnginePtr engine, PacingClock clock);

    // The model that runs go through from now on, and the name it was opened by. Starts nothing.
    void useModel(const core::ModelPtr& model, const QString& name);
    void documentChanged(const DocumentState& before);
    void run();        // rows of a common prefix are taken over from the last record
    void runAgain();   // all of it
    void judge();      // whether the record is the document's, by comparison

    [[nodiscard]] const ExploreRecordPtr& record() const { return m_record; }   // null before the first run has ended, and while the sentence is closed
    [[nodiscard]] RunController& runs() { return m_runs; }
    [[nodiscard]] bool busy() const { return m_runs.busy(); }
    [[nodiscard]] Standing standing() const { return m_standing; }
    // Whether the record is of the document as it stands: text, model and plan.
    [[nodiscard]] bool belongs() const;

Q_SIGNALS:
    void recordChanged(const ui::ExploreRecordPtr& record);
    void standingChanged();
    void failed(const core::Error& error);
    void solved();

private:
    void request(const ExploreRecordPtr& previous);
    void show(const ExploreRecordPtr& record);
    void close();
    [[nodiscard]] const QString& text() const { return m_session.document().textOf(m_side); }
    [[nodiscard]] Standing standingNow() const;

    Session& m_session;
    Side m_side;
    const ModelController& m_models;
    RunController m_runs;
    core::ModelPtr m_model;
    QString m_modelName;
    ExploreRecordPtr m_record;
    Standing m_standing = Standing::Current;
    QTimer m_overdue;   // a picture that is behind for a moment is not worth a notice that comes and goes with every key
};

}   // namespace ui
