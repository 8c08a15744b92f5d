// HeadScoresController: has the scores computed that the session's view asks for (on shuffled tokens, the induction probe, the search for a
// drawn pattern), step by step, off the GUI thread. A step that is still wanted goes on whatever else changes; each answer is shown at once,
// and a step that fails takes no other with it.
#pragma once

#include <map>

#include <QObject>
#include <QTimer>

#include "ui/controllers/head_scorer.h"
#include "ui/state/session.h"
#include "ui/work/latest_task.h"

namespace ui {

class HeadScoresController : public QObject {
    Q_OBJECT

public:
    explicit HeadScoresController(Session& session, HeadScorer scorer = scoreHeads, QObject* parent = nullptr);

    // Records whose heads are not described yet are waited for: what is on screen comes first.
    void showRecord(const ExploreRecordPtr& record);
    void cancel();   // until the view asks for something else, or another record comes
    [[nodiscard]] bool busy() const { return m_task.busy(); }
    [[nodiscard]] const HeadScoring& scoring() const { return m_scoring; }

Q_SIGNALS:
    void changed();   // scoring(); never without a difference

private:
    using Answer = core::Result<HeadScoresPart>;
    using Kind = HeadScoresStep::Kind;
    void ask();
    void goOn();
    void take(std::optional<Answer> answer);
    void tell();
    [[nodiscard]] bool mustWait(const HeadScoresStep& step) const { return step.kind == Kind::Shuffle && m_idle.isActive(); }

    Session& m_session;
    HeadScorer m_scorer;
    ExploreRecordPtr m_record;   // null while its heads are not described
    HeadScoresQuestion m_question;
    std::optional<HeadScoresStep> m_step;   // under way, or waiting
    std::map<Kind, core::Error> m_failed;   // of this question
    bool m_cancelled = false;
    HeadScoresPtr m_scores;
    HeadScoring m_scoring;   // as it was told last
    QTimer m_idle;
    LatestTask<Answer> m_task;
};

}   // namespace ui
