#include "ui/views/compare/card_deck.h"

#include <QActionGroup>
#include <QVBoxLayout>

#include "ui/views/explore/panel_parts.h"
#include "ui/views/tool_stops.h"

namespace ui {

CardDeck::CardDeck(const char* name, const QString& spoken, QWidget* parent) :
    QWidget(parent), m_tools(new QToolBar(this)), m_group(new QActionGroup(this)), m_cards(new QStackedWidget(this))
{
    setObjectName(QLatin1String(name));
    m_tools->setProperty("role", QStringLiteral("tools"));
    m_tools->setAccessibleName(spoken);
    new ToolStops(m_tools);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_tools);
    layout->addWidget(m_cards, 1);
}

void CardDeck::add(const char* name, const QString& title, QWidget* card)
{
    QAction* action = m_group->addAction(title);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    action->setChecked(m_cards->count() == 0);
    m_cards->addWidget(scrolling(card, m_cards));   // low windows show a part of it
    m_tools->addAction(action);
    connect(action, &QAction::triggered, this, [this, number = m_cards->count() - 1] {
        m_cards->setCurrentIndex(number);
        Q_EMIT chosen(number);
    });
}

void CardDeck::setShown(int card)
{
    if (card < 0 || card >= m_cards->count()) return;
    m_group->actions().at(card)->setChecked(true);
    m_cards->setCurrentIndex(card);
}

}   // namespace ui
