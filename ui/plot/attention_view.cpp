#include "ui/plot/attention_view.h"

#include <cmath>

#include "ui/plot/attention_access.h"
#include "ui/plot/cell_facts.h"
#include "ui/plot/cell_table.h"
#include "ui/plot/furniture.h"
#include "ui/plot/matrix_plottable.h"
#include "ui/plot/scene_layer.h"
#include "ui/plot/scene_text.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

AttentionView::AttentionView(QWidget* parent) :
    QCustomPlot(parent),
    m_tiles({}, [this](const core::MapPtr& map, const TileKey& key) { return tileNow(map, key); }),
    m_linkTask([this](std::optional<LinkSet> links) {
        if (!links) return;
        m_scene.links = std::move(*links);
        markStale();
    })
{
    readAttentionViews();   // before anything is told to screen readers: what they find first is what they keep
    setObjectName(QStringLiteral("attentionView"));
    setAccessibleName(tr("Attention of one head"));
    // Never mirrored, in whatever language: position j is the j-th column from the left, as in every formula, and the mirror image of a causal
    // triangle is that of a model that looks ahead.
    setLayoutDirection(Qt::LeftToRight);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::Interactions());
    buildPanels();
    m_overlay = new SelectionOverlay(this, m_scene);
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, &AttentionView::releasePicture);
    connect(&m_loader, &TileLoader::ready, this, &AttentionView::takeTile);
    setBackground(m_scene.theme.surface2);
    layOut(size(), Zoom::Fit);
}

AttentionView::~AttentionView() = default;

void AttentionView::buildPanels()
{
    plotLayout()->clear();
    m_panels = new PanelLayout;
    plotLayout()->addElement(0, 0, m_panels);
    for (QCPAxisRect** rect : {&m_linkRect, &m_matrixRect, &m_chartRect}) {
        *rect = new QCPAxisRect(this, false);
        (*rect)->setAutoMargins(QCP::msNone);
        (*rect)->setMargins(QMargins());
        (*rect)->setMinimumMargins(QMargins());
        (*rect)->setMinimumSize(0, 0);
        for (QCPAxis* axis : {(*rect)->addAxis(QCPAxis::atTop), (*rect)->addAxis(QCPAxis::atLeft)})
            axis->setVisible(false), axis->grid()->setVisible(false);
        m_panels->addElement(*rect, Qt::AlignLeft | Qt::AlignTop);
    }
    m_matrixRect->axis(QCPAxis::atLeft)->setRangeReversed(true);   // row 0 on top
    m_linkRect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_matrix = new MatrixPlottable(m_matrixRect->axis(QCPAxis::atTop), m_matrixRect->axis(QCPAxis::atLeft), m_scene, m_tiles);
    new SceneLayer(this, QStringLiteral("main"), [this](QCPPainter& painter) { paintLinks(painter, m_scene); });
    new SceneLayer(this, QStringLiteral("axes"),
                   [this](QCPPainter& painter) { paintFurniture(painter, m_scene, PictureFacts::of(m_matrix->picture(), m_scene)); });
}

void AttentionView::showMap(core::MapPtr map, AxisLabels labels, core::WordsPtr words)
{
    const auto sizeOf = [](const core::MapPtr& m) { return m ? std::pair(m->queries(), m->keys()) : std::pair<core::Index, core::Index>(); };
    const auto before = sizeOf(m_scene.map);
    if (map != m_scene.tokens || bool(words) != bool(m_scene.words)) {
        holdPicture(map);
        setShown(std::move(map), std::move(words));
    }
    m_scene.labels = std::move(labels);
    layOut(size(), sizeOf(m_scene.map) == before ? Zoom::Keep : Zoom::Fit);
    announceCellsChanged(*this);
}

// A map that is no longer shown is no longer known.
void AttentionView::setShown(core::MapPtr map, core::WordsPtr words)
{
    const core::MapPtr left[] = {m_scene.map, m_scene.shown};
    m_scene.setMap(std::move(map), std::move(words));
    for (const core::MapPtr& old : left)
        if (old && old != m_scene.map && old != m_scene.shown) m_tiles.forget(old->id());
    m_scene.selection = cellsSelected();
    m_scene.selectedRows = m_scene.selectedKeys = {};
    m_linkTask.stop();
    m_linksOf = 0;
    m_scene.links = {};
}

Selection AttentionView::cellsSelected() const
{
    Selection selection = m_selection;
    selection.pin = m_scene.fromTokens(m_selection.pin);
    selection.peek = m_scene.fromTokens(m_selection.peek);
    return selection;
}

