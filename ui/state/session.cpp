#include "ui/state/session.h"

#include <algorithm>
#include <utility>

#include "core/attention/attention_plan.h"
#include "ui/state/change_document.h"

namespace ui {

namespace {

constexpr int kUndoDepth = 200;

QString nameOf(const TextEdit& edit)
{
    if (edit.added.isEmpty()) return Session::tr("deleting");
    return edit.added.size() == 1 && edit.removed.isEmpty() ? Session::tr("typing") : Session::tr("change of text");
}

std::optional<Pair> pairOf(const Selection& selection) { return selection.peek ? selection.peek : selection.pin; }

bool isPinnedAnew(Side side, const DocumentState& before, const DocumentState& now)
{
    const std::optional<Pin> pin = now.pinOf(side);
    return pin && pin != before.pinOf(side) && now.textOf(side) == before.textOf(side);   // a pin that follows an edit of its text is no news
}

ViewState atRest(ViewState view)
{
    view.peek.reset();
    view.peekHead.reset();
    return view;
}

// Nobody looks at anything in a sentence that was turned to.
ViewState turnedTo(Side side, ViewState view)
{
    if (view.side != side) view.peek.reset();
    view.side = side;
    return view;
}

// What is looked at in the second sentence, and what was asked of it, goes with it.
ViewState withoutSecond(ViewState view)
{
    if (view.future && view.future->side == Side::Second) view.future.reset();
    return turnedTo(Side::First, view);
}

core::AttentionPlan planOf(const QString& text) { return core::AttentionPlan::parse(text.toStdString()).value_or(core::AttentionPlan()); }

}   // namespace

template<class Value>
void Session::set(Value ViewState::*member, const Value& value)
{
    ViewState view = m_view;
    view.*member = value;
    look(view);
}

// Where a walk began, and its own steps.
struct Session::Walk {
    DocumentState document;
    ViewState view;
    QUndoStack steps{};
};

Session::Session(DocumentState initial, QObject* parent) : QObject(parent), m_document(std::move(initial))
{
    m_undo.setUndoLimit(kUndoDepth);
    m_undoGroup.addStack(&m_undo);
    m_undoGroup.setActiveStack(&m_undo);
}

Session::~Session() = default;

QUndoStack& Session::undoStack() { return m_walk ? m_walk->steps : m_undo; }

Selection Session::selection(Side side) const
{
    return {.head = m_document.head,
            .pin = shown(side).pinned,
            .peek = m_view.side == side ? m_view.peek : std::nullopt,
            .peekHead = m_view.peekHead};
}

Side Session::inspectedSide() const
{
    const Side other = m_view.side == Side::First ? Side::Second : Side::First;
    return !pairOf(selection(m_view.side)) && pairOf(selection(other)) ? other : m_view.side;
}

int Session::shownPattern() const { return std::clamp(m_view.compare.pattern, 0, std::max(0, int(m_document.patterns.size()) - 1)); }

std::optional<Pair> Session::inspectedPair() const { return pairOf(selection(inspectedSide())); }

void Session::setText(const QString& text, Side side)
{
    const QString& before = std::as_const(m_document).textOf(side);
    changeText(text, side, nameOf(TextEdit::between(before, text)), side == Side::First ? kTyping : kTypingSecond);
}

void Session::appendText(const QString& piece, Side side)
{
    changeText(std::as_const(m_document).textOf(side) + piece, side, tr("append %1").arg(quoted(piece)), kNeverMerge);
}

void Session::replaceText(const QString& text, const QString& name) { changeText(text, Side::First, name, kNeverMerge); }

void Session::changeText(const QString& text, Side side, const QString& name, int mergeId)
{
    if (!m_document.has(side)) return;
    DocumentState after = m_document;
    after.textOf(side) = text;
    if (std::optional<Pin>& pin = after.pinOf(side)) pin = afterEdit(*pin, std::as_const(m_document).textOf(side), text);
    change(std::move(after), name, mergeId);
}

void Session::openSecond(const QString& text)
{
    if (!m_document.second) changeSecond(SecondSentence{.text = text}, tr("second sentence"));
}

void Session::closeSecond() { changeSecond(std::nullopt, tr("closing of the second sentence")); }

void Session::changeSecond(const std::optional<SecondSentence>& second, const QString& name)
{
    DocumentState after = m_document;
    after.second = second;
    change(std::move(after), name, kNeverMerge);
}

void Session::open(const DocumentState& document, const QString& name) { change(document, name, kNeverMerge); }

void Session::setPlan(const QString& plan)
{
    DocumentState after = m_document;
    after.plan = plan;
    change(std::move(after), tr("change of plan"), kNeverMerge);
}

void Session::setPatterns(const QStringList& patterns, const QString& name, Typing typing)
{
    if (patterns.isEmpty() || patterns.size() > kMostPatterns) return;
    DocumentState after = m_document;
    after.patterns = patterns;
    change(std::move(after), name, kPattern, typing == Typing::Yes ? Joins::Always : Joins::Never);
}

void Session::showHead(core::HeadId head)
{
    DocumentState after = m_document;
    after.head = head;
    change(std::move(after), tr("head %1").arg(ui::nameOf(head)), kNeverMerge);
}

void Session::setPin(std::optional<Pair> pair, Side side)
{
    if (!m_document.has(side)) return;
    const auto& tokens = shown(side).tokens;
    const std::optional<Pin> pin = pair && tokens ? pinOf(*pair, *tokens, std::as_const(m_document).textOf(side)) : std::nullopt;
    if (pair && !pin) return;
    DocumentState after = m_document;
    after.pinOf(side) = pin;
    change(std::move(after), pair ? tr("pin") : tr("release of pin"), kNeverMerge);
}

void Session::releasePin()
{
    const Side other = m_view.side == Side::First ? Side::Second : Side::First;
    for (const Side side : {m_view.side, other})
        if (selection(side).pin) return setPin({}, side);
}

void Session::showWeight(core::HeadId head, Pair pair)
{
    const auto& tokens = shown(Side::First).tokens;
    const bool countsTheseTokens = tokens && exactText(tokens->text) == m_document.text;
    DocumentState after = m_document;
    after.head = head;
    after.pin = countsTheseTokens ? pinOf(pair, *tokens, m_document.text) : std::nullopt;
    change(std::move(after), tr("head %1 with a pin").arg(ui::nameOf(head)), kNeverMerge);
    look(turnedTo(Side::First, m_view));   // where the pin was there already, too
}

void Session::setModel(const QString& model, core::Index layers, core::Index heads)
{
    DocumentState after = m_document;
    after.model = model;
    after.head = {std::clamp<core::Index>(after.head.layer, 0, std::max<core::Index>(0, layers - 1)),
                  std::clamp<core::Index>(after.head.head, 0, std::max<core::Index>(0, heads - 1))};
    after.pin.reset();
    if (after.second) after.second->pin.reset();
    after.plan.clear();
    change(std::move(after), tr("change of model"), kNeverMerge);
}

void Session::setAblation(core::HeadId head, Ablation ablation)
{
    const core::AttentionPlan::Scope scope{.layer = head.layer, .head = head.head};
    const core::AttentionPlan before = planOf(m_document.plan);
    core::AttentionPlan plan;
    for (const core::AttentionPlan::Rule& rule : before.rules())
        if (!(rule.scope == scope)) plan.add(rule.scope, rule.mechanism);
    if (ablation == Ablation::Off) plan.add(scope, core::OffMechanism{});
    if (ablation == Ablation::Mean) plan.add(scope, core::MeanMechanism{});

    DocumentState after = m_document;
    after.plan = QString::fromStdString(plan.text());
    const QString name = ablation == Ablation::None  ? tr("own attention of %1")
                         : ablation == Ablation::Off ? tr("switching off %1")
                                                     : tr("mean instead of %1");
    change(std::move(after), name.arg(ui::nameOf(head)), kNeverMerge);
}

Ablation Session::ablationOf(core::HeadId head) const
{
    const core::Mechanism mechanism = planOf(m_document.plan).mechanismOf(head);
    if (std::holds_alternative<core::OffMechanism>(mechanism)) return Ablation::Off;
    return std::holds_alternative<core::MeanMechanism>(mechanism) ? Ablation::Mean : Ablation::None;
}

void Session::peek(std::optional<Pair> pair, Side side)
{
    if (!pair && side != m_view.side) return;   // what is looked at elsewhere stays
    ViewState view = m_view;
    view.peek = pair;
    view.side = side;
    look(view);
}

void Session::peekHead(std::optional<core::HeadId> head) { set(&ViewState::peekHead, head); }
void Session::showView(const QString& id) { set(&ViewState::shown, id); }
void Session::setCompare(const Comparing& comparing) { set(&ViewState::compare, comparing); }
void Session::setScale(ScaleKind scale) { set(&ViewState::scale, scale); }
void Session::setFirstToken(FirstToken firstToken) { set(&ViewState::firstToken, firstToken); }
void Session::setParts(ViewParts parts) { set(&ViewState::parts, parts); }
void Session::setUnit(AxisUnit unit) { set(&ViewState::unit, unit); }
void Session::setLinks(const LinkRule& rule) { set(&ViewState::links, rule); }
void Session::setLoupe(Loupe loupe) { set(&ViewState::loupe, loupe); }
void Session::setLook(const Look& chosen) { set(&ViewState::look, chosen); }
void Session::setHeads(const HeadsView& heads) { set(&ViewState::heads, heads); }

void Session::setSidePanels(SidePanel heads, SidePanel inspector)
{
    ViewState view = m_view;
    view.headsPanel = heads;
    view.inspectorPanel = inspector;
    view.centre = Centre::Shared;
    look(view);
}

void Session::setCentre(Centre centre) { set(&ViewState::centre, centre); }
void Session::setPanels(const PanelWidths& panels) { set(&ViewState::panels, panels); }

void Session::askFuture(std::optional<FutureQuery> query)
{
    if (!isWalking()) set(&ViewState::future, query);   // a walk has no questions of its own
}

void Session::setView(const ViewState& view)
{
    ViewState shown = atRest(view);
    shown.future.reset();   // its row may be none of the tokens on show by now
    look(shown);
}

void Session::beginWalk()
{
    if (m_walk) return;
    m_walk.reset(new Walk{.document = m_document, .view = m_view});
    m_undoGroup.addStack(&m_walk->steps);
    m_undoGroup.setActiveStack(&m_walk->steps);
}

void Session::endWalk()
{
    if (!m_walk) return;
    const std::unique_ptr<Walk> walk = std::move(m_walk);
    m_undoGroup.setActiveStack(&m_undo);
    if (walk->document != m_document) apply(walk->document);
    look(atRest(walk->view));
}

void Session::change(DocumentState after, const QString& name, int mergeId, Joins joins)
{
    if (after == m_document) return;
    undoStack().push(new ChangeDocument(*this, std::move(after), name, mergeId, joins));
}

void Session::apply(const DocumentState& state)
{
    const DocumentState before = std::exchange(m_document, state);
    const ViewState viewBefore = m_view;
    const auto pinned = std::ranges::find_if(kSides, [&](Side side) { return isPinnedAnew(side, before, m_document); });
    if (pinned != kSides.end()) m_view = turnedTo(*pinned, m_view);
    if (!m_document.second) {
        shown(Side::Second).tokens.reset();
        m_view = withoutSecond(m_view);
    }
    findPins();
    Q_EMIT documentChanged(before);   // to a view that fits it already
    if (m_view != viewBefore) Q_EMIT viewChanged(viewBefore);
}

void Session::showTokens(std::shared_ptr<const core::Tokens> tokens, Side side)
{
    const core::Index size = tokens ? tokens->size() : 0;
    shown(side).tokens = std::move(tokens);
    if (m_view.side == side && m_view.peek && std::max(m_view.peek->query, m_view.peek->key) >= size) peek({}, side);
    const std::optional<Pair> before = shown(side).pinned;
    findPins();
    if (shown(side).pinned != before) Q_EMIT pinMoved();
}

void Session::findPins()
{
    for (const Side side : kSides) {
        const std::optional<Pin> pin = std::as_const(m_document).pinOf(side);
        const auto& tokens = shown(side).tokens;
        shown(side).pinned = pin && tokens ? pairOf(*pin, *tokens, std::as_const(m_document).textOf(side)) : std::nullopt;
    }
}

void Session::look(ViewState view)
{
    if (view == m_view) return;
    const ViewState before = std::exchange(m_view, view);
    Q_EMIT viewChanged(before);
}

}   // namespace ui
