// What the cards of Compare show, and what can be taken away from it.
#include <algorithm>

#include <QApplication>
#include <QClipboard>

#include "core/attention/mask_mod.h"
#include "ui/figure/compare_figure.h"
#include "ui/state/pattern_gallery.h"
#include "ui/views/compare/card_deck.h"
#include "ui/views/compare/compare_pictures.h"
#include "ui/views/compare/compare_view.h"
#include "ui/views/compare/context_card.h"
#include "ui/views/compare/cost_card.h"
#include "ui/views/compare/effect_card.h"
#include "ui/views/compare/growth_chart.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/reach_card.h"
#include "ui/views/compare/sweep_card.h"

namespace ui {

namespace {

constexpr int kThumbnails = 3;   // of reach: after one, two, three layers

}   // namespace

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

// Walks the pattern, which takes its time: not while nobody sees it.
void CompareView::showHops()
{
    if (!m_reach->isVisible()) return;
    const std::optional<Pair> pair = this->pair();
    m_reach->show(m_state.comparison.answer.get(), m_session.shownPattern(), pair ? std::optional(pair->query) : std::nullopt);
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
    spec->mode = m_session.view().compare.mode;
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
    const auto source = kind == PatternExport::Json ? core::Result<std::string>(PatternGallery::fileOf(*pattern).dump(2))
                                                    : core::maskModSource(masked, tokens ? tokens->size() : 1);
    if (!source) return Q_EMIT refused(source.error());
    QApplication::clipboard()->setText(QString::fromStdString(*source));
    Q_EMIT told(kind == PatternExport::Json ? tr("Copied the pattern as JSON") : tr("Copied a mask_mod for FlexAttention, as Python"));
}

}   // namespace ui
