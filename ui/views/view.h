// A view: one way to look at the record of a session. It shows what it is given and reports what the user wants through the session; views
// never call each other.
#pragma once

#include <QWidget>

#include "ui/controllers/session_actions.h"
#include "ui/state/explore_record.h"
#include "ui/state/session.h"

namespace ui {

struct ViewContext {
    Session& session;
    SessionActions& actions;
};

class View : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void showRecord(const ExploreRecordPtr& record) = 0;   // null: there is nothing yet
    // The picture belongs to an older text than the field shows, and must say so.
    virtual void markPrevious(bool previous) = 0;
};

}   // namespace ui
