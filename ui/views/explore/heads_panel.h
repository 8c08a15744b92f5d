// The left panel: all heads in small, and what the model would write next.
#pragma once

#include <QWidget>

#include "ui/state/explore_record.h"
#include "ui/state/session.h"

class QLabel;

namespace ui {

class HeadGrid;
class ShareList;

class HeadsPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 200;

    explicit HeadsPanel(QWidget* parent = nullptr);

    // Long texts come without summaries of their heads first: those of the text before stay, named so, until they are computed.
    void showRecord(const ExploreRecord& record);
    void setSelection(const Selection& selection);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void headHovered(std::optional<core::HeadId> head);
    void headChosen(core::HeadId head);

private:
    void showThumbnails(const ExploreRecord& record);
    void showNextTokens(const ExploreRecord& record);

    QLabel* m_title;
    QLabel* m_age;   // says of which text the small pictures are, when it is not the one on show
    HeadGrid* m_heads;
    QLabel* m_nextTitle;
    ShareList* m_next;
    core::ModelPtr m_model;   // of the small pictures
};

}   // namespace ui
