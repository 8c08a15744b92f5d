// A view: one way to look at the record of a session. It shows what it is given and reports what the user wants through the session; views
// never call each other.
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QWidget>

#include "ui/controllers/session_actions.h"
#include "ui/figure/figure.h"
#include "ui/state/comparison.h"
#include "ui/state/explore_record.h"
#include "ui/state/future_proving.h"
#include "ui/state/head_scores.h"
#include "ui/state/samples.h"
#include "ui/state/session.h"
#include "ui/state/standing.h"

namespace ui {

struct ViewContext {
    Session& session;
    SessionActions& actions;
    const Samples& samples;
};

class View : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void showRecord(const ExploreRecordPtr& record) = 0;   // null: there is nothing yet
    // What the record on show is by now, compared with the session's document; a view that shows an older one must say so.
    virtual void showStanding(Standing standing) = 0;
    // The same of the second sentence, where the document has one. Views of one sentence leave it alone.
    virtual void showSecondRecord(const ExploreRecordPtr&) {}
    virtual void showSecondStanding(Standing) {}
    // The part of the matrix that is seen, in cells (x keys, y queries); null: all of it.
    [[nodiscard]] virtual std::optional<QRectF> cellsOnScreen(Side = Side::First) const { return {}; }
    virtual void showCells(const std::optional<QRectF>&, Side = Side::First) {}   // such a part of the matrix on show
    // The figure of this view; null: that of the head on show. Errors: why there can be none.
    [[nodiscard]] virtual std::optional<core::Result<FigureSpec>> figure() const { return {}; }
    // Pins the row of a token, where this view has rows.
    virtual void showToken(core::Index, Side = Side::First) {}
    // Levels that Esc goes back by, in an order that the window knows. False: there was nothing to go back from.
    virtual bool releasePeek() { return false; }    // of the keyboard's cell or head; what the pointer looks at is no level
    virtual bool releaseRange() { return false; }   // rows and columns that are selected
    virtual bool zoomOut() { return false; }        // to all of the matrix
    // The panels that F6 goes through, in order; each is a place to go and whatever else belongs to it.
    [[nodiscard]] virtual std::vector<QWidgetList> panels() const { return {{const_cast<View*>(this)}}; }
    // What is known of the heads beyond the record, and whether more is on its way. Told before the record it belongs to.
    virtual void showScoring(const HeadScoring&) {}
    // What became of the proof that the session asked for.
    virtual void showProving(const FutureProving&) {}
    // What the document's patterns do to the head on show; it is computed while such a view is seen.
    [[nodiscard]] virtual bool showsComparison() const { return false; }
    virtual void showComparison(const ComparisonState&) {}

Q_SIGNALS:
    void refused(const core::Error& error);   // something that was done here
    void figureAsked();                        // to be exported
    void told(const QString& sentence);   // for eyes and ears, at somebody's wish
};

}   // namespace ui
