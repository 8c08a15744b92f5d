#include "ui/views/explore/explore_view.h"

#include <QToolBar>

#include "ui/plot/attention_view.h"
#include "ui/state/derivation.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/inspector.h"
#include "ui/views/explore/link_threshold.h"
#include "ui/views/explore/next_tokens.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/notices.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/panels.h"
#include "ui/views/explore/picture_place.h"
#include "ui/views/explore/picture_row.h"
#include "ui/views/explore/sample_note.h"
#include "ui/views/explore/second_line.h"
#include "ui/views/explore/sentence_pane.h"
#include "ui/views/explore/word_panel.h"
#include "ui/views/tool_stops.h"

namespace ui {

ExploreView::ExploreView(const ViewContext& context, QWidget* parent) :
    View(parent), m_session(context.session), m_actions(context.actions), m_samples(context.samples)
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
    m_next->showDocument(m_session.document());
    showSecond();
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
    m_sentences = rows;
    m_notice = new NoticeStrip(actions.computeAgain, actions.ownAttention, this);
    m_next = new NextTokens(this);
    m_sample = new SampleNote(this);
    auto* line = new QHBoxLayout;
    line->setSpacing(20);
    line->addWidget(m_sentence, 1, Qt::AlignTop);
    line->addWidget(buildUnits(actions), 0, Qt::AlignTop);
    line->addWidget(m_next, 0, Qt::AlignTop);
    rows->addLayout(line);
    rows->addWidget(m_sample);
    rows->addWidget(m_notice);
    layout.addLayout(rows);
}

QWidget* ExploreView::buildUnits(SessionActions& actions)
{
    m_units = new QWidget(this);
    auto* tools = new QToolBar(m_units);
    tools->setObjectName(QStringLiteral("unitTools"));
    tools->setProperty("role", QStringLiteral("tools"));
    tools->setAccessibleName(tr("Tokens or words"));
    tools->addActions(actions.unit->actions());
    new ToolStops(tools);
    m_threshold = new LinkThreshold(m_units);
    connect(m_threshold, &LinkThreshold::chosen, &m_session, &Session::setLinks);
    auto* column = new QVBoxLayout(m_units);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(tools);
    column->addWidget(m_threshold);
    return m_units;
}

QWidget* ExploreView::buildPicture(SessionActions& actions)
{
    auto* panel = new QWidget(this);
    panel->setObjectName(QStringLiteral("centrePanel"));
    auto* tools = new QToolBar(panel);   // what does not fit moves behind its arrow
    tools->setObjectName(QStringLiteral("pictureTools"));
    tools->setProperty("role", QStringLiteral("tools"));
    tools->addActions(actions.parts->actions());
    tools->addSeparator();
    tools->addActions(actions.scale->actions());
    tools->addSeparator();
    tools->addAction(actions.hideFirst);
    m_leaveSolo = tools->addAction(tr("Leave solo"), &m_session, [this] { m_session.setCentre(Centre::Shared); });
    m_leaveSolo->setObjectName(QStringLiteral("leaveSolo"));
    m_leaveSolo->setToolTip(tr("Brings the panels at the sides back (Esc)"));
    new ToolStops(tools);
    m_picture = new AttentionView(panel);
    m_picture->setObjectName(QStringLiteral("attentionView"));
    m_picture->setAccessibleName(tr("Attention of the head on show"));
    m_place = new PicturePlace(m_picture, actions.computeAgain, panel);
    m_first = new SentencePane(m_session, Side::First, {m_sentence, m_picture, m_place}, this);
    m_pictures = new PictureRow;
    m_pictures->setSpacing(12);
    m_pictures->addWidget(m_place, 1);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(tools);
    layout->addLayout(m_pictures, 1);
    return panel;
}

