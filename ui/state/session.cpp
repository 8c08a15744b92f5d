#include "ui/state/session.h"

#include <algorithm>

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

core::AttentionPlan planOf(const QString& text) { return core::AttentionPlan::parse(text.toStdString()).value_or(core::AttentionPlan()); }

}   // namespace

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

Selection Session::selection() const { return {.head = m_document.head, .pin = m_pinned, .peek = m_view.peek, .peekHead = m_view.peekHead}; }

void Session::setText(const QString& text) { changeText(text, nameOf(TextEdit::between(m_document.text, text)), kTyping); }

void Session::appendText(const QString& piece) { changeText(m_document.text + piece, tr("append %1").arg(quoted(piece)), kNeverMerge); }

void Session::replaceText(const QString& text, const QString& name) { changeText(text, name, kNeverMerge); }

void Session::changeText(const QString& text, const QString& name, int mergeId)
{
    DocumentState after = m_document;
    after.text = text;
    if (after.pin) after.pin = afterEdit(*after.pin, m_document.text, text);
    change(std::move(after), name, mergeId);
}

void Session::open(const DocumentState& document, const QString& name) { change(document, name, kNeverMerge); }

void Session::setPlan(const QString& plan)
{
    DocumentState after = m_document;
    after.plan = plan;
    change(std::move(after), tr("change of plan"), kNeverMerge);
}

void Session::showHead(core::HeadId head)
{
    DocumentState after = m_document;
    after.head = head;
    change(std::move(after), tr("head %1").arg(ui::nameOf(head)), kNeverMerge);
}

void Session::setPin(std::optional<Pair> pair)
{
    const std::optional<Pin> pin = pair && m_tokens ? pinOf(*pair, *m_tokens, m_document.text) : std::nullopt;
    if (pair && !pin) return;
    DocumentState after = m_document;
    after.pin = pin;
    change(std::move(after), pair ? tr("pin") : tr("release of pin"), kNeverMerge);
}

void Session::showWeight(core::HeadId head, Pair pair)
{
    const bool countsTheseTokens = m_tokens && exactText(m_tokens->text) == m_document.text;
    DocumentState after = m_document;
    after.head = head;
    after.pin = countsTheseTokens ? pinOf(pair, *m_tokens, m_document.text) : std::nullopt;
    change(std::move(after), tr("head %1 with a pin").arg(ui::nameOf(head)), kNeverMerge);
}

void Session::setModel(const QString& model, core::Index layers, core::Index heads)
{
    DocumentState after = m_document;
    after.model = model;
    after.head = {std::clamp<core::Index>(after.head.layer, 0, std::max<core::Index>(0, layers - 1)),
                  std::clamp<core::Index>(after.head.head, 0, std::max<core::Index>(0, heads - 1))};
    after.pin.reset();
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

void Session::peek(std::optional<Pair> pair)
{
    ViewState view = m_view;
    view.peek = pair;
    look(view);
}

void Session::peekHead(std::optional<core::HeadId> head)
{
    ViewState view = m_view;
    view.peekHead = head;
    look(view);
}

void Session::setScale(ScaleKind scale)
{
    ViewState view = m_view;
    view.scale = scale;
    look(view);
}

void Session::setFirstToken(FirstToken firstToken)
{
    ViewState view = m_view;
    view.firstToken = firstToken;
    look(view);
}

void Session::setParts(ViewParts parts)
{
    ViewState view = m_view;
    view.parts = parts;
    look(view);
}

void Session::setLook(const Look& chosen)
{
    ViewState view = m_view;
    view.look = chosen;
    look(view);
}

void Session::setHeads(const HeadsView& heads)
{
    ViewState view = m_view;
    view.heads = heads;
    look(view);
}

void Session::setSidePanels(SidePanel heads, SidePanel inspector)
{
    ViewState view = m_view;
    view.headsPanel = heads;
    view.inspectorPanel = inspector;
    view.centre = Centre::Shared;
    look(view);
}

void Session::setCentre(Centre centre)
{
    ViewState view = m_view;
    view.centre = centre;
    look(view);
}

void Session::askFuture(std::optional<FutureQuery> query)
{
    ViewState view = m_view;
    view.future = query;
    look(view);
}

void Session::setPanels(const PanelWidths& panels)
{
    ViewState view = m_view;
    view.panels = panels;
    look(view);
}

void Session::setView(const ViewState& view)
{
    ViewState shown = view;
    shown.peek.reset();
    shown.peekHead.reset();
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
    setView(walk->view);
}

void Session::change(DocumentState after, const QString& name, int mergeId)
{
    if (after == m_document) return;
    undoStack().push(new ChangeDocument(*this, std::move(after), name, mergeId));
}

void Session::apply(const DocumentState& state)
{
    const DocumentState before = std::exchange(m_document, state);
    m_pinned = pinAmongTokens();
    Q_EMIT documentChanged(before);
}

void Session::showTokens(std::shared_ptr<const core::Tokens> tokens)
{
    m_tokens = std::move(tokens);
    const std::optional<Pair> before = std::exchange(m_pinned, pinAmongTokens());
    if (m_pinned != before) Q_EMIT pinMoved();
}

std::optional<Pair> Session::pinAmongTokens() const
{
    return m_document.pin && m_tokens ? pairOf(*m_document.pin, *m_tokens, m_document.text) : std::nullopt;
}

void Session::look(ViewState view)
{
    if (view == m_view) return;
    const ViewState before = std::exchange(m_view, view);
    Q_EMIT viewChanged(before);
}

}   // namespace ui
