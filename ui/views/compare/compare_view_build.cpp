// The parts of Compare, each put together by one function.
#include "ui/state/pattern_gallery.h"
#include "ui/views/compare/card_deck.h"
#include "ui/views/compare/compare_pictures.h"
#include "ui/views/compare/compare_view.h"
#include "ui/views/compare/context_card.h"
#include "ui/views/compare/cost_card.h"
#include "ui/views/compare/effect_card.h"
#include "ui/views/compare/growth_chart.h"
#include "ui/views/compare/legend_line.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/reach_card.h"
#include "ui/views/compare/sweep_card.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/sentence_field.h"
#include "ui/views/tool_stops.h"
#include <QActionGroup>
#include <QToolBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kLeastCards = 190;   // px of height

struct ModeChoice {
    CompareMode mode;
    const char* name;
    const char* title;
    const char* tip;
};

const std::array<ModeChoice, 4>& modeChoices()
{
    static constexpr std::array<ModeChoice, 4> kChoices{
        {{CompareMode::Weights, "showWeights", QT_TRANSLATE_NOOP("ui::CompareView", "Weights"),
          QT_TRANSLATE_NOOP("ui::CompareView", "The sparse picture shows the weights over the pairs that stay")},
         {CompareMode::AllowedBy, "showAllowedBy", QT_TRANSLATE_NOOP("ui::CompareView", "Allowed by"),
          QT_TRANSLATE_NOOP("ui::CompareView", "The sparse picture shows which part of the pattern lets each pair be")},
         {CompareMode::Tiles, "showTiles", QT_TRANSLATE_NOOP("ui::CompareView", "Tiles"),
          QT_TRANSLATE_NOOP("ui::CompareView", "Which tiles a kernel computes: full ones, partial ones, and those that it skips")},
         {CompareMode::Pairs, "showPairs", QT_TRANSLATE_NOOP("ui::CompareView", "Pairs"),
          QT_TRANSLATE_NOOP("ui::CompareView", "The sparse picture shows the pattern alone: every pair that stays weighs the same")}}};
    return kChoices;
}

}   // namespace

CompareView::CompareView(const ViewContext& context, QWidget* parent) : View(parent), m_session(context.session), m_actions(context.actions)
{
    m_patterns = new PatternPanel(this);
    m_patterns->setGallery(PatternGallery::builtIn());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_patterns);
    auto* line = new QFrame(this);
    line->setProperty("role", QStringLiteral("rule"));
    line->setFixedWidth(1);
    layout->addWidget(line);
    layout->addWidget(buildCentre(), 1);
    setFocusProxy(m_sentence);
    connectSession();
    showTheme();
}

