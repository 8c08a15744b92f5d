// HeadGrid: all heads of a model in small, layers downwards, heads across; heads that share keys and values stand under one bracket.
// Where one reads from the right, heads run from the right; the small matrices are not mirrored, as the large one is not.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QPixmap>
#include <QWidget>

#include "ui/plot/head_badges.h"
#include "ui/plot/head_grid_geometry.h"
#include "ui/plot/head_pointing.h"
#include "ui/plot/head_thumbnail.h"
#include "ui/theme/theme.h"

namespace ui {

class HeadGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int kPicturesFrom = 12;   // px, below which nobody sees what a picture shows

    explicit HeadGrid(QWidget* parent = nullptr);

    // Any order; the grid is as large as the largest layer and head. Heads without a thumbnail stay blank.
    void showHeads(std::vector<HeadThumbnail> heads);
    void setSelection(const Selection& selection);
    bool releaseKeys() { return m_pointing.releaseKeys(); }   // the look of the keyboard; false: there is none
    // [L·H] in model order; empty: pictures alone, without room for bars. Where pictures would be too small to be read, a colour stands for the bar of
    // that measure.
    void setBadges(std::vector<HeadBadge> badges, const QString& measure = {});
    void setOrder(std::vector<core::HeadId> order);               // all heads, by place; empty: model order
    void setNotes(std::function<QString(core::HeadId)> noteOf);   // further lines for tooltips, asked for when one is shown
    void setTheme(const Theme& theme);

    [[nodiscard]] const HeadGridGeometry& geometryOfHeads() const { return m_geometry; }
    [[nodiscard]] int picturesDrawn() const { return m_picturesDrawn; }
    // The same grid at another size, painter's origin at its corner. Nobody points at a figure, so no head is framed.
    void paintFigure(QPainter& painter, QSize size) const;

    // As high as its width asks for, and lower where there is no room: small pictures then become smaller still.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void headHovered(std::optional<core::HeadId> head);
    void headChosen(core::HeadId head);
    void headSoloed(core::HeadId head);   // it is to be seen alone

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    [[nodiscard]] int heightAt(int width) const;   // that the largest pictures of this width need
    void setPlaces();
    void paintGrid(QPainter& painter, const HeadGridGeometry& geometry, double ratio) const;
    void paintColor(QPainter& painter, core::HeadId head, const QRect& place) const;   // of its bar
    [[nodiscard]] bool showsColors(const HeadGridGeometry& geometry) const { return geometry.thumb < kPicturesFrom && !m_badges.empty(); }
    void paintBadges(QPainter& painter, const HeadGridGeometry& geometry) const;
    void paintNames(QPainter& painter, const HeadGridGeometry& geometry) const;
    [[nodiscard]] QSize namePlate(const HeadGridGeometry& geometry) const;
    [[nodiscard]] bool namesHeads(const HeadGridGeometry& geometry) const;
    void paintName(QPainter& painter, core::HeadId head, const QRect& place, QSize plate) const;
    void paintColumns(QPainter& painter, const HeadGridGeometry& geometry) const;
    void paintGroups(QPainter& painter, const HeadGridGeometry& geometry) const;
    [[nodiscard]] QRect rectOf(core::HeadId head, const HeadGridGeometry& geometry) const { return geometry.rectOf(m_places.placeOf(head)); }
    [[nodiscard]] std::optional<core::HeadId> headAt(QPointF point) const;
    [[nodiscard]] int barRoom() const { return m_badges.empty() ? 0 : kBadgeRoom; }
    void paintFrames(QPainter& painter, const HeadGridGeometry& geometry) const;
    [[nodiscard]] QString tooltipOf(core::HeadId head) const;

    std::vector<HeadThumbnail> m_heads;
    core::Index m_layers = 0;
    core::Index m_headsPerLayer = 0;
    core::Index m_groupSize = 1;
    std::vector<HeadBadge> m_badges;
    QString m_measure;   // of their bars
    HeadPlaces m_places;
    std::vector<core::HeadId> m_order;
    std::function<QString(core::HeadId)> m_noteOf;
    HeadPointing m_pointing;
    Theme m_theme = Theme::light();
    HeadGridGeometry m_geometry;
    QPixmap m_picture;         // everything but the frames; null when it must be drawn again
    bool m_keysSeen = false;   // keys were used here last: the focus is to be seen
    bool m_focusRing = false;
    int m_picturesDrawn = 0;
};

}   // namespace ui
