// The parts that a second sentence brings to Explore: a line below the first with its own field and next tokens, and its own picture.
#pragma once

#include <QWidget>

#include "ui/controllers/session_actions.h"
#include "ui/views/explore/sentence_pane.h"

namespace ui {

class NextTokens;

class SecondLine : public QWidget {
    Q_OBJECT

public:
    // The line itself; `picture` is what its picture is put into, and goes with it.
    SecondLine(Session& session, SessionActions& actions, QWidget* picture, QWidget* parent);
    ~SecondLine() override;

    void showDocument(const DocumentState& document);
    void showRecord(const ExploreRecordPtr& record);
    void showStanding(Standing standing);
    void setTheme(const Theme& theme);
    // As wide as the parts beside the first field, so that both fields end at one place.
    void setWidths(int middle, int next);

    [[nodiscard]] SentencePane& pane() { return *m_pane; }
    [[nodiscard]] NextTokens& next() { return *m_next; }
    [[nodiscard]] QWidget* picture() { return m_pane->parts().place; }

private:
    SentencePane* m_pane;
    QWidget* m_middle;
    NextTokens* m_next;
};

}   // namespace ui
