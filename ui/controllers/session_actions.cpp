#include "ui/controllers/session_actions.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ui {

namespace {

void check(const QActionGroup& group, int value)
{
    for (QAction* action : group.actions())
        if (action->data().toInt() == value) action->setChecked(true);
}

// On buttons there is no room for the words of a menu.
void nameBriefly(const QActionGroup& group, const std::vector<std::pair<QString, QString>>& namesAndTips)
{
    for (std::size_t i = 0; i < namesAndTips.size(); ++i) {
        QAction& action = *group.actions()[qsizetype(i)];
        action.setIconText(namesAndTips[i].first);
        action.setToolTip(namesAndTips[i].second);
    }
}

template<class Value>
Value following(Value value, int count)
{
    return Value((int(value) + 1) % count);
}

}   // namespace

SessionActions::SessionActions(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    buildPicture();
    buildHead();
    buildPanels();
    connect(&session, &Session::viewChanged, this, &SessionActions::reflectView);
    connect(&session, &Session::documentChanged, this, &SessionActions::reflectDocument);
    connect(&session, &Session::pinMoved, this, &SessionActions::reflectDocument);
    reflectView();
    reflectDocument();
}

template<class Value, class Apply>
QActionGroup* SessionActions::group(std::initializer_list<Choice<Value>> choices, const Apply& apply)
{
    auto* result = new QActionGroup(this);
    for (const Choice<Value>& choice : choices) {
        QAction* entry = result->addAction(choice.title);
        entry->setObjectName(QLatin1String(choice.name));
        entry->setCheckable(true);
        entry->setData(int(choice.value));
        connect(entry, &QAction::triggered, this, [apply, value = choice.value] { apply(value); });
    }
    return result;
}

QAction* SessionActions::action(const QString& title, const char* name, const QList<QKeySequence>& keys, const std::function<void()>& apply)
{
    auto* result = new QAction(title, this);
    result->setObjectName(QLatin1String(name));
    result->setShortcuts(keys);
    if (apply) connect(result, &QAction::triggered, this, apply);
    return result;
}

void SessionActions::buildPicture()
{
    scale = group<ScaleKind>({{ScaleKind::Linear, tr("Linear scale"), "scaleLinear"},
                              {ScaleKind::Sqrt, tr("√ scale"), "scaleSqrt"},
                              {ScaleKind::Log, tr("Log scale"), "scaleLog"}},
                             [this](ScaleKind value) { m_session.setScale(value); });
    nameBriefly(*scale, {{tr("Linear"), tr("Colour grows with the weight")},
                         {tr("√"), tr("Colour grows with the square root of the weight: small weights are seen")},
                         {tr("Log"), tr("Colour grows with the logarithm of the weight: each step is a fraction of the one before")}});
    parts = group<ViewParts>({{ViewParts::Both, tr("Links + matrix"), "partsBoth"},
                              {ViewParts::Matrix, tr("Matrix"), "partsMatrix"},
                              {ViewParts::Links, tr("Links"), "partsLinks"}},
                             [this](ViewParts value) { m_session.setParts(value); });
    unit = group<AxisUnit>({{AxisUnit::Tokens, tr("Tokens"), "unitTokens"}, {AxisUnit::Words, tr("Words"), "unitWords"}},
                           [this](AxisUnit value) { m_session.setUnit(value); });
    nameBriefly(*unit, {{tr("Tokens"), tr("Rows and columns are tokens, as the model reads them")},
                        {tr("Words"), tr("Rows and columns are words: keys are summed, query pieces averaged")}});
    hideFirst = action(tr("Hide first token"), "hideFirst", {Qt::Key_H},
                       [this] { m_session.setFirstToken(hideFirst->isChecked() ? FirstToken::Hidden : FirstToken::Shown); });
    hideFirst->setCheckable(true);
    hideFirst->setToolTip(tr("Leaves the first token out and divides every row by 1 − its weight"));
    loupe = action(tr("Lo&upe"), "loupe", {Qt::Key_M}, [this] { m_session.setLoupe(loupe->isChecked() ? Loupe::On : Loupe::Off); });
    loupe->setCheckable(true);
    loupe->setToolTip(tr("The exact cells around the one that is looked at, where cells are too small to be read"));
    computeAgain = action(tr("&Compute again"), "computeAgain", {QKeySequence(Qt::CTRL | Qt::Key_R)}, {});
    secondSentence = action(tr("&Second sentence"), "secondSentence", {QKeySequence(Qt::CTRL | Qt::Key_B)}, {});   // beside
    secondSentence->setCheckable(true);
    secondSentence->setToolTip(tr("A sentence beside the first, on the same head"));
    cycleScale = action(tr("Next scale"), "cycleScale", {Qt::Key_L}, [this] { m_session.setScale(following(m_session.view().scale, 3)); });
    cycleParts =
        action(tr("Next of links, matrix, both"), "cycleParts", {Qt::Key_T}, [this] { m_session.setParts(following(m_session.view().parts, 3)); });
    cycleUnit = action(tr("Tokens or words"), "cycleUnit", {Qt::Key_W}, [this] { m_session.setUnit(following(m_session.view().unit, 2)); });
}

