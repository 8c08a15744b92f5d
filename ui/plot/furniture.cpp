#include "ui/plot/furniture.h"

#include <algorithm>

#include <QFontMetricsF>

#include "ui/plot/color_bar.h"
#include "ui/plot/label_strips.h"
#include "ui/plot/link_painter.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Index;

void paintEmptyRows(QPainter& painter, const PlotScene& scene)
{
    if (!scene.showsMatrix() || scene.geometry.cellHeight() < scene.labelsFrom()) return;
    painter.setFont(scene.theme.font(TextStyle::Caption));
    painter.setPen(scene.theme.text3);
    const core::Span rows = scene.geometry.visibleRows();
    for (Index i = rows.begin; i < rows.end; ++i)
        if (scene.shown->allowedKeys(i).empty())
            painter.drawText(QRectF(scene.geometry.plot.right() + 4, scene.geometry.rowCentre(i) - 8, 20, 16),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, QString(QChar(0x2205)));
}

// Each caption stands at what it names; the corner between row and column labels has a line for either.
void paintCaptions(QPainter& painter, const PlotScene& scene)
{
    const ViewLayout& l = scene.layout;
    painter.setFont(scene.theme.strongFont(TextStyle::Caption));
    const auto caption = [&](const QRect& strip, int line, Qt::Alignment side, const QColor& color, const QString& text) {
        painter.setPen(color);
        const double height = l.captions.height(), width = scene.theme.scaled(200), left = strip.left() + kLabelRoom,
                     right = strip.right() + 1 - kLabelRoom;
        const QRectF place(side == Qt::AlignRight ? QRectF(right - width, 0, width, height) : QRectF(left, 0, width, height));
        painter.drawText(place.translated(0, l.captions.top() - line * (height - 2)), int(side | Qt::AlignVCenter), text);
    };
    if (scene.showsLinks()) caption(l.linkLabels, 0, Qt::AlignRight, scene.theme.key, tr("Keys"));
    caption(l.queryLabels, 0, scene.showsMatrix() ? Qt::AlignRight : Qt::AlignLeft, scene.theme.query, tr("Queries ↓"));
    if (scene.showsMatrix()) caption(l.queryLabels, 1, Qt::AlignRight, scene.theme.key, tr("Keys →"));
}

// What does not fit ends in dots, so that nobody takes the rest for all.
void paintNote(QPainter& painter, const PlotScene& scene, const QString& note)
{
    painter.setFont(scene.theme.font(TextStyle::Caption));
    painter.setPen(scene.theme.text3);
    const QRectF place = scene.layout.note;
    const auto height = [&](const QString& text) {
        return QFontMetricsF(painter.font()).boundingRect(QRectF(0, 0, place.width(), 1e6), Qt::AlignLeft | Qt::TextWordWrap, text).height();
    };
    QString shown = note;
    for (QStringList words = note.split(QLatin1Char(' ')); words.size() > 1 && height(shown) > place.height() + 1.0;) {
        words.removeLast();
        shown = words.join(QLatin1Char(' ')) + QStringLiteral(" …");
    }
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, shown);
}

}   // namespace

void paintFurniture(QPainter& painter, const PlotScene& scene, const PictureFacts& facts)
{
    painter.setBrush(Qt::NoBrush);
    if (scene.isEmpty()) {
        painter.setFont(scene.theme.font(TextStyle::Body));
        painter.setPen(scene.theme.text3);
        painter.drawText(QRectF(QPointF(0, 0), QSizeF(scene.size)), Qt::AlignCenter | Qt::TextWordWrap,
                         scene.map ? tr("This text has no tokens.") : tr("Type a sentence to see where each token looks."));
        return;
    }
    paintLabelStrip(painter, scene, LabelStrip::LinkKeys);
    paintLabelStrip(painter, scene, LabelStrip::Queries);
    paintLabelStrip(painter, scene, LabelStrip::Keys);
    paintEmptyRows(painter, scene);
    paintCaptions(painter, scene);
    paintColorBar(painter, scene);
    paintNote(painter, scene, noteOf(scene, facts));
}

// Where many links cross few pixels each is fainter, so that density still shows instead of one grey block.
void paintLinks(QPainter& painter, const PlotScene& scene)
{
    if (!scene.showsLinks() || scene.isEmpty()) return;
    const double density = double(scene.links.links.size()) / std::max(scene.geometry.cellHeight() * double(scene.geometry.queries), 1.0);   // per px
    const double opacity = scene.theme.look.isDark() ? 0.34 : 0.28;
    painter.save();
    painter.setClipRect(QRectF(scene.layout.links), Qt::IntersectClip);
    paintLinkCurves(painter, scene.curves(), scene.links.links,
                    {.keyColor = scene.theme.text3,
                     .queryColor = scene.theme.text3,
                     .opacity = std::clamp(opacity * 0.8 / std::max(density, 0.01), 0.05, opacity)});
    painter.restore();
}

}   // namespace ui
