#include "ui/views/compare/compare_view.h"

#include <cmath>

#include <QVBoxLayout>

#include "ui/figure/compare_figure.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/card_deck.h"
#include "ui/views/compare/compare_pictures.h"
#include "ui/views/compare/context_card.h"
#include "ui/views/compare/cost_card.h"
#include "ui/views/compare/effect_card.h"
#include "ui/views/compare/growth_chart.h"
#include "ui/views/compare/legend_line.h"
#include "ui/views/compare/pattern_painter.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/reach_card.h"
#include "ui/views/compare/sweep_card.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/notices.h"
#include "ui/views/explore/sentence_field.h"

namespace ui {

namespace {

constexpr int kPanelWidth = 300;   // px at most
constexpr int kBeside = 1080;      // … of the view from which cards stand beside each other

template<class Answer>
bool isSame(const Answered<Answer>& a, const Answered<Answer>& b)
{
    return a.answer == b.answer && a.isUnderWay == b.isUnderWay && a.problem.has_value() == b.problem.has_value();
}

}   // namespace

void CompareView::documentChanged(const DocumentState& before)
{
    if (!isVisible()) return;
    const DocumentState& now = m_session.document();
    if (now.text != before.text) showText();
    showAdded(before);
    if (now.patterns != before.patterns) showPatterns();
    if (now.pin != before.pin || now.head != before.head || now.patterns != before.patterns) showSelection();
    showNotices();
}

void CompareView::viewChanged(const ViewState& before)
{
    const ViewState& now = m_session.view();
    if (now.look != before.look) showTheme();
    if (!isVisible()) return;
    if (!(now.compare == before.compare)) comparingChanged(before.compare);
    if (now.scale != before.scale || now.loupe != before.loupe || now.links != before.links) m_pictures->showState();
    if (now.peek != before.peek || now.side != before.side) showSelection();
}

// A pattern that is added, or that comes back, is the one on show; another document has its own.
void CompareView::showAdded(const DocumentState& before)
{
    DocumentState without = m_session.document();
    const auto other = std::mismatch(without.patterns.begin(), without.patterns.end(), before.patterns.begin(), before.patterns.end()).first;
    const int index = int(other - without.patterns.begin());
    if (other == without.patterns.end()) return;
    without.patterns.removeAt(index);
    if (without == before) setComparing([index](Comparing& comparing) { comparing.pattern = index; });
}

// Only what looks other than before: pictures of long texts take their time.
void CompareView::comparingChanged(const Comparing& before)
{
    const Comparing& now = m_session.view().compare;
    showTools();
    const auto isOther = [&](auto... members) { return (!(now.*members == before.*members) || ...); };
    if (isOther(&Comparing::pattern)) showPatterns();
    if (isOther(&Comparing::pattern, &Comparing::mode, &Comparing::parts, &Comparing::difference, &Comparing::order, &Comparing::cells))
        showPictures();
    if (isOther(&Comparing::pattern, &Comparing::scope, &Comparing::kvGroups, &Comparing::costs, &Comparing::effects, &Comparing::costTokens,
                &Comparing::window, &Comparing::sinks, &Comparing::sweep))
        showCards();
}

void CompareView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    showAll();
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    const Theme theme = Theme::of(m_session.view().look);
    m_cards->setDirection(width() < theme.scaled(kBeside) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_patterns->setFixedWidth(std::clamp(std::max(width() / 5, theme.scaled(kPanelWidth / 2)), PatternPanel::kLeastWidth, theme.scaled(kPanelWidth)));
}

void CompareView::showAll()
{
    showText();
    m_sentence->showRecord(m_record);
    showTools();
    showPatterns();
    showPictures();
    showCards();
    showProblem();
    showNotices();
}

void CompareView::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    if (!isVisible()) return;
    m_sentence->showRecord(record);
    showPatterns();    // their texts are of these tokens
    showSelection();   // which the comparison does not have yet
    showNotices();
}

void CompareView::showStanding(Standing standing)
{
    m_standing = standing;
    if (isVisible()) showNotices();
}

void CompareView::showComparison(const ComparisonState& state)
{
    const ComparisonState before = std::exchange(m_state, state);
    if (!isVisible()) return;
    if (!isSame(state.comparison, before.comparison)) {
        showProblem();
        showPinnedRow();
    }
    if (state.comparison.answer != before.comparison.answer) showPictures();
    if (state.costs != before.costs || state.growth != before.growth) showCosts();
    if (!isSame(state.effect, before.effect) || !isSame(state.comparison, before.comparison)) showModel();
    if (!isSame(state.context, before.context)) showContext();
    m_sweep->show(state.sweep);
}

