// A few cards in one place: a row of tools says which, and one of them is on top.
#pragma once

#include <QStackedWidget>
#include <QToolBar>
#include <QWidget>

class QActionGroup;

namespace ui {

class CardDeck : public QWidget {
    Q_OBJECT

public:
    CardDeck(const char* name, const QString& spoken, QWidget* parent);

    void add(const char* name, const QString& title, QWidget* card);   // the first is on top
    void setShown(int card);                                           // tells nobody

Q_SIGNALS:
    void chosen(int card);

private:
    QToolBar* m_tools;
    QActionGroup* m_group;
    QStackedWidget* m_cards;
};

}   // namespace ui
