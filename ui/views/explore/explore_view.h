// Explore: type a sentence, find a head, understand one weight. Puts the parts together and carries the user's wishes to the session.
#pragma once

#include "ui/views/view.h"

class QBoxLayout;
class QLabel;
class QSplitter;

namespace ui {

class AttentionView;
class HeadGrid;
class Inspector;
class SentenceField;
class ShareList;

class ExploreView : public View {
    Q_OBJECT

public:
    explicit ExploreView(const ViewContext& context, QWidget* parent = nullptr);

    void showRecord(const ExploreRecordPtr& record) override;
    void markPrevious(bool previous) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildSentence(QBoxLayout& layout);
    QWidget* buildHeads();
    QWidget* buildPicture(SessionActions& actions);
    QWidget* buildInspector();
    void connectSession();
    void documentChanged(const DocumentState& before);
    void viewChanged(const ViewState& before);
    void showHead();
    void showThumbnails();
    void showNextTokens();
    void showSelection();
    void showPictureState();
    void showTheme();
    void showNotices();

    Session& m_session;
    ExploreRecordPtr m_record;
    bool m_previous = false;
    QSplitter* m_panels = nullptr;
    bool m_panelsMoved = false;   // by the user, who knows better than resizeEvent
    SentenceField* m_sentence = nullptr;
    QLabel* m_notice = nullptr;
    QLabel* m_headsTitle = nullptr;
    HeadGrid* m_heads = nullptr;
    QLabel* m_nextTitle = nullptr;
    ShareList* m_next = nullptr;
    AttentionView* m_picture = nullptr;
    Inspector* m_inspector = nullptr;
};

}   // namespace ui
