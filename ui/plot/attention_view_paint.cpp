// When an AttentionView is painted, and what it does about weights that are not computed yet.
#include <utility>

#include <QPaintEvent>

#include "ui/plot/attention_view.h"
#include "ui/plot/matrix_plottable.h"
#include "ui/plot/selection_overlay.h"

namespace ui {

namespace {

constexpr int kHoldFor = 150;   // ms that the last picture stays for a new one: most are there sooner, and nothing flickers

}   // namespace

TilePtr AttentionView::tileNow(const core::MapPtr& map, const TileKey& key)
{
    if (isInstant(*map)) return TileStore::computedAtOnce(map, key);
    m_missing.push_back({map, key});
    return nullptr;
}

void AttentionView::takeTile(const TileKey& key, const TilePtr& tile)
{
    if (!m_scene.shown || key.map != m_scene.shown->id()) return;   // of a map that has left since
    m_tiles.put(key, tile);
    markStale();   // many tiles between two frames cost one drawing
}

void AttentionView::findLinks()
{
    if (!m_scene.showsLinks()) return m_linkTask.stop();
    if (!m_scene.shown || m_linksOf == m_scene.shown->id()) return;
    m_linksOf = m_scene.shown->id();
    m_scene.links = {};
    m_scene.links.computing = !isInstant(*m_scene.shown);
    if (!m_scene.links.computing) m_scene.links = *LinkSet::of(*m_scene.shown, m_scene.linkRule);
}

void AttentionView::startLinks()
{
    if (!m_scene.showsLinks() || !m_scene.links.computing || m_linkTask.busy()) return;
    m_linkTask.start([map = m_scene.shown, rule = m_scene.linkRule](const std::stop_token& stop) {
        core::Result<LinkSet> links = LinkSet::of(*map, rule, kMostLinks, stop);
        return links ? std::optional(std::move(*links)) : std::nullopt;
    });
}

bool AttentionView::isComplete() const { return !m_stale && m_matrix->picture().complete && !m_scene.links.computing; }

void AttentionView::holdPicture(const core::MapPtr& next)
{
    if (m_hold.isActive() || m_picturesDrawn == 0 || !m_scene.shown || !next || isInstant(*next)) return;
    m_held = grab();
    m_overlay->hide();
    m_hold.start(kHoldFor);
}

void AttentionView::releasePicture()
{
    m_hold.stop();
    m_held = QPixmap();
    m_overlay->show();
    update();
}

void AttentionView::drawPicture()
{
    m_matrix->prepare(devicePixelRatioF());
    m_scene.pooled = m_matrix->picture().pooled;
    m_loader.want(std::exchange(m_missing, {}));
    if (m_matrix->picture().complete) startLinks();   // after the tiles, which are waited for more
    const bool lacking = !m_matrix->picture().pending.empty() || (m_scene.showsLinks() && m_scene.links.computing);
    if (lacking && m_hold.isActive()) return;
    if (!m_held.isNull()) releasePicture();
    m_stale = false;
    ++m_picturesDrawn;
    setBufferDevicePixelRatio(devicePixelRatioF());
    replot(QCustomPlot::rpQueuedRefresh);
    flatten();
}

// Under marks that move the plot is painted again and again: one opaque image is copied, where the base class would blend every layer.
void AttentionView::flatten()
{
    const double ratio = devicePixelRatioF();
    m_flat = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
    m_flat.setDevicePixelRatio(ratio);
    m_flat.fill(m_scene.theme.surface2);
    QCPPainter painter(&m_flat);
    for (const auto& buffer : std::as_const(mPaintBuffers)) buffer->draw(&painter);
}

void AttentionView::paintEvent(QPaintEvent* event)
{
    // Drawn when it is asked for, so that several changes between two frames cost one drawing.
    if (m_stale || bufferDevicePixelRatio() != devicePixelRatioF()) drawPicture();
    QPainter painter(this);
    if (!m_held.isNull()) return painter.drawPixmap(0, 0, m_held);
    for (const QRect& area : event->region()) {
        painter.setClipRect(area);   // one at a time: copying within a rectangle is fast
        painter.drawImage(0, 0, m_flat);
    }
}

// The base class would draw the picture of the old size once more.
void AttentionView::resizeEvent(QResizeEvent* event)
{
    releasePicture();
    m_overlay->resize(event->size());
    setViewport(rect());
    layOut(event->size(), Zoom::Keep);
}

}   // namespace ui
