// An attention view on show, with real events for it.
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "tests/ui/offscreen.h"
#include "tests/ui/plot_maps.h"
#include "ui/plot/attention_view.h"

namespace test {

using MaybePair = std::optional<ui::Pair>;

// A view with its owner: what it announces comes back as its selection.
struct Stage {
    ui::AttentionView view;
    ui::Selection selection;
    std::vector<MaybePair> peeks;
    std::vector<MaybePair> pins;

    explicit Stage(core::Index n, QSize size = {1000, 720})
    {
        QObject::connect(&view, &ui::AttentionView::peeked, &view,
                         [this](MaybePair pair) { peeks.push_back(pair), selection.peek = pair, view.setSelection(selection); });
        QObject::connect(&view, &ui::AttentionView::pinned, &view,
                         [this](MaybePair pair) { pins.push_back(pair), selection.pin = pair, view.setSelection(selection); });
        view.resize(size);
        view.showMap(causalMap(n), numberedLabels(n));
        view.show();
        QCoreApplication::processEvents();
    }
    QPoint at(ui::Pair pair) const { return view.geometryOfCells().rectOf(pair).center().toPoint(); }
    void moveTo(QPoint point)
    {
        QMouseEvent event(QEvent::MouseMove, point, view.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }
    // Esc, as an owner means it who has nothing to go back from but the view.
    void goBack()
    {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
        if (!event.isAccepted() && !view.releasePeek()) view.releaseRange();
    }
    void wheel(QPoint point, int angle)
    {
        QWheelEvent event(point, view.mapToGlobal(point), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }
};

inline bool isRampColor(QRgb color, const ui::ColorMap& map)
{
    return std::find(map.entries().begin(), map.entries().end(), color | 0xFF000000u) != map.entries().end();
}

}   // namespace test
