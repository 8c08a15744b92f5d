// Explore: type a sentence, find a head, understand one weight. Puts the parts together and carries the user's wishes to the session.
#pragma once

#include <QPointer>

#include "ui/views/view.h"

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class AttentionView;
class HeadsPanel;
class Inspector;
class LinkThreshold;
class NextTokens;
class NoticeStrip;
class Panels;
class PicturePlace;
class SampleNote;
class SentenceField;
class SentencePane;
class SecondLine;
class WordPanel;

class ExploreView : public View {
    Q_OBJECT

public:
    explicit ExploreView(const ViewContext& context, QWidget* parent = nullptr);

    void showRecord(const ExploreRecordPtr& record) override;
    void showStanding(Standing standing) override;
    void showSecondRecord(const ExploreRecordPtr& record) override;
    void showSecondStanding(Standing standing) override;
    [[nodiscard]] std::optional<QRectF> cellsOnScreen(Side side) const override;
    void showScoring(const HeadScoring& scoring) override;
    void showProving(const FutureProving& proving) override;
    void showCells(const std::optional<QRectF>& cells, Side side) override;
    void showToken(core::Index token, Side side) override;
    bool releasePeek() override;
    bool releaseRange() override;
    bool zoomOut() override;
    [[nodiscard]] std::vector<QWidgetList> panels() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    static constexpr int kInspectorLeast = 308;   // px
    static constexpr int kPictureLeast = 560;     // px for links and matrix beside each other
    void buildSentence(QBoxLayout& layout, SessionActions& actions);
    QWidget* buildUnits(SessionActions& actions);
    QWidget* buildPicture(SessionActions& actions);
    QWidget* buildInspector();
    void placePanels();
    void connectSession();
    void connectActions(SessionActions& actions);
    void showPanels();
    void makeRoomForProjector(Viewing before);
    void documentChanged(const DocumentState& before);
    void viewChanged(const ViewState& before);
    void showHead();
    void showSelection();
    void showPictureState();
    void showTheme();
    void showNotices();
    void showSample();
    void showSecond();   // as the document has it, and where it is to be seen
    void openSecond();
    void closeSecond();
    void fitLines();
    void setSecondTheme(const Theme& theme);
    void shareRoom();    // cells of one size and one colour bar for both pictures
    [[nodiscard]] Side sideInUse() const;   // where the keyboard is, else what was pointed at or pinned in last
    [[nodiscard]] NextTokens& nextOf(Side side) const;
    [[nodiscard]] std::vector<SentencePane*> panes() const;
    [[nodiscard]] const SentencePane& paneOf(Side side) const { return side == Side::Second && m_second ? *m_second : *m_first; }
    [[nodiscard]] const SentencePane& inspected() const { return paneOf(m_session.inspectedSide()); }
    void connectPane(const SentencePane& pane);
    bool inPictures(bool (AttentionView::*goBack)());   // whether in any of them there was anything
    void connectRow(SessionActions& actions);

    Session& m_session;
    SessionActions& m_actions;
    const Samples& m_samples;
    ExploreRecordPtr m_record;
    Theme m_theme = Theme::light();
    Panels* m_panels = nullptr;
    SentenceField* m_sentence = nullptr;
    SampleNote* m_sample = nullptr;
    NoticeStrip* m_notice = nullptr;
    HeadsPanel* m_heads = nullptr;
    NextTokens* m_next = nullptr;
    PicturePlace* m_place = nullptr;
    SentencePane* m_first = nullptr;
    SecondLine* m_secondParts = nullptr;   // where the document has one
    SentencePane* m_second = nullptr;      // of these, while they are seen
    QVBoxLayout* m_sentences = nullptr;
    QHBoxLayout* m_pictures = nullptr;
    QWidget* m_units = nullptr;   // tokens or words, and which links
    LinkThreshold* m_threshold = nullptr;
    QLabel* m_ofSentence = nullptr;   // which of two the inspector's pair is of
    AttentionView* m_picture = nullptr;
    WordPanel* m_words = nullptr;
    Inspector* m_inspector = nullptr;
    QAction* m_leaveSolo = nullptr;
    QWidget* m_inspectorPanel = nullptr;   // in which it scrolls
    bool m_foldedForProjector = false;
    QPointer<QWidget> m_focusInPanel;      // what had the focus when its panel was folded away
};

}   // namespace ui
