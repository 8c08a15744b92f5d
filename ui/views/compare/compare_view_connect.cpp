// What is done in the parts of Compare, and which wishes of the session become of it.
#include "ui/plot/place_keys.h"
#include "ui/state/pattern_painting.h"
#include "ui/views/compare/card_deck.h"
#include "ui/views/compare/compare_pictures.h"
#include "ui/views/compare/compare_view.h"
#include "ui/views/compare/context_card.h"
#include "ui/views/compare/cost_card.h"
#include "ui/views/compare/effect_card.h"
#include "ui/views/compare/pattern_painter.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/reach_card.h"
#include "ui/views/compare/sweep_card.h"
#include "ui/views/explore/sentence_field.h"
#include <QKeyEvent>

namespace ui {

namespace {

void (*changeOf(CompareKey key))(Comparing&)
{
    switch (key) {
    case CompareKey::Difference:
        return &toggleDifference;
    case CompareKey::Swap:
        return &swapPictures;
    case CompareKey::Mode:
        return &nextMode;
    case CompareKey::Parts:
        break;
    }
    return [](Comparing& comparing) { comparing.parts = comparing.parts == ViewParts::Matrix ? ViewParts::Links : ViewParts::Matrix; };
}

}   // namespace

void CompareView::connectSession()
{
    Session* const session = &m_session;
    connect(session, &Session::documentChanged, this, &CompareView::documentChanged);
    connect(session, &Session::viewChanged, this, &CompareView::viewChanged);
    connect(session, &Session::pinMoved, this, &CompareView::showSelection);
    connect(m_sentence, &SentenceField::textEdited, session, [session](const QString& text) { session->setText(text); });
    connect(m_sentence, &SentenceField::refused, this, &View::refused);
    connect(m_sentence, &SentenceField::tokenHovered, session,
            [this, session](std::optional<core::Index> token) { session->peek(token ? m_pictures->own()->pairOfRow(*token) : std::nullopt); });
    connect(m_sentence, &SentenceField::tokenClicked, this, [this](core::Index token) { showToken(token, Side::First); });
    connectPatterns();
    connectPainting();
    connectCards();
}

void CompareView::setComparing(const std::function<void(Comparing&)>& change)
{
    Comparing comparing = m_session.view().compare;
    change(comparing);
    m_session.setCompare(comparing);
}

void CompareView::connectPatterns()
{
    Session* const session = &m_session;
    connect(m_patterns, &PatternPanel::exportAsked, this, &CompareView::takeAway);
    const auto choose = [this](int index) { setComparing([index](Comparing& comparing) { comparing.pattern = index; }); };
    connect(m_patterns, &PatternPanel::chosen, session, choose);
    connect(m_patterns, &PatternPanel::edited, session, [session](int index, const QString& pattern, bool typing) {
        QStringList patterns = session->document().patterns;
        if (index < 0 || index >= patterns.size()) return;
        patterns[index] = pattern;
        session->setPatterns(patterns, tr("change of pattern"), typing ? Typing::Yes : Typing::No);
    });
    connect(m_patterns, &PatternPanel::added, session,
            [session](const QString& pattern) { session->setPatterns(session->document().patterns + QStringList{pattern}, tr("further pattern")); });
    connect(m_patterns, &PatternPanel::removed, session, [session, choose](int index) {
        QStringList patterns = session->document().patterns;
        if (index < 0 || index >= patterns.size() || patterns.size() == 1) return;
        patterns.removeAt(index);
        session->setPatterns(patterns, tr("removal of a pattern"));
        choose(std::min(index, int(patterns.size()) - 1));
    });
}

void CompareView::connectPainting()
{
    m_painter = new PatternPainter(this);
    for (AttentionView* picture : {m_pictures->own(), m_pictures->kept(), m_pictures->moved()}) m_painter->watch(picture);
    connect(m_patterns, &PatternPanel::brushChosen, this, &CompareView::takeBrush);
    connect(m_painter, &PatternPainter::refused, this, &View::told);
    connect(m_painter, &PatternPainter::painted, this, &CompareView::paint);
}

// A stroke is one step, from the first of its touches that changes anything.
void CompareView::paint(const core::CellBlocks& cells, core::Stroke kind, bool continues)
{
    const bool joins = continues && m_strokeBegan;
    m_strokeBegan = joins;
    if (cells.empty()) return;
    QStringList patterns = m_session.document().patterns;
    QString& pattern = patterns[m_session.shownPattern()];
    const auto after = afterStrokes(pattern, cells, kind, m_record ? &m_record->recording->tokens : nullptr);
    if (!after) return Q_EMIT refused(after.error());
    if (pattern == *after) return;
    pattern = *after;
    m_strokeBegan = true;
    m_session.setPatterns(patterns, tr("painting of a pattern"), joins ? Typing::Yes : Typing::No);
}

void CompareView::connectCards()
{
    connect(m_costs, &CardDeck::chosen, this, [this](int card) { setComparing([card](Comparing& c) { c.costs = CostsCard(card); }); });
    connect(m_effects, &CardDeck::chosen, this, [this](int card) { setComparing([card](Comparing& c) { c.effects = EffectsCard(card); }); });
    connect(m_cost, &CostCard::lengthChosen, this,
            [this](std::optional<core::Index> tokens) { setComparing([tokens](Comparing& c) { c.costTokens = tokens; }); });
    connect(m_model, &EffectCard::scopeChosen, this, [this](core::PlanScope scope) { setComparing([scope](Comparing& c) { c.scope = scope; }); });
    connect(m_model, &EffectCard::groupsChosen, this, [this](core::Index groups) { setComparing([groups](Comparing& c) { c.kvGroups = groups; }); });
    connect(m_context, &ContextCard::windowChosen, this,
            [this](const core::ContextWindow& window) { setComparing([&](Comparing& c) { c.window = window.window, c.sinks = window.sinks; }); });
    connect(m_context, &ContextCard::presetChosen, this, [this](const ContextPreset& preset) {
        setComparing([&](Comparing& c) { c.window = preset.window.window, c.sinks = preset.window.sinks; });
        m_session.replaceText(preset.text, tr("text %1").arg(quoted(preset.title)));
    });
    connect(m_reach, &ReachCard::queryChosen, this, [this](core::Index query) { showToken(query, Side::First); });
    connect(m_sweep, &SweepCard::asked, this, [this](const QString& text) {
        setComparing([](Comparing& c) { c.sweep.clear(); });   // the same may be asked of another text
        setComparing([&](Comparing& c) { c.sweep = text; });
    });
    connect(m_sweep, &SweepCard::stopRequested, this, [this] { setComparing([](Comparing& c) { c.sweep.clear(); }); });
    connect(m_sweep, &SweepCard::patternChosen, this, [this](const QString& pattern) {
        QStringList patterns = m_session.document().patterns;
        patterns[m_session.shownPattern()] = pattern;
        m_session.setPatterns(patterns, tr("pattern of the sweep"));
    });
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    if (const std::optional<CompareKey> use = useOf(*event, compareKeys())) return setComparing(changeOf(*use));
    const std::optional<BrushKey> use = useOf(*event, brushKeys());
    if (!use) return View::keyPressEvent(event);
    Brush brush = m_painter->brush();
    const BrushMode mode = *use == BrushKey::Allow ? BrushMode::Allow : BrushMode::Remove;
    if (*use == BrushKey::Allow || *use == BrushKey::Remove) brush.mode = brush.mode == mode ? BrushMode::None : mode;
    if (*use == BrushKey::Smaller) brush.size = std::max(1, brush.size - 1);
    if (*use == BrushKey::Larger) brush.size = std::min(kLargestBrush, brush.size + 1);
    takeBrush(brush);
}

}   // namespace ui
