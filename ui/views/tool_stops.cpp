#include "ui/views/tool_stops.h"

#include <algorithm>

#include <QActionGroup>
#include <QKeyEvent>
#include <QToolButton>

namespace ui {

namespace {

bool isExclusive(const QAction& action) { return action.actionGroup() && action.actionGroup()->isExclusive(); }

}   // namespace

ToolStops::ToolStops(QToolBar* bar) : QObject(bar), m_bar(bar)
{
    bar->installEventFilter(this);
    if (auto* more = bar->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"))) {   // the toolkit's own, behind which tools are
        more->setFocusPolicy(Qt::TabFocus);
        more->setAccessibleName(tr("More tools"));
        more->setToolTip(more->accessibleName());
    }
    refresh();
}

// What the bar has no room for is not seen, and is no stop.
QList<QToolButton*> ToolStops::seenOf(const QActionGroup& group) const
{
    QList<QToolButton*> seen;
    for (QAction* action : m_bar->actions())
        if (auto* button = qobject_cast<QToolButton*>(m_bar->widgetForAction(action));
            button && action->actionGroup() == &group && !button->isHidden())
            seen.append(button);
    return seen;
}

bool ToolStops::isStop(QToolButton& button, const QAction& action) const
{
    if (!isExclusive(action)) return true;
    const QList<QToolButton*> seen = seenOf(*action.actionGroup());
    const auto checked = std::find_if(seen.begin(), seen.end(), [](const QToolButton* each) { return each->isChecked(); });
    return &button == (checked != seen.end() ? *checked : seen.value(0));
}

// A click takes the caret from no sentence.
void ToolStops::refresh()
{
    for (QAction* action : m_bar->actions()) {
        auto* button = qobject_cast<QToolButton*>(m_bar->widgetForAction(action));
        if (!button) continue;
        button->installEventFilter(this);   // once, however often it is asked for
        button->setAccessibleName(action->text().remove(u'&'));   // "√ scale", not "√"
        button->setFocusPolicy(isStop(*button, *action) ? Qt::TabFocus : Qt::NoFocus);
    }
}

bool ToolStops::walk(QToolButton& from, int key)
{
    const QAction* action = from.defaultAction();
    if (!action || !isExclusive(*action)) return false;
    const Qt::Key onward = from.layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const Qt::Key backward = onward == Qt::Key_Right ? Qt::Key_Left : Qt::Key_Right;
    const int step = key == onward || key == Qt::Key_Down ? 1 : key == backward || key == Qt::Key_Up ? -1 : 0;
    if (step == 0) return false;
    const QList<QToolButton*> seen = seenOf(*action->actionGroup());
    QToolButton* to = seen[(seen.indexOf(&from) + step + seen.size()) % seen.size()];
    to->click();
    to->setFocus(Qt::TabFocusReason);
    return true;
}

bool ToolStops::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        return watched != m_bar && walk(static_cast<QToolButton&>(*watched), static_cast<QKeyEvent*>(event)->key());
    case QEvent::ActionAdded:
    case QEvent::ActionRemoved:
    case QEvent::ActionChanged:   // checked, or named anew
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        // A bar learns of its actions by this event, and a button only after it.
        QMetaObject::invokeMethod(this, &ToolStops::refresh, Qt::QueuedConnection);
        return false;
    default:
        return false;
    }
}

}   // namespace ui
