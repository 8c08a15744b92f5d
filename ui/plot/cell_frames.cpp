#include "ui/plot/cell_frames.h"

namespace ui {

namespace {

// Lines run through the middles of pixels.
QRectF onPixels(const QRectF& cell) { return cell.adjusted(-0.5, -0.5, -0.5, -0.5); }

}   // namespace

void paintPinFrame(QPainter& painter, const QRectF& cell, const Theme& theme)
{
    const QRectF frame = onPixels(cell);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.surface, 1.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame.adjusted(-1.5, -1.5, 1.5, 1.5));
    painter.setPen(QPen(theme.ink, 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame);
}

void paintPeekFrame(QPainter& painter, const QRectF& cell, const Theme& theme)
{
    const QRectF frame = onPixels(cell);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.surface, 1.5));
    painter.drawRect(frame);   // dashes of ink alone would vanish on the strongest cells
    QPen pen(theme.ink, 1.5, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({3.0 / 1.5, 2.0 / 1.5});   // 3 px on, 2 px off, in units of the width
    painter.setPen(pen);
    painter.drawRect(frame);
}

}   // namespace ui
