#include "ui/window/bare_keys.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

#include "ui/views/explore/heads/heads_list.h"

namespace ui {

BareKeys::BareKeys(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool BareKeys::takesLetters(const QWidget& widget)
{
    const bool isListOfWords = qobject_cast<const QAbstractItemView*>(&widget) && !qobject_cast<const HeadsList*>(&widget);
    const bool searches = qobject_cast<const QComboBox*>(&widget) || isListOfWords;
    const bool chooses = qobject_cast<const QMenu*>(&widget) || qobject_cast<const QMenuBar*>(&widget);
    return searches || chooses || widget.testAttribute(Qt::WA_InputMethodEnabled);
}

// Before a key becomes a shortcut, the focus widget is asked whether it wants the key for itself. Lists and combo boxes forget to answer.
bool BareKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (!widget || !takesLetters(*widget)) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    // AltGr, which many keyboards need for brackets, comes as Ctrl and Alt together.
    const Qt::KeyboardModifiers command = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isCommand = command != Qt::NoModifier && command != (Qt::ControlModifier | Qt::AltModifier);
    if (isCommand || key->text().isEmpty() || !key->text().front().isPrint()) return false;
    event->accept();
    return true;
}

}   // namespace ui