void SessionActions::buildHead()
{
    ablation = group<Ablation>({{Ablation::None, tr("Own attention"), "ablateNone"},
                                {Ablation::Off, tr("Off: writes nothing"), "ablateOff"},
                                {Ablation::Mean, tr("Mean of allowed values"), "ablateMean"}},
                               [this](Ablation value) { m_session.setAblation(head(), value); });
    ownAttention = action(tr("Own attention of all heads"), "ownAttention", {}, [this] { m_session.setPlan({}); });
    // Brackets and braces need AltGr on many keyboards, hence the second keys.
    previousHead = action(tr("Previous head"), "previousHead", {Qt::Key_BracketLeft, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)},
                          [this] { step(0, -1); });
    nextHead =
        action(tr("Next head"), "nextHead", {Qt::Key_BracketRight, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown)}, [this] { step(0, 1); });
    previousLayer =
        action(tr("Previous layer"), "previousLayer", {Qt::Key_BraceLeft, QKeySequence(Qt::CTRL | Qt::Key_PageUp)}, [this] { step(-1, 0); });
    nextLayer = action(tr("Next layer"), "nextLayer", {Qt::Key_BraceRight, QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, [this] { step(1, 0); });
    releasePin = action(tr("Release pin"), "releasePin", {}, [this] { m_session.releasePin(); });
    readRow = action(tr("Read the row"), "readRow", {Qt::Key_S}, {});
    showRow = action(tr("Row as a table"), "showRow", {QKeySequence(Qt::CTRL | Qt::Key_T)}, {});
    copyCell = action(tr("Copy the cell"), "copyCell", {QKeySequence::Copy}, {});
    copyRow = action(tr("Copy the row"), "copyRow", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, {});
    for (QAction* copy : {copyCell, copyRow}) copy->setShortcutContext(Qt::WidgetShortcut);   // text and lists have their own
    proveFuture = action(tr("Prove that the row cannot know the future"), "proveFuture", {Qt::Key_P}, [this] {
        const auto pair = m_session.inspectedPair();
        if (pair) m_session.askFuture(nextQuery(m_session.view().future, m_session.inspectedSide(), pair->query));
    });
    stopProof = action(tr("Stop the proof"), "stopTheProof", {}, {});
    appendNext = action(tr("Append the most likely token"), "appendMostLikely",
                        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, {});
}

// Brackets need AltGr on many keyboards, and AltGr is Ctrl and Alt: hence the second keys.
void SessionActions::buildPanels()
{
    solo =
        action(tr("Solo: this head alone"), "solo", {Qt::Key_O}, [this] { m_session.setCentre(solo->isChecked() ? Centre::Solo : Centre::Shared); });
    foldHeads = action(tr("Heads panel"), "foldHeads", {QKeySequence(Qt::CTRL | Qt::Key_BracketLeft), Qt::Key_F9},
                       [this] { toggle(&ViewState::headsPanel); });
    foldInspector = action(tr("Inspector"), "foldInspector", {QKeySequence(Qt::CTRL | Qt::Key_BracketRight), QKeySequence(Qt::SHIFT | Qt::Key_F9)},
                           [this] { toggle(&ViewState::inspectorPanel); });
    for (QAction* checkable : {solo, foldHeads, foldInspector}) checkable->setCheckable(true);
}

// In a solo both are away: asking for one brings that one back, and ends it.
void SessionActions::toggle(SidePanel ViewState::*panel)
{
    ViewState view = m_session.view();
    if (view.centre == Centre::Solo) view.headsPanel = view.inspectorPanel = SidePanel::Folded;
    view.*panel = view.*panel == SidePanel::Open ? SidePanel::Folded : SidePanel::Open;
    m_session.setSidePanels(view.headsPanel, view.inspectorPanel);
}

void SessionActions::setPictureChoices(bool areThere)
{
    for (QActionGroup* choices : {parts, unit}) choices->setEnabled(areThere);
    for (QAction* each : {hideFirst, cycleParts, cycleUnit}) each->setEnabled(areThere);
}

void SessionActions::setModelSize(core::Index layers, core::Index heads)
{
    m_layers = layers;
    m_heads = heads;
    reflectDocument();
}

void SessionActions::step(core::Index layers, core::Index heads)
{
    const core::HeadId from = head();
    m_session.showHead({std::clamp<core::Index>(from.layer + layers, 0, m_layers - 1), std::clamp<core::Index>(from.head + heads, 0, m_heads - 1)});
}

core::HeadId SessionActions::head() const
{
    const core::HeadId head = m_session.document().head;
    return {std::clamp<core::Index>(head.layer, 0, std::max<core::Index>(0, m_layers - 1)),
            std::clamp<core::Index>(head.head, 0, std::max<core::Index>(0, m_heads - 1))};
}

void SessionActions::reflectPair()
{
    const bool hasPair = m_session.inspectedPair().has_value();
    for (QAction* ofPair : {readRow, showRow, copyCell, copyRow, proveFuture}) ofPair->setEnabled(hasPair);
}

void SessionActions::reflectView()
{
    const ViewState& view = m_session.view();
    check(*scale, int(view.scale));
    check(*parts, int(view.parts));
    check(*unit, int(view.unit));
    hideFirst->setChecked(view.firstToken == FirstToken::Hidden);
    loupe->setChecked(view.loupe == Loupe::On);
    const bool isSolo = view.centre == Centre::Solo;
    solo->setChecked(isSolo);
    foldHeads->setChecked(!isSolo && view.headsPanel == SidePanel::Open);
    foldInspector->setChecked(!isSolo && view.inspectorPanel == SidePanel::Open);
    reflectPair();
}

void SessionActions::reflectDocument()
{
    check(*ablation, int(m_session.ablationOf(head())));
    releasePin->setEnabled(m_session.selection().pin || m_session.selection(Side::Second).pin);
    secondSentence->setChecked(m_session.document().second.has_value());
    reflectPair();
    const bool hasModel = m_layers > 0 && m_heads > 0;
    ablation->setEnabled(hasModel);
    ownAttention->setEnabled(!m_session.document().plan.isEmpty());
    appendNext->setEnabled(hasModel);
    for (QAction* step : {previousHead, nextHead, previousLayer, nextLayer}) step->setEnabled(hasModel);
}

}   // namespace ui
