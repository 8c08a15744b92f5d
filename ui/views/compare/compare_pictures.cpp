#include "ui/views/compare/compare_pictures.h"

#include <cmath>

#include <QLabel>
#include <QVBoxLayout>

#include "ui/state/numbers.h"
#include "ui/views/compare/row_strips.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kGap = 10;             // px between pictures
constexpr int kLeastPicture = 176;   // px
constexpr int kInOneRow = 220;       // px of a picture from which all stand in one row
constexpr int kHigher = 40;          // px that a picture is higher than wide, where its matrix has all the room that its width gives it
constexpr int kShortestLabel = 56;   // px, beside which there is room for the caption of rows
constexpr int kLabelShare = 6;       // of the width, a part of which labels may take

// To two digits, so that the ends of the colour bar can be read.
double roundedUp(double value)
{
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    return std::min(std::ceil(value / unit - 1e-9) * unit, std::max(value, 1.0));   // no weight moves by more than 1
}

}   // namespace

ComparePictures::ComparePictures(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("comparePictures"));
    setLayoutDirection(Qt::LeftToRight);   // as the matrices in it
    m_own = pane("ownPicture", tr("Own"));
    m_kept = pane("keptPicture", tr("Sparse"));
    m_moved = pane("movedPicture", tr("Difference"));
    m_strips = new RowStrips(this);
    for (AttentionView* picture : pictures()) connectPicture(picture);
    connect(m_moved.picture, &AttentionView::laidOut, this, &ComparePictures::placeStrips);
    connect(m_strips, &RowStrips::rowPointed, this,
            [this](std::optional<core::Index> query) { m_session.peek(query ? m_own.picture->pairOfRow(*query) : std::nullopt); });
    connect(m_strips, &RowStrips::rowChosen, this, [this](core::Index query) {
        const std::optional<Pair> pair = m_own.picture->pairOfRow(query);
        m_session.setPin(m_session.selection().pin == pair ? std::nullopt : pair);
    });
}

ComparePictures::Pane ComparePictures::pane(const char* name, const QString& title)
{
    Pane pane;
    pane.whole = new QWidget(this);
    pane.title = roleLabel(title, "section", pane.whole);
    pane.tag = new ElidingLabel(pane.whole);
    pane.tag->setProperty("role", QStringLiteral("caption"));
    pane.tag->setObjectName(QLatin1String(name) + QStringLiteral("Tag"));
    pane.tag->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    pane.picture = new AttentionView(pane.whole);
    pane.picture->setObjectName(QLatin1String(name));
    pane.picture->setAccessibleName(title);
    pane.picture->setParts(ViewParts::Matrix);
    pane.picture->setRowChart(RowChart::Never);   // the strips stand for all rows, and a line below for the one that is meant
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 4, 0);
    head->addWidget(pane.title);
    head->addWidget(pane.tag, 1);
    auto* layout = new QVBoxLayout(pane.whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(pane.picture, 1);
    return pane;
}

void ComparePictures::connectPicture(AttentionView* picture)
{
    // The session hears of them while it lives: widgets that lose the focus at the window's end still say what they no longer point at.
    Session* const session = &m_session;
    connect(picture, &AttentionView::peeked, session, [session](std::optional<Pair> pair) { session->peek(pair); });
    connect(picture, &AttentionView::pinned, session, [session](std::optional<Pair> pair) { session->setPin(pair); });
    connect(picture, &AttentionView::cellsMoved, this, [this, picture](const QRectF& cells) { zoomOthers(picture, cells); });
}

// Their cells are equally large, so the same cells fill each of them.
void ComparePictures::zoomOthers(const AttentionView* leader, const QRectF& cells)
{
    if (m_isZooming || m_session.view().compare.zoom == LinkedZoom::Off) return;
    m_isZooming = true;
    for (AttentionView* picture : pictures())
        if (picture != leader) picture->showCells(cells);
    m_isZooming = false;
}