QWidget* ExploreView::buildInspector()
{
    m_inspector = new Inspector(this);
    m_words = new WordPanel(this);
    auto* both = new QWidget(this);   // they scroll as one: words of many pieces have many lines
    auto* lines = new QVBoxLayout(both);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_words);
    lines->addWidget(m_inspector, 1);
    QScrollArea* area = scrolling(both, this);
    area->viewport()->setAttribute(Qt::WA_OpaquePaintEvent);   // what it shows covers it: nothing behind is painted on every peek
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->viewport()->installEventFilter(m_inspector);
    m_inspectorPanel = new QWidget(this);
    m_inspectorPanel->setObjectName(QStringLiteral("inspectorPanel"));
    m_inspectorPanel->setMinimumWidth(kInspectorLeast);
    auto* layout = new QVBoxLayout(m_inspectorPanel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_ofSentence = roleLabel({}, "tag", m_inspectorPanel);
    m_ofSentence->setObjectName(QStringLiteral("ofSentence"));
    m_ofSentence->setContentsMargins(0, 2, 0, 2);
    m_ofSentence->hide();
    auto* tag = new QHBoxLayout;
    tag->setContentsMargins(12, 8, 12, 0);
    tag->addWidget(m_ofSentence, 0, Qt::AlignLeft);
    layout->addLayout(tag);
    layout->addWidget(area, 1);
    return m_inspectorPanel;
}

void ExploreView::connectActions(SessionActions& actions)
{
    connect(actions.secondSentence, &QAction::triggered, this, [this] {
        if (m_session.document().second) return m_session.closeSecond();
        m_session.openSecond(m_samples.besideOf(m_session.document().text));
    });
    connect(actions.appendNext, &QAction::triggered, this, [this] { nextOf(sideInUse()).appendFirst(); });
    connect(m_inspector, &Inspector::stopRequested, actions.stopProof, &QAction::trigger);
    connectRow(actions);
}

void ExploreView::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, &ExploreView::documentChanged);
    connect(&m_session, &Session::viewChanged, this, &ExploreView::viewChanged);
    connect(m_next, &NextTokens::appended, this, [this](const QString& piece) { m_session.appendText(piece); });
    connect(m_inspector, &Inspector::keyChosen, this, [this](Pair pair) { m_session.setPin(pair, inspected().side()); });
    connect(m_inspector, &Inspector::futureAsked, &m_session, &Session::askFuture);
    connect(m_inspector, &Inspector::keyboardLeft, this, [this] { inspected().parts().picture->setFocus(Qt::OtherFocusReason); });
    connect(m_sample, &SampleNote::weightChosen, &m_session, &Session::showWeight);
    connectPane(*m_first);
}

void ExploreView::connectPane(const SentencePane& pane)
{
    connect(&pane, &SentencePane::mapChanged, this, &ExploreView::shareRoom);
    connect(pane.parts().field, &SentenceField::refused, this, &View::refused);
    pane.parts().picture->addActions({m_actions.copyCell, m_actions.copyRow});
    connect(&pane, &SentencePane::soloAsked, this,
            [this] { m_session.setCentre(m_session.view().centre == Centre::Solo ? Centre::Shared : Centre::Solo); });
}

void ExploreView::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    m_first->showRecord(record);
    m_heads->showRecord(record);
    placePanels();   // many heads need room
    m_next->showRecord(record);
    showSelection();
    showNotices();
}

void ExploreView::showStanding(Standing standing)
{
    m_first->showStanding(standing);
    m_next->showStanding(standing);
    showNotices();
}

std::optional<QRectF> ExploreView::cellsOnScreen(Side side) const
{
    const MatrixGeometry& geometry = paneOf(side).parts().picture->geometryOfCells();
    return geometry.isFitted() ? std::nullopt : std::optional(geometry.view);
}

void ExploreView::showCells(const std::optional<QRectF>& cells, Side side)
{
    if (side == Side::Second && !m_second) return;
    AttentionView& picture = *paneOf(side).parts().picture;
    cells ? picture.showCells(*cells) : picture.fit();
}

void ExploreView::showScoring(const HeadScoring& scoring) { m_heads->showScoring(scoring); }

void ExploreView::showProving(const FutureProving& proving) { m_inspector->showProving(proving); }

