// HeadScoresController: computes what the list of heads asks for (scores on shuffled tokens, the induction probe, the search for a drawn
// pattern) off the GUI thread, and only while the session's view asks for it. The newest question wins; late answers are dropped.
// Each newest start is followed by exactly one of ready, failed or cancelled.
#pragma once

#include <optional>

#include <QObject>

#include "ui/controllers/head_scorer.h"
#include "ui/plot/latest_task.h"
#include "ui/state/session.h"

namespace ui {

class HeadScoresController : public QObject {
    Q_OBJECT

public:
    explicit HeadScoresController(Session& session, HeadScorer scorer = scoreHeads, QObject* parent = nullptr);

    // Records whose heads are not described yet are waited for: what is on screen comes first.
    void showRecord(const ExploreRecordPtr& record);
    void cancel();   // until the view asks for something else, or another record comes
    [[nodiscard]] bool busy() const { return m_task.busy(); }
    // The last answer, which may be of an older record: HeadScores says of which. Null before the first.
    [[nodiscard]] const HeadScoresPtr& scores() const { return m_scores; }
    [[nodiscard]] const std::optional<core::Error>& error() const { return m_error; }   // of the newest question, if it failed

Q_SIGNALS:
    void started();
    void ready(const ui::HeadScoresPtr& scores);
    void failed(const core::Error& error);
    void cancelled();

private:
    using Answer = core::Result<HeadScoresPtr>;
    void viewChanged(const ViewState& before);
    void ask();
    void take(const std::optional<Answer>& answer);

    Session& m_session;
    HeadScorer m_scorer;
    ExploreRecordPtr m_record;
    HeadScoresPtr m_scores;
    std::optional<core::Error> m_error;
    LatestTask<Answer> m_task;
};

}   // namespace ui
