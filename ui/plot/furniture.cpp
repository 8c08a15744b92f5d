#include "ui/plot/furniture.h"

#include <algorithm>

#include "ui/plot/color_bar.h"
#include "ui/plot/label_strips.h"
#include "ui/plot/link_painter.h"

namespace ui {

namespace {

using core::Index;

void paintEmptyRows(QPainter& painter, const PlotScene& scene)
{
    if (!scene.showsMatrix() || scene.geometry.cellHeight() < kLabelsFrom) return;
    painter.setFont(scene.theme.font(TextStyle::Caption));
    painter.setPen(scene.theme.text3);
    const core::Span rows = scene.geometry.visibleRows();
    for (Index i = rows.begin; i < rows.end; ++i)
        if (scene.shown->allowedKeys(i).empty())
            painter.drawText(QRectF(scene.geometry.plot.right() + 4, scene.geometry.rowCentre(i) - 8, 20, 16), Qt::AlignLeft | Qt::AlignVCenter,
                             QString(QChar(0x2205)));
}

void paintCaptions(QPainter& painter, const PlotScene& scene)
{
    const ViewLayout& l = scene.layout;
    painter.setFont(scene.theme.strongFont(TextStyle::Caption));
    const auto caption = [&](int left, int width, Qt::Alignment side, const QColor& color, const QString& text) {
        painter.setPen(color);
        painter.drawText(QRectF(left, l.captions.top(), width, l.captions.height()), int(side | Qt::AlignVCenter) | Qt::TextDontClip, text);
    };
    const int room = int(kLabelRoom);
    if (scene.showsLinks()) caption(l.linkLabels.left(), l.linkLabels.width() - room, Qt::AlignRight, scene.theme.key, QStringLiteral("Keys"));
    const QString queries = QStringLiteral("Queries ↓");
    if (!scene.showsMatrix()) return caption(l.queryLabels.left() + room, l.queryLabels.width(), Qt::AlignLeft, scene.theme.query, queries);
    caption(l.queryLabels.left() - 40, l.queryLabels.width() + 40 - room, Qt::AlignRight, scene.theme.query, queries);
    const bool wide = l.matrix.width() >= 64;
    caption(l.matrix.left(), l.matrix.width(), wide ? Qt::AlignRight : Qt::AlignLeft, scene.theme.key, QStringLiteral("Keys →"));
}

}   // namespace

void paintFurniture(QPainter& painter, const PlotScene& scene, Index pooled, Tiles tiles)
{
    painter.setBrush(Qt::NoBrush);
    if (scene.isEmpty()) {
        painter.setFont(scene.theme.font(TextStyle::Body));
        painter.setPen(scene.theme.text3);
        painter.drawText(QRectF(QPointF(0, 0), QSizeF(scene.size)), Qt::AlignCenter | Qt::TextWordWrap,
                         scene.map ? QStringLiteral("This text has no tokens.") : QStringLiteral("Type a sentence to see where each token looks."));
        return;
    }
    paintLabelStrip(painter, scene, LabelStrip::LinkKeys);
    paintLabelStrip(painter, scene, LabelStrip::Queries);
    paintLabelStrip(painter, scene, LabelStrip::Keys);
    paintEmptyRows(painter, scene);
    paintCaptions(painter, scene);
    if (scene.showsMatrix()) paintColorBar(painter, scene);
    QRectF note = scene.layout.header;
    if (scene.showsMatrix()) note.setRight(colorBarOf(scene).bar.left() - 24);
    painter.setFont(scene.theme.font(TextStyle::Caption));
    painter.setPen(scene.theme.text3);
    painter.drawText(note, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, noteOf(scene, pooled, tiles));
}

// Where many links cross few pixels each is fainter, so that density still shows instead of one grey block.
void paintLinks(QPainter& painter, const PlotScene& scene)
{
    if (!scene.showsLinks() || scene.isEmpty()) return;
    const double density = double(scene.links.links.size()) / std::max(scene.geometry.cellHeight() * double(scene.geometry.queries), 1.0);   // per px
    const double opacity = scene.theme.kind == ThemeKind::Light ? 0.28 : 0.34;
    painter.save();
    painter.setClipRect(QRectF(scene.layout.links), Qt::IntersectClip);
    paintLinkCurves(painter, scene.curves(), scene.links.links,
                    {.keyColor = scene.theme.text3,
                     .queryColor = scene.theme.text3,
                     .opacity = std::clamp(opacity * 0.8 / std::max(density, 0.01), 0.05, opacity)});
    painter.restore();
}

}   // namespace ui
