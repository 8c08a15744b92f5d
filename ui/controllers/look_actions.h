// The actions that choose a look: theme, colours of the weight map, size of text, projector, motion. They reflect the session and ask it for
// another look; nothing here is undone.
#pragma once

#include <functional>

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include "ui/state/session.h"

class QMenu;

namespace ui {

class LookActions : public QObject {
    Q_OBJECT

public:
    explicit LookActions(Session& session, QObject* parent = nullptr);

    QActionGroup* theme;      // light, dark, high contrast
    QActionGroup* colors;     // of the weight map
    QActionGroup* textSize;   // in percent
    QAction* largerText;
    QAction* smallerText;
    QAction* projector;
    QAction* reducedMotion;

    void addTo(QMenu& menu);   // each choice as a menu of its own

private:
    template<class Value, class Change>
    void addChoice(QActionGroup& group, const QString& title, const QString& name, Value value, const Change& change);
    QAction* action(const QString& title, const char* name, const QList<QKeySequence>& keys, const std::function<void(Look&)>& change);
    QAction* toggle(const QString& title, const char* name, const QString& tip, const std::function<void(Look&, bool)>& change);
    void buildColors();
    void buildText();
    void change(const std::function<void(Look&)>& apply);
    void reflect();

    Session& m_session;
};

}   // namespace ui