QWidget* CompareView::buildCentre()
{
    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("compareCentre"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    m_sentence = new SentenceField(centre);
    m_sentence->setObjectName(QStringLiteral("compareSentence"));
    m_sentence->setMostLines(2);
    m_notice = new NoticeStrip(m_actions.computeAgain, m_actions.ownAttention, centre);
    m_problem = plainLabel<WrappedLabel>("comparisonProblem", centre);
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->hide();
    m_pictures = new ComparePictures(m_session, centre);
    m_legend = new LegendLine(centre);
    connect(m_pictures, &ComparePictures::legendChanged, m_legend, &LegendLine::showLegend);
    m_row = plainLabel<WrappedLabel>("comparedRow", centre);
    m_row->setProperty("role", QStringLiteral("caption"));
    layout->addWidget(m_sentence);
    layout->addWidget(m_notice);
    layout->addWidget(buildTools());
    layout->addWidget(m_problem);
    layout->addWidget(m_pictures, 2);
    layout->addWidget(m_legend);
    layout->addWidget(m_row);
    layout->addWidget(buildCards(), 1);
    return scrolling(centre, this);
}

QWidget* CompareView::buildTools()
{
    m_tools = new QToolBar(this);
    m_tools->setObjectName(QStringLiteral("compareTools"));
    m_tools->setProperty("role", QStringLiteral("tools"));
    m_tools->setAccessibleName(tr("How the pictures are drawn"));
    m_tools->addActions(m_actions.scale->actions());
    m_tools->addSeparator();
    auto* shows = new QActionGroup(m_tools);
    for (const ModeChoice& choice : modeChoices())
        addChoice(
            choice.name, tr(choice.title), tr(choice.tip), *shows, [mode = choice.mode](Comparing& c) { c.mode = mode; },
            [mode = choice.mode](const Comparing& c) { return c.mode == mode; });
    m_tools->addSeparator();
    auto* parts = new QActionGroup(m_tools);
    addChoice(
        "compareMatrix", tr("Matrix"), tr("As heatmaps"), *parts, [](Comparing& c) { c.parts = ViewParts::Matrix; },
        [](const Comparing& c) { return c.parts == ViewParts::Matrix; });
    addChoice(
        "compareLinks", tr("Links"), tr("Own and sparse as links between tokens"), *parts, [](Comparing& c) { c.parts = ViewParts::Links; },
        [](const Comparing& c) { return c.parts == ViewParts::Links; });
    m_tools->addSeparator();
    auto* zoom = new QActionGroup(m_tools);
    zoom->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    addChoice(
        "linkZoom", tr("Link zoom"), tr("What is zoomed in one picture is zoomed in all"), *zoom,
        [](Comparing& c) { c.zoom = c.zoom == LinkedZoom::On ? LinkedZoom::Off : LinkedZoom::On; },
        [](const Comparing& c) { return c.zoom == LinkedZoom::On; });
    addChoice("showDifference", tr("Difference"), tr("The picture of what the pattern changes (D)"), *zoom, &toggleDifference,
              [](const Comparing& c) { return c.difference == DifferencePicture::Shown; });
    addChoice("swapPictures", tr("Swap"), tr("The own and the sparse picture in each other’s place (X)"), *zoom, &swapPictures,
              [](const Comparing& c) { return c.order == PictureOrder::SparseFirst; });
    new ToolStops(m_tools);
    return m_tools;
}

void CompareView::addChoice(const char* name, const QString& title, const QString& tip, QActionGroup& group,
                            const std::function<void(Comparing&)>& change, const std::function<bool(const Comparing&)>& isChosen)
{
    QAction* action = group.addAction(title);
    action->setObjectName(QLatin1String(name));
    action->setToolTip(tip);
    action->setCheckable(true);
    m_tools->addAction(action);
    m_choices.push_back({action, isChosen});
    connect(action, &QAction::triggered, this, [this, change] { setComparing(change); });
}

void CompareView::showTools()
{
    for (const Choice& choice : m_choices) choice.action->setChecked(choice.isChosen(m_session.view().compare));
}

QWidget* CompareView::buildCards()
{
    auto* cards = new QWidget(this);
    cards->setMinimumHeight(kLeastCards);
    QBoxLayout* row = m_cards = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_costs = new CardDeck("costCards", tr("What patterns cost"), cards);
    m_effects = new CardDeck("effectCards", tr("What patterns do to the model"), cards);
    m_costs->add("showCost", tr("Cost"), m_cost = new CostCard(cards));
    m_costs->add("showGrowth", tr("Growth"), m_growth = new GrowthChart(cards));
    m_effects->add("showModelEffect", tr("Effect on the model"), m_model = new EffectCard(cards));
    m_effects->add("showContext", tr("Crop, slide, full"), m_context = new ContextCard(builtInContextPresets(), cards));
    m_effects->add("showReach", tr("Reach"), m_reach = new ReachCard(cards));
    m_effects->add("showSweep", tr("Sweep"), m_sweep = new SweepCard(cards));
    row->addWidget(m_costs, 1);
    row->addWidget(m_effects, 1);
    return cards;
}

void CompareView::showTheme()
{
    const Theme theme = Theme::of(m_session.view().look);
    m_sentence->setTheme(theme);
    m_patterns->setTheme(theme);
    m_pictures->setTheme(theme);
    m_legend->setTheme(theme);
    m_cost->setTheme(theme);
    m_growth->setTheme(theme);
    m_model->setTheme(theme);
    m_context->setTheme(theme);
    m_reach->setTheme(theme);
    m_sweep->setTheme(theme);
    showReach();
}

}   // namespace ui
