// Compare: what sparse patterns keep of one head, lose and cost. Left the pattern, in the middle the head without it, with it, and what that changes,
// below what it costs and what the model makes of it.
#pragma once

#include <functional>

#include "core/attention/painted.h"
#include "ui/views/compare/pattern_brush.h"
#include "ui/views/view.h"

class QActionGroup;
class QBoxLayout;
class QLabel;

namespace ui {

class CardDeck;
class ComparePictures;
class ContextCard;
class CostCard;
class EffectCard;
class GrowthChart;
class LegendLine;
class NoticeStrip;
class PatternPainter;
class PatternPanel;
class ReachCard;
class SentenceField;
class SweepCard;
enum class PatternExport;

class CompareView : public View {
    Q_OBJECT

public:
    explicit CompareView(const ViewContext& context, QWidget* parent = nullptr);

    void showRecord(const ExploreRecordPtr& record) override;
    void showStanding(Standing standing) override;
    [[nodiscard]] bool showsComparison() const override { return true; }
    void showComparison(const ComparisonState& state) override;
    [[nodiscard]] std::optional<core::Result<FigureSpec>> figure() const override;
    void showToken(core::Index token, Side side) override;
    bool releasePeek() override;
    bool releaseRange() override;
    bool zoomOut() override;
    [[nodiscard]] std::vector<QWidgetList> panels() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildSentence();
    QWidget* buildTools();
    void addChoice(const char* name, const QString& title, const QString& tip, QActionGroup& group, const std::function<void(Comparing&)>& change,
                   const std::function<bool(const Comparing&)>& isChosen);
    void showTools();
    QWidget* buildCentre();
    QWidget* buildCards();
    void connectSession();
    void connectPatterns();
    void connectPainting();
    void connectCards();
    void documentChanged(const DocumentState& before);
    void viewChanged(const ViewState& before);
    void comparingChanged(const Comparing& before);
    void showAdded(const DocumentState& before);
    void showAll();   // what changed while nobody looked
    void showText();
    void showPatterns();
    void showPictures();
    void showSelection();
    void showTheme();
    void showNotices();
    void showPinnedRow();
    void showProblem();
    void takeBrush(const Brush& brush);
    void paint(const core::CellBlocks& cells, core::Stroke kind, bool continues);
    [[nodiscard]] bool isCurrent() const;
    void showReach();
    void showHops();
    void showCards();
    void showCosts();
    void showModel();
    void showContext();
    void takeAway(PatternExport kind);
    void setComparing(const std::function<void(Comparing&)>& change);
    [[nodiscard]] const ComparedPattern* shown() const;   // the pattern on show, where it was compared
    [[nodiscard]] std::optional<Pair> pair() const;       // looked at, else pinned

    Session& m_session;
    SessionActions& m_actions;
    ExploreRecordPtr m_record;
    ComparisonState m_state;
    Standing m_standing = Standing::Current;
    SentenceField* m_sentence = nullptr;
    NoticeStrip* m_notice = nullptr;
    QToolBar* m_tools = nullptr;
    struct Choice {
        QAction* action;
        std::function<bool(const Comparing&)> isChosen;
    };
    std::vector<Choice> m_choices;   // of the tools
    PatternPanel* m_patterns = nullptr;
    ComparePictures* m_pictures = nullptr;
    LegendLine* m_legend = nullptr;
    QLabel* m_row = nullptr;   // what the pinned row keeps
    QLabel* m_problem = nullptr;
    PatternPainter* m_painter = nullptr;
    bool m_strokeBegan = false;   // the stroke under way has changed the pattern
    CostCard* m_cost = nullptr;
    GrowthChart* m_growth = nullptr;
    EffectCard* m_model = nullptr;
    ContextCard* m_context = nullptr;
    ReachCard* m_reach = nullptr;
    SweepCard* m_sweep = nullptr;
    QBoxLayout* m_cards = nullptr;
    CardDeck* m_costs = nullptr;
    CardDeck* m_effects = nullptr;
};

}   // namespace ui
