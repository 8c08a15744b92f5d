#include "ui/views/explore/panels.h"

#include <algorithm>

#include <QEvent>

namespace ui {

namespace {

constexpr int kHeads = 0, kInspector = 2;   // places in the splitter

}   // namespace

Panels::Panels(QWidget* heads, QWidget* picture, QWidget* inspector, QWidget* parent) : QSplitter(parent)
{
    setObjectName(QStringLiteral("panels"));
    setChildrenCollapsible(false);
    setHandleWidth(1);
    for (QWidget* panel : {heads, picture, inspector}) addWidget(panel);
    setStretchFactor(1, 1);
    for (const int divider : {1, 2}) handle(divider)->installEventFilter(this);
    connect(this, &QSplitter::splitterMoved, this, [this](int, int divider) {
        // Known at once, so that nothing is placed anew under the pointer.
        (divider == 1 ? m_dragged.heads : m_dragged.inspector) = sizes()[divider == 1 ? kHeads : kInspector];
        Q_EMIT widthsDragged(m_dragged);
    });
}

void Panels::setWidths(const PanelWidths& natural, const PanelWidths& dragged)
{
    if (natural == m_natural && dragged == m_dragged) return;
    m_natural = natural;
    m_dragged = dragged;
    place();
}

void Panels::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    place();
}

void Panels::place()
{
    const int heads = m_dragged.heads > 0 ? m_dragged.heads : m_natural.heads;
    const int inspector = m_dragged.inspector > 0 ? m_dragged.inspector : m_natural.inspector;
    const QList<int> wanted{heads, std::max(width() - heads - inspector, inspector), inspector};
    if (sizes() != wanted) setSizes(wanted);   // smaller than a panel can be is as small as it can be
}

bool Panels::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::MouseButtonDblClick) return false;
    PanelWidths widths = m_dragged;
    (watched == handle(1) ? widths.heads : widths.inspector) = 0;
    Q_EMIT widthsDragged(widths);
    return true;
}

}   // namespace ui
