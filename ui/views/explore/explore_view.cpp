#include "ui/views/explore/explore_view.h"

#include <QToolBar>

#include "ui/plot/attention_view.h"
#include "ui/state/derivation.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/inspector.h"
#include "ui/views/explore/next_tokens.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/notices.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/panels.h"
#include "ui/views/explore/picture_place.h"
#include "ui/views/explore/sample_note.h"
#include "ui/views/explore/sentence_field.h"

namespace ui {

ExploreView::ExploreView(const ViewContext& context, QWidget* parent) : View(parent), m_session(context.session), m_samples(context.samples)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildSentence(*layout, context.actions);
    m_heads = new HeadsPanel(context.session, this);
    m_panels = new Panels(m_heads, buildPicture(context.actions), buildInspector(), this);
    connect(m_panels, &Panels::widthsDragged, &m_session, &Session::setPanels);
    layout->addWidget(m_panels, 1);
    setFocusProxy(m_sentence);
    connectSession();
    connectActions(context.actions);
    m_sentence->showText(m_session.document().text);
    m_next->showDocument(m_session.document());
    showSample();
    showPictureState();
    showTheme();
    showSelection();
    showPanels();
}

void ExploreView::buildSentence(QBoxLayout& layout, SessionActions& actions)
{
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(16, 10, 16, 10);
    rows->setSpacing(8);
    m_sentence = new SentenceField(this);
    m_notice = new NoticeStrip(actions.computeAgain, this);
    m_next = new NextTokens(this);
    m_sample = new SampleNote(this);
    auto* line = new QHBoxLayout;
    line->setSpacing(20);
    line->addWidget(m_sentence, 1, Qt::AlignTop);
    line->addWidget(m_next, 0, Qt::AlignTop);
    rows->addLayout(line);
    rows->addWidget(m_sample);
    rows->addWidget(m_notice);
    layout.addLayout(rows);
}

QWidget* ExploreView::buildPicture(SessionActions& actions)
{
    auto* panel = new QWidget(this);
    panel->setObjectName(QStringLiteral("centrePanel"));
    auto* tools = new QToolBar(panel);   // what does not fit moves behind its arrow
    tools->setObjectName(QStringLiteral("pictureTools"));
    tools->addActions(actions.parts->actions());
    tools->addSeparator();
    tools->addActions(actions.scale->actions());
    tools->addSeparator();
    tools->addAction(actions.hideFirst);
    m_leaveSolo = tools->addAction(tr("Leave solo"), &m_session, [this] { m_session.setCentre(Centre::Shared); });
    m_leaveSolo->setObjectName(QStringLiteral("leaveSolo"));
    m_leaveSolo->setToolTip(tr("Brings the panels at the sides back (Esc)"));
    for (QAction* action : tools->actions()) tools->widgetForAction(action)->setAccessibleName(action->text());   // "√ scale", not "√"
    m_picture = new AttentionView(panel);
    m_picture->setObjectName(QStringLiteral("attentionView"));
    m_picture->setAccessibleName(tr("Attention of the head on show"));
    m_place = new PicturePlace(m_picture, actions.computeAgain, panel);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(tools);
    layout->addWidget(m_place, 1);
    return panel;
}

QWidget* ExploreView::buildInspector()
{
    m_inspector = new Inspector(this);
    QScrollArea* area = scrolling(m_inspector, this);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->setMinimumWidth(kInspectorLeast);
    area->viewport()->installEventFilter(m_inspector);
    return m_inspectorPanel = area;
}

void ExploreView::connectActions(SessionActions& actions)
{
    connect(actions.appendNext, &QAction::triggered, m_next, &NextTokens::appendFirst);
    connect(m_inspector, &Inspector::stopRequested, actions.stopProof, &QAction::trigger);
}

void ExploreView::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, &ExploreView::documentChanged);
    connect(&m_session, &Session::viewChanged, this, &ExploreView::viewChanged);
    connect(m_sentence, &SentenceField::textEdited, &m_session, &Session::setText);
    connect(m_sentence, &SentenceField::tokenHovered, this,
            [this](std::optional<core::Index> token) { m_session.peek(token ? m_picture->pairOfRow(*token) : std::nullopt); });
    connect(m_sentence, &SentenceField::tokenClicked, this, [this](core::Index token) {
        const std::optional<Pair> pair = m_picture->pairOfRow(token);
        if (pair) m_session.setPin(m_session.selection().pin == pair ? std::nullopt : pair);
    });
    connect(m_next, &NextTokens::appended, &m_session, &Session::appendText);
    connect(m_inspector, &Inspector::keyChosen, &m_session, &Session::setPin);
    connect(m_inspector, &Inspector::futureAsked, &m_session, &Session::askFuture);
    connect(m_sample, &SampleNote::weightChosen, &m_session, &Session::showWeight);
    connect(m_picture, &AttentionView::peeked, &m_session, &Session::peek);
    connect(m_picture, &AttentionView::pinned, &m_session, &Session::setPin);
    connect(m_picture, &AttentionView::doubleClickedBesideCells, this,
            [this] { m_session.setCentre(m_session.view().centre == Centre::Solo ? Centre::Shared : Centre::Solo); });
}