void ExploreView::documentChanged(const DocumentState& before)
{
    const DocumentState& now = m_session.document();
    m_next->showDocument(now);
    if (now.second.has_value() != before.second.has_value()) showSecond();
    if (m_secondParts) m_secondParts->showDocument(now);
    for (SentencePane* pane : panes())
        if (now.textOf(pane->side()) != before.textOf(pane->side())) pane->showText();
    if (now.text != before.text || now.model != before.model || now.plan != before.plan) showSample();
    if (now.head != before.head) {
        showHead();
        showNotices();   // they name heads that this model does not have
    }
    if (now.head != before.head || now.pin != before.pin || now.second != before.second) showSelection();
}

void ExploreView::viewChanged(const ViewState& before)
{
    const ViewState& now = m_session.view();
    if (now.sentences != before.sentences) showSecond();
    if (now.look != before.look) showTheme();
    makeRoomForProjector(before.look.viewing);
    showPictureState();
    if (now.panels != before.panels) placePanels();
    if (now.centre != before.centre || now.headsPanel != before.headsPanel || now.inspectorPanel != before.inspectorPanel) showPanels();
    if (now.unit != before.unit) showHead();
    if (now.unit != before.unit || now.peek != before.peek || now.side != before.side || now.firstToken != before.firstToken ||
        now.sentences != before.sentences)
        showSelection();
    if (now.peekHead != before.peekHead) m_heads->setSelection(m_first->selection());
}

void ExploreView::showHead()
{
    for (SentencePane* pane : panes()) pane->showHead();
}

void ExploreView::showSelection()
{
    for (SentencePane* pane : panes()) pane->showSelection();
    m_heads->setSelection(m_first->selection());
    if (m_second) m_picture->markOnBar(m_second->peeked());
    const SentencePane& pane = inspected();
    const Selection selection = pane.selection();
    const std::optional<Pair> pair = pane.pair();
    const ExploreRecordPtr& record = pane.record();
    InspectorContent content{.record = record, .derivation = {}, .source = InspectorSource::Nothing, .firstToken = m_session.view().firstToken};
    if (m_second) content.ofTwo = pane.side();
    if (record && pair) content.derivation = derive(*record, selection.head, *pair);
    if (content.derivation) content.source = selection.pin == pair ? InspectorSource::Pin : InspectorSource::Peek;
    m_inspector->show(content);
    m_ofSentence->setVisible(m_second && content.derivation);
    m_ofSentence->setText(pane.side() == Side::First ? tr("Of the first sentence") : tr("Of the second sentence"));
    const PlotScene& scene = pane.parts().picture->scene();
    const bool opens = content.derivation && scene.words && scene.words == record->words;
    m_words->show(record, opens ? wordPairOf(*record, selection.head, *scene.map, *pair) : std::nullopt, m_session.view().firstToken, m_theme);
}

void ExploreView::showPictureState()
{
    for (SentencePane* pane : panes()) pane->showPictureState();
    m_threshold->show(m_session.view().links);
    m_threshold->setEnabled(m_session.view().parts != ViewParts::Matrix);
}

void ExploreView::showTheme()
{
    const Theme theme = m_theme = Theme::of(m_session.view().look);
    m_first->setTheme(theme);
    setSecondTheme(theme);
    m_heads->setTheme(theme);
    m_sample->setTheme(theme);
    m_next->setTheme(theme);
    m_inspector->setTheme(theme);
    placePanels();
    showSelection();   // the chips of words
}

// Its weights are those of the model's own attention: under a plan they would be of another picture.
void ExploreView::showSample()
{
    const DocumentState& document = m_session.document();
    m_sample->showSample(document.plan.isEmpty() ? m_samples.find(document.text, document.model) : nullptr);
}

// Those of the second sentence say so.
void ExploreView::showNotices()
{
    if (!m_record) return;
    QStringList notices = standingNotices(m_first->standing(), *m_record, m_session.document(), Side::First) + noticesOf(*m_record);
    if (m_second && m_second->record()) {
        const ExploreRecord& record = *m_second->record();
        const QStringList own = standingNotices(m_second->standing(), record, m_session.document(), Side::Second) + noticesOf(record);
        for (const QString& notice : own)
            if (!notices.contains(notice)) notices.append(tr("Second sentence: %1").arg(notice));
    }
    const bool ofSecond = m_second && m_first->standing() == Standing::Current;
    m_notice->show(ofSecond ? m_second->standing() : m_first->standing(), notices);
}

}   // namespace ui
