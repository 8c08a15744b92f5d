// AttentionView: one head as links, matrix and row chart that share their rows and columns, so that a link ends exactly at its row.
// It shows the map and the selection it is given and says where the pointer is and what is clicked; it changes neither.
// Painting computes no more than kInstantWork: larger maps are computed elsewhere, and the picture grows sharp as their tiles arrive.
#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <qcustomplot.h>

#include "ui/plot/plot_scene.h"
#include "ui/plot/tile_loader.h"
#include "ui/plot/tile_store.h"
#include "ui/work/latest_task.h"

namespace ui {

class MatrixPlottable;
class PanelLayout;
class SelectionOverlay;

class AttentionView : public QCustomPlot {
    Q_OBJECT

public:
    explicit AttentionView(QWidget* parent = nullptr);
    ~AttentionView() override;

    // A null map shows the invitation to type. A new map of the same size keeps the zoom.
    void showMap(core::MapPtr map, AxisLabels labels);
    void setSelection(const Selection& selection);   // never draws the plot again
    void setScale(const WeightScale& scale);
    void setHideFirst(bool hide);   // rows divided by 1 − w(i, 0), the first column hatched
    void setParts(ViewParts parts);
    void setTheme(const Theme& theme);

    void fit();                   // the whole matrix
    void zoomBy(double factor);   // about the middle; > 1 magnifies
    void showCells(const QRectF& cells);   // what of these the matrix has, as MatrixGeometry::view

    [[nodiscard]] const PlotScene& scene() const { return m_scene; }
    [[nodiscard]] const MatrixGeometry& geometryOfCells() const { return m_scene.geometry; }
    [[nodiscard]] int picturesDrawn() const { return m_picturesDrawn; }   // how often the plot itself was painted
    [[nodiscard]] bool isComplete() const;                                // nothing that the view should show is still being computed
    // What looking at a token means: the strongest pair of its row, as shown. Null outside the text.
    [[nodiscard]] std::optional<Pair> pairOfRow(core::Index query) const;

    [[nodiscard]] QSize sizeHint() const override { return {960, 640}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    void peeked(std::optional<ui::Pair> pair);   // the pair under the pointer or the keyboard's cell; null when there is none
    void pinned(std::optional<ui::Pair> pair);   // null: the pin is released
    void doubleClickedBesideCells();             // where there is nothing to pin

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    struct Drag {
        QPointF start;
        QPointF last;
        bool moved = false;
    };
    void buildPanels();
    void rebuildShown();   // map, hidden first token
    void findLinks();
    void startLinks();
    void holdPicture(const core::MapPtr& next);
    void releasePicture();
    void drawPicture();
    [[nodiscard]] TilePtr tileNow(const core::MapPtr& map, const TileKey& key);
    void takeTile(const TileKey& key, const TilePtr& tile);
    void layOut(QSize size, Zoom zoom);
    void placePanels();
    void setView(const MatrixGeometry& geometry);
    void markStale();
    [[nodiscard]] std::optional<Pair> pairAt(QPointF point) const;
    void announcePeek(std::optional<Pair> pair);
    void endOwnPeek();
    void togglePin(Pair pair);
    [[nodiscard]] std::optional<Pair> steppedTo(int key) const;

    PlotScene m_scene;
    TileStore m_tiles;
    std::vector<TileRequest> m_missing;   // by the picture that was prepared last
    TileLoader m_loader;
    LatestTask<LinkSet> m_linkTask;
    std::uint64_t m_linksOf = 0;   // id of the map that the scene's links belong to
    QTimer m_hold;                 // while it runs, the last picture stays rather than give way to an empty one
    QPixmap m_held;                // that picture, marks and all
    PanelLayout* m_panels = nullptr;
    QCPAxisRect* m_linkRect = nullptr;
    QCPAxisRect* m_matrixRect = nullptr;
    QCPAxisRect* m_chartRect = nullptr;
    MatrixPlottable* m_matrix = nullptr;
    SelectionOverlay* m_overlay = nullptr;
    std::optional<Drag> m_drag;
    std::optional<Pair> m_announced;   // last peek that was emitted
    bool m_ownPeek = false;            // the peek on show came from this view
    bool m_keysSeen = false;           // keys were used here last: the focus is to be seen
    bool m_spaceHeld = false;
    bool m_stale = true;   // the scene changed since the plot was painted
    int m_picturesDrawn = 0;
};

}   // namespace ui