void ExploreView::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    m_place->showPicture();
    m_sentence->showRecord(record);
    m_heads->showRecord(record);
    m_next->showRecord(record);
    showHead();
    showSelection();
    showNotices();
}

void ExploreView::showStanding(Standing standing)
{
    m_standing = standing;
    m_next->showStanding(standing);
    showNotices();
}

std::optional<QRectF> ExploreView::cellsOnScreen() const
{
    const MatrixGeometry& geometry = m_picture->geometryOfCells();
    return geometry.isFitted() ? std::nullopt : std::optional(geometry.view);
}

void ExploreView::showCells(const QRectF& cells) { m_picture->showCells(cells); }

void ExploreView::showScoring(const HeadScoring& scoring) { m_heads->showScoring(scoring); }

void ExploreView::showProving(const FutureProving& proving) { m_inspector->showProving(proving); }

void ExploreView::documentChanged(const DocumentState& before)
{
    const DocumentState& now = m_session.document();
    if (now.text != before.text) m_sentence->showText(now.text);
    m_next->showDocument(now);
    if (now.text != before.text || now.model != before.model) showSample();
    if (now.head != before.head) {
        showHead();
        showNotices();   // they name heads that this model does not have
    }
    if (now.head != before.head || now.pin != before.pin) showSelection();
}

void ExploreView::viewChanged(const ViewState& before)
{
    const ViewState& now = m_session.view();
    if (now.look != before.look) showTheme();
    showPictureState();
    if (now.panels != before.panels) placePanels();
    if (now.centre != before.centre || now.headsPanel != before.headsPanel || now.inspectorPanel != before.inspectorPanel) showPanels();
    if (now.peek != before.peek || now.firstToken != before.firstToken) showSelection();
    if (now.peekHead != before.peekHead) m_heads->setSelection(selection());
}

Selection ExploreView::selection() const
{
    Selection selection = m_session.selection();
    if (m_record) selection.head = m_record->nearest(selection.head);
    return selection;
}

void ExploreView::showHead()
{
    if (!m_record) return;
    const core::Recording& recording = *m_record->recording;
    m_picture->showMap(m_record->map(selection().head), AxisLabels::of(recording.tokens, recording.trainedContext));
}

void ExploreView::showSelection()
{
    const Selection selection = this->selection();
    const std::optional<Pair> pair = selection.peek ? selection.peek : selection.pin;
    m_picture->setSelection(selection);
    m_heads->setSelection(selection);
    m_sentence->showPair(m_record && pair && m_record->has(pair->query, pair->key) ? pair : std::nullopt);
    InspectorContent content{.record = m_record, .derivation = {}, .source = InspectorSource::Nothing, .firstToken = m_session.view().firstToken};
    if (m_record && pair) content.derivation = derive(*m_record, selection.head, *pair);
    if (content.derivation) content.source = selection.pin == pair ? InspectorSource::Pin : InspectorSource::Peek;
    m_inspector->show(content);
}

void ExploreView::showPictureState()
{
    const ViewState& view = m_session.view();
    m_picture->setScale({.kind = view.scale});
    m_picture->setHideFirst(view.firstToken == FirstToken::Hidden);
    m_picture->setParts(view.parts);
}

void ExploreView::showTheme()
{
    const Theme theme = Theme::of(m_session.view().look);
    m_sentence->setTheme(theme);
    m_heads->setTheme(theme);
    m_sample->setTheme(theme);
    m_next->setTheme(theme);
    m_picture->setTheme(theme);
    m_inspector->setTheme(theme);
    placePanels();
}

void ExploreView::showSample() { m_sample->showSample(m_samples.find(m_session.document().text, m_session.document().model)); }

void ExploreView::showNotices()
{
    if (!m_record) return m_place->showStanding(m_standing);
    m_notice->show(m_standing, standingNotices(m_standing, *m_record, m_session.document()) + noticesOf(*m_record));
}

}   // namespace ui