void AttentionView::setSelection(const Selection& ofTokens)
{
    if (ofTokens.peek != m_announced) m_ownPeek.reset();
    m_announced = ofTokens.peek;
    if (!m_ownPeek) m_overlay->follow(PointedBy::Pointer);
    m_selection = ofTokens;
    const Selection selection = cellsSelected();
    if (selection == m_scene.selection) return;
    const Selection before = std::exchange(m_scene.selection, selection);
    m_overlay->selectionChanged(before);
    const std::optional<Pair> focus = m_scene.focus();
    setAccessibleDescription(focus ? spokenCell(m_scene, *focus) : QString());
    if (focus && hasFocus()) announceCell(*this, int(focus->query), int(focus->key));
}

void AttentionView::setMeaning(const CellMeaningPtr& meaning)
{
    if (meaning == m_scene.meaning) return;
    m_scene.meaning = meaning;
    markStale();
    m_overlay->update();
    announceCellsChanged(*this);
}

void AttentionView::setClickHint(const QString& hint)
{
    if (hint == m_scene.clickHint) return;
    m_scene.clickHint = hint;
    m_overlay->update();
}

void AttentionView::setScale(const WeightScale& scale)
{
    if (scale == m_scene.scale) return;
    m_scene.scale = scale;
    markStale();
}

void AttentionView::setHideFirst(bool hide)
{
    if (hide == m_scene.hideFirst) return;
    holdPicture(m_scene.tokens);
    m_scene.hideFirst = hide;
    setShown(m_scene.tokens, m_scene.words);
    layOut(size(), Zoom::Keep);
}

void AttentionView::setParts(ViewParts parts)
{
    if (parts == m_scene.parts) return;
    m_scene.parts = parts;
    layOut(size(), Zoom::Keep);
}

void AttentionView::setRowChart(RowChart chart)
{
    if (chart == m_scene.rowChart) return;
    m_scene.rowChart = chart;
    layOut(size(), Zoom::Keep);
}

void AttentionView::setLoupe(Loupe loupe)
{
    if (loupe == m_scene.loupe) return;
    m_scene.loupe = loupe;
    m_overlay->update();
}

void AttentionView::setLinkRule(const LinkRule& rule)
{
    if (rule == m_scene.linkRule) return;
    m_scene.linkRule = rule;
    m_linkTask.stop();
    m_linksOf = 0;
    findLinks();
    markStale();
}

void AttentionView::setTheme(const Theme& theme)
{
    if (theme == m_scene.theme) return;
    m_scene.theme = theme;
    setBackground(theme.surface2);
    layOut(size(), Zoom::Keep);
}

void AttentionView::setRoom(const SharedRoom& room)
{
    if (room == m_scene.room) return;
    m_scene.room = room;
    layOut(size(), Zoom::Keep);
}

void AttentionView::markOnBar(std::optional<double> weight)
{
    if (std::exchange(m_scene.marked, weight) != weight) m_overlay->markMoved();
}

void AttentionView::fit() { setView(MatrixGeometry::fitted(m_scene.geometry.plot, m_scene.geometry.queries, m_scene.geometry.keys)); }

void AttentionView::zoomBy(double factor) { setView(m_scene.geometry.zoomed(m_scene.geometry.plot.center(), factor)); }

// Exactly these, however large the view is at the moment: it may still be laid out, and where it ends up they are the same. A limit of zooming
// would make them others. Nobody looks at less than a cell, though.
void AttentionView::showCells(const QRectF& cells)
{
    MatrixGeometry geometry = m_scene.geometry;
    geometry.view = cells & QRectF(0, 0, double(geometry.keys), double(geometry.queries));
    if (geometry.view.width() >= 1.0 && geometry.view.height() >= 1.0) setView(geometry);
}

void AttentionView::setView(const MatrixGeometry& geometry)
{
    if (geometry == m_scene.geometry) return;
    m_scene.geometry = geometry;
    placePanels();
    markStale();
    Q_EMIT laidOut();
    Q_EMIT cellsMoved(geometry.view);
}

void AttentionView::layOut(QSize size, Zoom zoom)
{
    m_scene.layOut(size, zoom);
    findLinks();   // there may be room for them now, or none any more
    placePanels();
    markStale();
    Q_EMIT laidOut();
}

// All panels take their ranges from the one geometry: this is how they share their axes.
void AttentionView::placePanels()
{
    const QRectF& view = m_scene.geometry.view;
    m_panels->place({m_scene.layout.links, m_scene.layout.matrix, m_scene.layout.chart});
    for (QCPAxisRect* rect : {m_matrixRect, m_linkRect}) rect->axis(QCPAxis::atLeft)->setRange(view.top(), view.bottom());
    for (QCPAxisRect* rect : {m_matrixRect, m_chartRect}) rect->axis(QCPAxis::atTop)->setRange(view.left(), view.right());
}

void AttentionView::markStale()
{
    m_stale = true;
    update();
}

}   // namespace ui
