// AttentionView: one head as links, matrix and row chart that share their rows and columns, so that a link ends exactly at its row.
// It shows the map and the selection it is given and says where the pointer is and what is clicked; it changes neither. Pairs that come in and go
// out are pairs of tokens, also while rows and columns are words: a pair of words goes out as the strongest pair of tokens in it.
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

    // A null map shows the invitation to type. A new map of the same size keeps the zoom. The map is one of tokens; with `words` it is shown in
    // words, and the labels are theirs.
    void showMap(core::MapPtr map, AxisLabels labels, core::WordsPtr words = {});
    void setMeaning(const CellMeaningPtr& meaning);   // of the cells of the map; null: weights
    void setClickHint(const QString& hint);           // what a click does here, for the peek; empty: it pins
    void setSelection(const Selection& ofTokens);     // never draws the plot again
    // Levels of going back, which whoever owns the view puts in order with its own. False: there was nothing.
    bool releasePeek();    // of the keyboard's cell
    bool releaseRange();   // selected on the rulers
    bool zoomOut();        // to the whole matrix
    void setScale(const WeightScale& scale);
    void setHideFirst(bool hide);   // rows divided by 1 − w(i, 0), the first column hatched
    void setParts(ViewParts parts);
    void setRowChart(RowChart chart);
    void setLoupe(Loupe loupe);
    void setLinkRule(const LinkRule& rule);
    void setTheme(const Theme& theme);

    void setRoom(const SharedRoom& room);
    void markOnBar(std::optional<double> weight);   // of another picture that this one's colour bar stands for, too

    void fit();                            // the whole matrix
    void zoomBy(double factor);            // about the middle; > 1 magnifies
    void zoomToSelection();                // to the rows and columns selected on the rulers; where only one kind is, along the diagonal
    void showCells(const QRectF& cells);   // what of these the matrix has, as MatrixGeometry::view

    [[nodiscard]] const PlotScene& scene() const { return m_scene; }
    [[nodiscard]] const MatrixGeometry& geometryOfCells() const { return m_scene.geometry; }
    [[nodiscard]] int picturesDrawn() const { return m_picturesDrawn; }   // how often the plot itself was painted
    [[nodiscard]] bool isComplete() const;                                // nothing that the view should show is still being computed
    // What looking at a token means: the strongest pair of its row, as shown. Null outside the text.
    [[nodiscard]] std::optional<Pair> pairOfRow(core::Index token) const;

    [[nodiscard]] QSize sizeHint() const override { return {960, 640}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {176, 200}; }   // two of them fit the smallest window

Q_SIGNALS:
    void peeked(std::optional<ui::Pair> pair);   // the pair under the pointer or the keyboard's cell; null when there is none
    void pinned(std::optional<ui::Pair> pair);   // null: the pin is released
    void doubleClickedBesideCells();             // where there is nothing to pin
    void cellsMoved(const QRectF& cells);        // by zooming or panning: what of the matrix is seen, as showCells takes it
    void laidOut();                              // its cells may lie elsewhere on screen

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
    static constexpr double kZoomNotch = 1.25;   // of the wheel and of the keys
    static constexpr double kDragFrom = 4.0;     // px of movement that make a press a drag
    enum class Ruler { Rows, Columns };
    struct Drag {
        QPointF start;
        QPointF last;
        bool moved = false;
        std::optional<Ruler> ruler{};   // on which it began
    };
    void buildPanels();
    void setShown(core::MapPtr map, core::WordsPtr words);
    [[nodiscard]] Selection cellsSelected() const;
    void findLinks();
    void startLinks();
    void holdPicture(const core::MapPtr& next);
    void releasePicture();
    void drawPicture();
    void flatten();
    [[nodiscard]] TilePtr tileNow(const core::MapPtr& map, const TileKey& key);
    void takeTile(const TileKey& key, const TilePtr& tile);
    void layOut(QSize size, Zoom zoom);
    void placePanels();
    void setView(const MatrixGeometry& geometry);
    void markStale();
    [[nodiscard]] std::optional<Pair> pairAt(QPointF point) const;
    void announcePeek(std::optional<Pair> cell, PointedBy by = PointedBy::Pointer);   // of the matrix, like the pairs below
    void endOwnPeek();
    void togglePin(Pair pair);
    [[nodiscard]] Pair steppedTo(int key) const;
    [[nodiscard]] Pair nextStrong(int key) const;
    [[nodiscard]] std::optional<Ruler> rulerAt(QPointF point) const;
    [[nodiscard]] core::Index positionOn(Ruler ruler, QPointF point) const;
    void selectOnRuler(const Drag& drag);
    void select(core::Span rows, core::Span keys);

    PlotScene m_scene;
    TileStore m_tiles;
    std::vector<TileRequest> m_missing;   // by the picture that was prepared last
    TileLoader m_loader;
    LatestTask<LinkSet> m_linkTask;
    std::uint64_t m_linksOf = 0;   // id of the map that the scene's links belong to
    QTimer m_hold;                 // while it runs, the last picture stays rather than give way to an empty one
    QPixmap m_held;                // that picture, marks and all
    QImage m_flat;                 // the picture as drawn last, opaque and without marks
    PanelLayout* m_panels = nullptr;
    QCPAxisRect* m_linkRect = nullptr;
    QCPAxisRect* m_matrixRect = nullptr;
    QCPAxisRect* m_chartRect = nullptr;
    MatrixPlottable* m_matrix = nullptr;
    SelectionOverlay* m_overlay = nullptr;
    std::optional<Drag> m_drag;
    Selection m_selection;                // as it was set, in tokens; the scene's counts rows and columns
    std::optional<Pair> m_announced;      // last peek that was emitted, in tokens
    std::optional<PointedBy> m_ownPeek;   // what made the peek on show, where it came from this view
    bool m_keysSeen = false;              // keys were used here last: the focus is to be seen
    bool m_spaceHeld = false;
    bool m_stale = true;   // the scene changed since the plot was painted
    int m_picturesDrawn = 0;
};

}   // namespace ui
