#include "ui/views/explore/explore_view.h"

#include <algorithm>

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

#include "ui/plot/attention_view.h"
#include "ui/plot/head_grid.h"
#include "ui/state/derivation.h"
#include "ui/state/ledger.h"
#include "ui/views/explore/inspector.h"
#include "ui/views/explore/notices.h"
#include "ui/views/explore/sentence_field.h"
#include "ui/views/explore/share_list.h"

namespace ui {

namespace {

constexpr int kLeftWidth = 296, kLeftLeast = 200;
constexpr int kRightWidth = 340, kRightLeast = 308;

QLabel* label(const QString& text, const char* role, QWidget* parent)
{
    auto* result = new QLabel(text, parent);
    result->setProperty("role", QLatin1String(role));
    return result;
}

QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

}   // namespace

ExploreView::ExploreView(const ViewContext& context, QWidget* parent) : View(parent), m_session(context.session)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildSentence(*layout);
    m_panels = new QSplitter(this);
    m_panels->setObjectName(QStringLiteral("panels"));
    m_panels->setChildrenCollapsible(false);
    m_panels->setHandleWidth(1);
    m_panels->addWidget(buildHeads());
    m_panels->addWidget(buildPicture(context.actions));
    m_panels->addWidget(buildInspector());
    m_panels->setStretchFactor(1, 1);
    connect(m_panels, &QSplitter::splitterMoved, this, [this] { m_panelsMoved = true; });
    layout->addWidget(m_panels, 1);
    setFocusProxy(m_sentence);
    connectSession();
    m_sentence->showText(m_session.document().text);
    showPictureState();
    showTheme();
    showSelection();
}

void ExploreView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    if (m_panelsMoved) return;
    const int left = std::clamp(width() * 2 / 9, kLeftLeast, kLeftWidth), right = std::clamp(width() / 4, kRightLeast, kRightWidth);
    m_panels->setSizes({left, std::max(width() - left - right, right), right});
}

void ExploreView::buildSentence(QBoxLayout& layout)
{
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(8);
    m_sentence = new SentenceField(this);
    m_notice = label({}, "notice", this);
    m_notice->setObjectName(QStringLiteral("notices"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    rows->addWidget(m_sentence);
    rows->addWidget(m_notice);
    layout.addLayout(rows);
}

QWidget* ExploreView::buildHeads()
{
    auto* panel = new QWidget(this);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 12, 8, 12);
    m_headsTitle = label(tr("Heads"), "title", panel);
    m_heads = new HeadGrid(panel);
    m_heads->setObjectName(QStringLiteral("headGrid"));
    layout->addWidget(m_headsTitle);
    layout->addWidget(scrolling(m_heads, panel), 1);
    auto* caption = label(tr("Where a head looks is not why the model answered."), "caption", panel);
    caption->setWordWrap(true);
    m_nextTitle = label(tr("Next token after the last"), "section", panel);
    m_next = new ShareList(panel);
    m_next->setObjectName(QStringLiteral("nextTokens"));
    m_next->setAccessibleName(tr("Most likely next tokens"));
    layout->addWidget(caption);
    layout->addSpacing(8);
    layout->addWidget(m_nextTitle);
    layout->addWidget(m_next);
    panel->setMinimumWidth(kLeftLeast);
    return panel;
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
    m_picture = new AttentionView(panel);
    m_picture->setObjectName(QStringLiteral("attentionView"));
    m_picture->setAccessibleName(tr("Attention of the head on show"));
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(tools);
    layout->addWidget(m_picture, 1);
    return panel;
}

QWidget* ExploreView::buildInspector()
{
    m_inspector = new Inspector(this);
    QScrollArea* area = scrolling(m_inspector, this);
    area->setMinimumWidth(kRightLeast);
    return area;
}

void ExploreView::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, &ExploreView::documentChanged);
    connect(&m_session, &Session::viewChanged, this, &ExploreView::viewChanged);
    connect(m_sentence, &SentenceField::textEdited, &m_session, &Session::setText);
    connect(m_sentence, &SentenceField::tokenHovered, this, [this](std::optional<core::Index> token) {
        m_session.peek(token ? m_picture->pairOfRow(*token) : std::nullopt);
    });
    connect(m_sentence, &SentenceField::tokenClicked, this, [this](core::Index token) {
        const std::optional<Pair> pair = m_picture->pairOfRow(token);
        if (pair) m_session.setPin(m_session.document().pin == pair ? std::nullopt : pair);
    });
    connect(m_heads, &HeadGrid::headHovered, &m_session, &Session::peekHead);
    connect(m_heads, &HeadGrid::headChosen, &m_session, &Session::showHead);
    connect(m_picture, &AttentionView::peeked, &m_session, &Session::peek);
    connect(m_picture, &AttentionView::pinned, &m_session, &Session::setPin);
}

void ExploreView::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    m_sentence->showRecord(record);
    showThumbnails();
    showNextTokens();
    showHead();
    showSelection();
    showNotices();
}

void ExploreView::markPrevious(bool previous)
{
    m_previous = previous;
    showNotices();
}

void ExploreView::documentChanged(const DocumentState& before)
{
    const DocumentState& now = m_session.document();
    if (now.text != before.text) m_sentence->showText(now.text);
    if (now.head != before.head) showHead();
    if (now.head != before.head || now.pin != before.pin) showSelection();
}

void ExploreView::viewChanged(const ViewState& before)
{
    const ViewState& now = m_session.view();
    if (now.theme != before.theme) showTheme();
    showPictureState();
    if (now.peek != before.peek || now.firstToken != before.firstToken) showSelection();
    if (now.peekHead != before.peekHead) m_heads->setSelection(m_session.selection());
}

void ExploreView::showHead()
{
    const core::HeadId head = m_session.document().head;
    if (!m_record || !m_record->has(head)) return;
    const core::Recording& recording = *m_record->recording;
    m_picture->showMap(m_record->map(head), AxisLabels::of(recording.tokens, recording.trainedContext));
}

void ExploreView::showThumbnails()
{
    m_headsTitle->setText(tr("Heads %1").arg(m_record->recording->layers() * m_record->recording->heads()));
    if (m_record->heads.empty()) return;   // of a long text: those of the text before stay until these are computed
    std::vector<HeadThumbnail> thumbnails;
    for (const HeadSummary& summary : m_record->heads) {
        thumbnails.push_back(summary.thumbnail);
        thumbnails.back().note = metricsNote(summary.metrics);
    }
    m_heads->showHeads(std::move(thumbnails));
}

void ExploreView::showNextTokens()
{
    std::vector<ShareRow> rows;
    for (const NextTokenChance& chance : m_record->next)
        rows.push_back({.label = chance.label, .share = chance.probability, .value = percent(chance.probability), .second = {}});
    m_nextTitle->setVisible(!rows.empty());
    m_next->setRows(std::move(rows));
}

void ExploreView::showSelection()
{
    const Selection selection = m_session.selection();
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
    const Theme theme = Theme::of(m_session.view().theme);
    m_sentence->setTheme(theme);
    m_heads->setTheme(theme);
    m_next->setTheme(theme);
    m_picture->setTheme(theme);
    m_inspector->setTheme(theme);
}

void ExploreView::showNotices()
{
    QStringList notices;
    if (m_record) notices = noticesOf(*m_record);
    if (m_previous) notices.prepend(tr("Previous result: the picture belongs to the text before the last change."));
    m_notice->setText(notices.join(u'\n'));
    m_notice->setVisible(!notices.isEmpty());
}

}   // namespace ui