void CompareView::showProblem()
{
    const auto& problem = m_state.comparison.problem;
    m_problem->setVisible(problem.has_value());
    if (problem) m_problem->setText(QString::fromStdString(problem->what + " " + problem->remedy));
}

// Whether what is on show was compared for the document as it stands.
bool CompareView::isCurrent() const
{
    const DocumentState& document = m_session.document();
    return m_record && m_state.comparison && m_state.comparison->isOf(m_record, m_record->nearest(document.head), document.patterns);
}

void CompareView::showText() { m_sentence->showText(m_session.document().text); }

void CompareView::showPatterns()
{
    const QStringList& patterns = m_session.document().patterns;
    if (m_record) {
        const core::Recording& recording = *m_record->recording;
        m_patterns->showTokens(std::shared_ptr<const core::Tokens>(m_record->recording, &recording.tokens), true);
    }
    m_patterns->showPatterns(patterns, m_session.shownPattern());
}

void CompareView::showPictures()
{
    m_pictures->showComparison(m_state.comparison.answer, m_session.shownPattern());
    showReach();
    showSelection();
}

const ComparedPattern* CompareView::shown() const { return m_state.comparison ? m_state.comparison->pattern(m_session.shownPattern()) : nullptr; }

std::optional<Pair> CompareView::pair() const
{
    const Selection selection = m_session.selection();
    return selection.peek ? selection.peek : selection.pin;
}

void CompareView::showSelection()
{
    if (!isVisible()) return;
    // Pins count the tokens of the record, which a comparison of an older text does not have.
    const bool isOfRecord = m_state.comparison && m_state.comparison->record == m_record;
    m_pictures->showSelection(isOfRecord ? m_session.selection() : Selection{});
    const std::optional<Pair> pair = this->pair();
    m_sentence->showPair(m_record && pair && m_record->has(pair->query, pair->key) ? runsOf(*m_record, *pair, AxisUnit::Tokens) : std::nullopt);
    showHops();
    showPinnedRow();
}

// All rows, and below it the one that is meant. KL(sparse ‖ own) of a row is −ln of what it keeps.
void CompareView::showPinnedRow()
{
    const ComparedPattern* compared = shown();
    if (m_state.comparison && !isCurrent()) return m_row->setText(tr("Still of the text, head or patterns before."));
    if (!compared) return m_row->setText({});
    const QString all = tr("This head: %1.").arg(comparisonNote(*m_state.comparison.answer, m_session.shownPattern()));
    const std::optional<Pair> pair = this->pair();
    if (!pair || std::size_t(pair->query) >= compared->effect.retained.size())
        return m_row->setText(all + QLatin1Char('\n') + tr("Point at a row to see what it keeps. Hatched: not allowed, never drawn as zero."));
    const double kept = compared->effect.retained[std::size_t(pair->query)], error = compared->effect.error[std::size_t(pair->query)];
    const QString query = tr("Query %1 “%2”").arg(pair->query).arg(m_state.comparison->record->label(pair->query));
    m_row->setText(
        all + QLatin1Char('\n') +
        (kept > 0.0
             ? tr("%1 keeps %2 of its mass (KL %3 nats), its output moves %4.").arg(query, percent(kept), printed(-std::log(kept), 3), percent(error))
             : tr("%1 keeps nothing: its row is empty and writes nothing.").arg(query)));
}

void CompareView::showToken(core::Index token, Side side)
{
    if (side != Side::First) return;
    const std::optional<Pair> pair = m_pictures->own()->pairOfRow(token);
    if (pair) m_session.setPin(m_session.selection().pin == pair ? std::nullopt : pair);
}

// A brush is put down first.
bool CompareView::releasePeek()
{
    if (m_painter->brush().mode == BrushMode::None) return m_pictures->inPictures(&AttentionView::releasePeek);
    takeBrush({});
    return true;
}

void CompareView::takeBrush(const Brush& brush)
{
    m_painter->setBrush(brush);
    m_patterns->showBrush(brush);
}

bool CompareView::releaseRange() { return m_pictures->inPictures(&AttentionView::releaseRange); }
bool CompareView::zoomOut() { return m_pictures->inPictures(&AttentionView::zoomOut); }

std::vector<QWidgetList> CompareView::panels() const { return {{m_patterns}, {m_sentence, m_notice}, {m_pictures, m_tools}, {m_costs}, {m_effects}}; }

void CompareView::showNotices()
{
    if (m_record) m_notice->show(m_standing, standingNotices(m_standing, *m_record, m_session.document()) + noticesOf(*m_record));
}

}   // namespace ui
