// Explore: type a sentence, find a head, understand one weight. Puts the parts together and carries the user's wishes to the session.
#pragma once

#include <QPointer>

#include "ui/views/view.h"

class QBoxLayout;

namespace ui {

class AttentionView;
class HeadsPanel;
class Inspector;
class NextTokens;
class NoticeStrip;
class Panels;
class PicturePlace;
class SampleNote;
class SentenceField;

class ExploreView : public View {
    Q_OBJECT

public:
    explicit ExploreView(const ViewContext& context, QWidget* parent = nullptr);

    void showRecord(const ExploreRecordPtr& record) override;
    void showStanding(Standing standing) override;
    [[nodiscard]] std::optional<QRectF> cellsOnScreen() const override;
    void showScoring(const HeadScoring& scoring) override;
    void showProving(const FutureProving& proving) override;
    void showCells(const QRectF& cells) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr int kInspectorLeast = 308;   // px
    void buildSentence(QBoxLayout& layout, SessionActions& actions);
    QWidget* buildPicture(SessionActions& actions);
    QWidget* buildInspector();
    void placePanels();
    void connectSession();
    void connectActions(SessionActions& actions);
    void showPanels();
    void documentChanged(const DocumentState& before);
    void viewChanged(const ViewState& before);
    void showHead();
    void showSelection();
    void showPictureState();
    void showTheme();
    void showNotices();
    void showSample();
    [[nodiscard]] Selection selection() const;   // the session's, with the head that is on show

    Session& m_session;
    const Samples& m_samples;
    ExploreRecordPtr m_record;
    Standing m_standing = Standing::Current;
    Panels* m_panels = nullptr;
    SentenceField* m_sentence = nullptr;
    SampleNote* m_sample = nullptr;
    NoticeStrip* m_notice = nullptr;
    HeadsPanel* m_heads = nullptr;
    NextTokens* m_next = nullptr;
    PicturePlace* m_place = nullptr;
    AttentionView* m_picture = nullptr;
    Inspector* m_inspector = nullptr;
    QAction* m_leaveSolo = nullptr;
    QWidget* m_inspectorPanel = nullptr;   // in which it scrolls
    QPointer<QWidget> m_focusInPanel;      // what had the focus when its panel was folded away
};

}   // namespace ui
