#include "ui/views/compare/compare_pictures.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/state/numbers.h"
#include "ui/views/compare/row_strips.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

ComparePictures::ComparePictures(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("comparePictures"));
    setLayoutDirection(Qt::LeftToRight);   // as the matrices in it
    m_own = pane("ownPicture", tr("Own"));
    m_kept = pane("keptPicture", tr("Sparse"));
    m_moved = pane("movedPicture", tr("Difference"));
    m_strips = new RowStrips(this);
    for (AttentionView* picture : pictures()) connectPicture(picture);
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
    connect(picture, &AttentionView::laidOut, this, &ComparePictures::placeStrips);
    connect(picture, &AttentionView::cellsMoved, this, [this, picture](const QRectF& cells) { zoomOthers(picture, cells); });
}

// Their cells are equally large, so the same cells fill each of them.
void ComparePictures::zoomOthers(const AttentionView* leader, const QRectF& cells)
{
    if (m_isZooming) return;
    if (m_session.view().compare.zoom == LinkedZoom::On) {
        m_isZooming = true;
        for (AttentionView* picture : pictures())
            if (picture != leader) picture->showCells(cells);
        m_isZooming = false;
    }
    rememberCells(*leader);
}

// A session opens to what was seen. Pictures that are zoomed by themselves have one place to remember: that of the pattern.
void ComparePictures::rememberCells(const AttentionView& leader)
{
    Comparing comparing = m_session.view().compare;
    if (comparing.zoom == LinkedZoom::Off && &leader != m_kept.picture) return;
    const MatrixGeometry& seen = leader.geometryOfCells();
    comparing.cells = seen.isFitted() ? std::nullopt : std::optional(seen.view);
    m_session.setCompare(comparing);
}

// Of another text they may not be cells at all: then the whole matrix is seen.
void ComparePictures::showCells()
{
    Comparing comparing = m_session.view().compare;
    const MatrixGeometry& kept = m_kept.picture->geometryOfCells();
    if (!m_comparison || kept.queries == 0) return;
    const QRectF whole(0, 0, double(kept.keys), double(kept.queries));
    if (comparing.cells && !whole.contains(*comparing.cells)) {
        comparing.cells.reset();
        m_session.setCompare(comparing);
    }
    const QRectF wanted = comparing.cells.value_or(whole);
    m_isZooming = true;
    for (AttentionView* picture : pictures()) {
        const bool isLed = comparing.zoom == LinkedZoom::On || picture == m_kept.picture;
        if (isLed && picture->geometryOfCells().view != wanted) comparing.cells ? picture->showCells(wanted) : picture->fit();
    }
    m_isZooming = false;
}

// Links have no classes: they show which pairs stay.
CompareMode ComparePictures::mode() const
{
    const Comparing& comparing = m_session.view().compare;
    const bool isWeights = comparing.mode == CompareMode::Weights;
    return comparing.parts == ViewParts::Links && !isWeights ? CompareMode::Pairs : comparing.mode;
}

bool ComparePictures::showsDifference() const { return m_session.view().compare.difference == DifferencePicture::Shown; }

const ComparePictures::Pane& ComparePictures::second() const { return m_session.view().compare.order == PictureOrder::OwnFirst ? m_kept : m_own; }

void ComparePictures::showPane(const Pane& pane, const ComparedCells& cells)
{
    if (cells.map && pane.picture->scene().tokens != cells.map) {
        const core::Recording& recording = *m_comparison->record->recording;
        pane.picture->setMeaning(nullptr);   // the old one knows nothing of the new map
        pane.picture->showMap(cells.map, AxisLabels::of(recording.tokens, recording.trainedContext));
    }
    if (!cells.map) pane.picture->showMap({}, {});
    pane.picture->setMeaning(cells.meaning);
}

void ComparePictures::showComparison(const ComparisonPtr& comparison, int pattern)
{
    m_comparison = comparison;
    m_pattern = pattern;
    const Made made{.comparison = comparison, .pattern = pattern, .mode = mode(), .look = m_theme.look};
    if (m_made != made) {
        m_made = made;
        const ComparedPattern* shown = comparison ? comparison->pattern(pattern) : nullptr;
        showPane(m_own, comparison ? ownCells(comparison, made.mode, m_theme) : ComparedCells{});
        showPane(m_kept, shown ? keptCells(comparison, pattern, made.mode, m_theme) : ComparedCells{});
        showPane(m_moved, {shown ? shown->moved : nullptr});
        m_strips->showEffect(comparison, pattern);
        Q_EMIT legendChanged(shown ? legendOf(*comparison, pattern, made.mode, m_theme) : CellLegend{});
    }
    showTags();
    showState();
    place();
    showCells();
}

void ComparePictures::showTags()
{
    const ComparedPattern* shown = m_comparison ? m_comparison->pattern(m_pattern) : nullptr;
    const core::Index own = m_comparison ? m_comparison->effect.layout->pairs() : 0;
    m_own.tag->setText(m_comparison ? tr("%1 pairs").arg(printedCount(own)) : QString());
    m_kept.tag->setText(shown && own > 0 ? tr("%1 of pairs").arg(percent(double(shown->effect.layout->pairs()) / double(own))) : QString());
    if (shown && mode() == CompareMode::Pairs) m_kept.tag->setText(tr("pairs alone, %1").arg(m_kept.tag->text()));
    m_moved.tag->setText(shown ? tr("lost ◂ ▸ gained") : QString());
}

// The difference has a scale of its own, as large as it needs; classes have none.
void ComparePictures::showState()
{
    const ViewState& view = m_session.view();
    const ComparedPattern* shown = m_comparison ? m_comparison->pattern(m_pattern) : nullptr;
    for (AttentionView* picture : pictures()) {
        WeightScale scale{.kind = picture->scene().hasClasses() ? ScaleKind::Linear : view.scale};
        if (picture == m_moved.picture && shown && shown->largestMove > 0.0) scale.limit = limitOfMoves(*shown);
        picture->setScale(scale);
        picture->setLoupe(view.loupe);
    }
    for (AttentionView* picture : {m_own.picture, m_kept.picture}) picture->setParts(view.compare.parts);
    m_own.picture->setLinkRule(view.links);
    m_kept.picture->setLinkRule(mode() == CompareMode::Pairs ? LinkRule{.mode = LinkMode::ShareOfRow, .share = 1.0} : view.links);
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
    showComparison(m_comparison, m_pattern);   // classes have the theme's colours
}

bool ComparePictures::inPictures(bool (AttentionView::*goBack)())
{
    bool any = false;
    for (AttentionView* picture : pictures()) any = (picture->*goBack)() || any;
    return any;
}

}   // namespace ui