void ComparePictures::showComparison(const ComparisonPtr& comparison, int pattern)
{
    m_comparison = comparison;
    m_pattern = pattern;
    const ComparedPattern* shown = comparison ? comparison->pattern(pattern) : nullptr;
    const auto show = [&](const Pane& pane, const core::MapPtr& map) {
        if (!map) return pane.picture->showMap({}, {});
        const core::Recording& recording = *comparison->record->recording;
        pane.picture->showMap(map, AxisLabels::of(recording.tokens, recording.trainedContext));
    };
    show(m_own, comparison ? comparison->own : nullptr);
    const bool ofPairs = m_session.view().compare.mode == CompareMode::Pairs;
    show(m_kept, shown ? (ofPairs ? shown->pairs : shown->kept) : nullptr);
    show(m_moved, shown ? shown->moved : nullptr);
    m_own.tag->setText(comparison ? tr("%1 pairs").arg(printedCount(comparison->effect.layout->pairs())) : QString());
    const double own = comparison ? double(comparison->effect.layout->pairs()) : 0.0;
    m_kept.tag->setText(shown && own > 0.0 ? tr("%1 of pairs").arg(percent(double(shown->effect.layout->pairs()) / own)) : QString());
    if (shown && ofPairs) m_kept.tag->setText(tr("pairs alone, %1").arg(m_kept.tag->text()));
    m_moved.tag->setText(shown ? tr("lost ◂ ▸ gained") : QString());
    m_strips->showEffect(comparison, pattern);
    showState();
    shareRoom();
    placeStrips();
}

// The difference has a scale of its own, as large as it needs.
void ComparePictures::showState()
{
    const ViewState& view = m_session.view();
    const ComparedPattern* shown = m_comparison ? m_comparison->pattern(m_pattern) : nullptr;
    for (AttentionView* picture : pictures()) {
        picture->setScale({.kind = view.scale});
        picture->setLoupe(view.loupe);
    }
    for (AttentionView* picture : {m_own.picture, m_kept.picture}) {
        picture->setParts(view.compare.parts);
        picture->setLinkRule(view.links);
    }
    if (view.compare.mode == CompareMode::Pairs) m_kept.picture->setLinkRule({.mode = LinkMode::ShareOfRow, .share = 1.0});
    if (shown && shown->largestMove > 0.0) m_moved.picture->setScale({.kind = view.scale, .limit = roundedUp(shown->largestMove)});
}

void ComparePictures::showSelection(const Selection& selection)
{
    for (AttentionView* picture : pictures()) picture->setSelection(selection);
    const std::optional<Pair> pair = selection.peek ? selection.peek : selection.pin;
    m_strips->setMarked(pair ? std::optional(pair->query) : std::nullopt);
}

void ComparePictures::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (AttentionView* picture : pictures()) picture->setTheme(theme);
    m_strips->setTheme(theme);
    place();
}

bool ComparePictures::inPictures(bool (AttentionView::*goBack)())
{
    bool any = false;
    for (AttentionView* picture : pictures()) any = (picture->*goBack)() || any;
    return any;
}

QSize ComparePictures::minimumSizeHint() const { return {2 * kLeastPicture + kGap, std::min(maximumHeight(), m_theme.scaled(260))}; }

void ComparePictures::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

// Equally wide to the pixel, so that their cells are equally large and what looks the same is the same.
void ComparePictures::place()
{
    const int strips = m_strips->sizeHint().width(), inRow = (width() - strips - 3 * kGap) / 3, higher = m_theme.scaled(kHigher);
    const bool isRow = inRow >= m_theme.scaled(kInOneRow);
    const int each = isRow ? inRow : (width() - kGap) / 2, rows = isRow ? 1 : 2;
    setMaximumHeight(rows * (each + higher) + (rows - 1) * kGap);
    setMinimumHeight(isRow ? 0 : maximumHeight());
    const int high = (height() - (rows - 1) * kGap) / rows, second = isRow ? 0 : high + kGap;
    m_own.whole->setGeometry(0, 0, each, high);
    m_kept.whole->setGeometry(each + kGap, 0, each, high);
    m_moved.whole->setGeometry(isRow ? 2 * (each + kGap) : 0, second, each, high);
    m_strips->setGeometry(isRow ? 3 * (each + kGap) : each + kGap, second, strips, high);
    shareRoom();
    placeStrips();
}

void ComparePictures::shareRoom()
{
    SharedRoom room;
    for (const AttentionView* picture : pictures()) {
        const SharedRoom wanted = picture->scene().roomWanted();
        room.positions = std::max(room.positions, wanted.positions);
        room.labelLength = std::max(room.labelLength, wanted.labelLength);
    }
    room.mostLabel = std::max(m_own.whole->width() / kLabelShare, m_theme.scaled(kShortestLabel));
    for (AttentionView* picture : pictures()) picture->setRoom(room);
}

void ComparePictures::placeStrips()
{
    MatrixGeometry geometry = m_moved.picture->geometryOfCells();
    const int above = m_moved.picture->mapTo(this, QPoint()).y() - m_strips->y();
    geometry.plot.translate(0, above);
    m_strips->setCells(geometry);
}

}   // namespace ui
