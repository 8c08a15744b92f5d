#include "ui/views/compare/compare_view.h"

#include <cmath>

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollArea>
#include <QToolBar>
#include <QVBoxLayout>

#include "core/attention/mask_mod.h"
#include "ui/figure/compare_figure.h"
#include "ui/plot/place_keys.h"
#include "ui/state/numbers.h"
#include "ui/state/pattern_gallery.h"
#include "ui/state/pattern_painting.h"
#include "ui/views/compare/card_deck.h"
#include "ui/views/compare/compare_pictures.h"
#include "ui/views/compare/context_card.h"
#include "ui/views/compare/cost_card.h"
#include "ui/views/compare/effect_card.h"
#include "ui/views/compare/growth_chart.h"
#include "ui/views/compare/pattern_painter.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/reach_card.h"
#include "ui/views/compare/row_strips.h"
#include "ui/views/compare/sweep_card.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/notices.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/sentence_field.h"
#include "ui/views/tool_stops.h"

namespace ui {

namespace {

constexpr int kPanelWidth = 300;   // px at most
constexpr int kBeside = 1080;      // … of the view from which cards stand beside each other
constexpr int kThumbnails = 3;     // of reach: after one, two, three layers

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
    if (now.patterns != before.patterns) showPatterns();
    if (now.pin != before.pin || now.head != before.head || now.patterns != before.patterns) showSelection();
    showNotices();
}

void CompareView::viewChanged(const ViewState& before)
{
    const ViewState& now = m_session.view();
    if (now.look != before.look) showTheme();
    if (!isVisible()) return;
    if (!(now.compare == before.compare)) {
        showTools();
        showPatterns();
        showPictures();
        showCards();
    }
    if (now.scale != before.scale || now.loupe != before.loupe || now.links != before.links) m_pictures->showState();
    if (now.peek != before.peek || now.side != before.side) showSelection();
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

void CompareView::showReach()
{
    const ComparedPattern* compared = shown();
    if (!compared) return m_patterns->showReach({}, {});
    const Theme theme = Theme::of(m_session.view().look);
    std::vector<QImage> thumbnails;
    for (int layer = 1; layer <= std::min<int>(kThumbnails, int(compared->effect.reach.size())); ++layer)
        thumbnails.push_back(compared->reach.image(layer, theme));
    m_patterns->showReach(compared->effect.reach, thumbnails);
}

void CompareView::showCards()
{
    const Comparing& comparing = m_session.view().compare;
    m_costs->setShown(int(comparing.costs));
    m_effects->setShown(int(comparing.effects));
    showCosts();
    showModel();
    showContext();
    showHops();
    m_sweep->show(m_state.sweep);
}

void CompareView::showCosts()
{
    m_cost->show(m_state.costs, m_session.shownPattern());
    m_growth->show(m_state.growth);
}

// Numbers of another pattern or scope stay, and are said to be of one before.
void CompareView::showModel()
{
    const Answered<ModelEffect>& effect = m_state.effect;
    const Comparing& comparing = m_session.view().compare;
    const core::PlanScope scope = comparing.triedOn();
    const bool isOfThese = effect && effect->of == m_state.comparison.answer && effect->pattern == m_session.shownPattern() &&
                           effect->scope == scope && effect->kvGroups == comparing.kvGroups;
    m_model->setTried(comparing.kvGroups, m_record ? m_record->model->transformer->config().kvHeads : 1);
    m_model->setScope(scope);
    if (effect) m_model->showEffect(effect->shown);
    if (effect.problem)
        m_model->showProblem(*effect.problem);
    else if (effect && !(isOfThese && isCurrent()) && shown())
        m_model->showWorking();
    else if (!effect || !shown())
        effect.isUnderWay ? m_model->showWorking() : m_model->showNothing();
}

void CompareView::showContext()
{
    const Comparing& comparing = m_session.view().compare;
    const Answered<ContextShown>& context = m_state.context;
    m_context->setWindow({.window = comparing.window, .sinks = comparing.sinks});
    if (context) m_context->showContext(*context.answer);
    if (context.problem)
        m_context->showProblem(*context.problem);
    else if (context.isUnderWay)
        m_context->showWorking();
    else if (!context)
        m_context->showNothing();
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

// Walks the pattern, which takes its time: not while nobody sees it.
void CompareView::showHops()
{
    if (!m_reach->isVisible()) return;
    const std::optional<Pair> pair = this->pair();
    m_reach->show(m_state.comparison.answer.get(), m_session.shownPattern(), pair ? std::optional(pair->query) : std::nullopt);
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

std::optional<core::Result<FigureSpec>> CompareView::figure() const
{
    if (!isCurrent())
        return core::fail(core::Fault::BadInput, "The comparison of this text, head and patterns is not there yet.", "Wait until it is.");
    core::Result<FigureSpec> spec = comparisonFigure(m_state.comparison.answer, m_session.shownPattern());
    if (!spec) return spec;
    const MatrixGeometry& seen = m_pictures->kept()->geometryOfCells();
    if (!seen.isFitted()) spec->cells = seen.view;
    spec->pin = m_session.selection().pin;
    spec->scale.kind = m_session.view().scale;
    spec->look = m_session.view().look;
    return spec;
}

// Text goes to the clipboard; what cannot be said in Python says why.
void CompareView::takeAway(PatternExport kind)
{
    if (kind == PatternExport::Picture) return Q_EMIT figureAsked();
    const QString text = m_session.document().patterns.value(m_session.shownPattern());
    const core::Tokens* tokens = m_record ? &m_record->recording->tokens : nullptr;
    const auto pattern = core::Pattern::parse(text.toStdString(), tokens);
    if (!pattern) return Q_EMIT refused(pattern.error());
    const core::Pattern masked = pattern->text().starts_with("causal") ? *pattern : core::Pattern::causal() & *pattern;
    const auto source =
        kind == PatternExport::Json ? core::Result<std::string>(pattern->toJson().dump()) : core::maskModSource(masked, tokens ? tokens->size() : 1);
    if (!source) return Q_EMIT refused(source.error());
    QApplication::clipboard()->setText(QString::fromStdString(*source));
    Q_EMIT told(kind == PatternExport::Json ? tr("Copied the pattern as JSON") : tr("Copied a mask_mod for FlexAttention, as Python"));
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

void CompareView::showTheme()
{
    const Theme theme = Theme::of(m_session.view().look);
    m_sentence->setTheme(theme);
    m_patterns->setTheme(theme);
    m_pictures->setTheme(theme);
    m_cost->setTheme(theme);
    m_growth->setTheme(theme);
    m_model->setTheme(theme);
    m_context->setTheme(theme);
    m_reach->setTheme(theme);
    m_sweep->setTheme(theme);
    showReach();
}

void CompareView::showNotices()
{
    if (m_record) m_notice->show(m_standing, standingNotices(m_standing, *m_record, m_session.document()) + noticesOf(*m_record));
}

}   // namespace ui
