// ExploreController: opens the document's model and runs its sentences through it. Where the model is gone it says so, and what is on show stays.
#pragma once

#include <QObject>

#include "ui/controllers/sentence_run.h"

namespace ui {

enum class ProblemSource { Model, File, Run, SecondRun, Settings };

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
    void runAgain();                             // all of it: no row of the last results is taken over
    void cancel();                               // an opening, else the runs; changes nothing

    [[nodiscard]] const ExploreRecordPtr& record(Side side = Side::First) const { return m_runs[std::size_t(side)].record(); }
    [[nodiscard]] const core::ModelPtr& model() const { return m_model; }
    [[nodiscard]] const QString& modelName() const { return m_modelName; }   // by which model() was opened; empty while there is none
    // The document names another model than the one that is open: its folder is gone, or it is still being read.
    [[nodiscard]] bool modelDiffers() const { return m_model && m_modelName != m_session.document().model; }
    // Whether a sentence's record is of the document as it stands, text, model and plan.
    [[nodiscard]] bool showsDocument(Side side = Side::First) const { return m_runs[std::size_t(side)].belongs(); }
    [[nodiscard]] bool busy() const { return m_models.busy() || m_runs[0].busy() || m_runs[1].busy(); }
    [[nodiscard]] ModelController& models() { return m_models; }
    [[nodiscard]] SentenceRun& sentence(Side side) { return m_runs[std::size_t(side)]; }
    [[nodiscard]] RunController& runs(Side side = Side::First) { return sentence(side).runs(); }
    [[nodiscard]] Standing standing(Side side = Side::First) const { return m_runs[std::size_t(side)].standing(); }

Q_SIGNALS:
    void recordChanged(const ui::ExploreRecordPtr& record);         // of the first sentence; those of the other are the SentenceRun's own
    void problem(ui::ProblemSource source, const core::Error& error);
    void solved(ui::ProblemSource source);
    void standingChanged();                                          // likewise

private:
    void connectModels();
    void connectRuns();
    void adoptModel(const QString& name, const core::ModelPtr& model);
    void modelStays(core::Error error);
    void documentChanged(const DocumentState& before);

    Session& m_session;
    ModelController m_models;
    std::array<SentenceRun, kSides.size()> m_runs;
    core::ModelPtr m_model;
    QString m_modelName;
};

}   // namespace ui
