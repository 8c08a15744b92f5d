#include "ui/window/show_me/welcome_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

WelcomeCard::WelcomeCard(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("welcomeCard"));
    setAccessibleName(tr("Welcome"));
    auto* words = new QLabel(tr("New here? A walk through this window takes 90 seconds, by keyboard alone, and leaves everything as it is."), this);
    words->setObjectName(QStringLiteral("welcomeWords"));
    words->setWordWrap(true);
    auto* accept = new QPushButton(tr("Show me"), this);
    accept->setObjectName(QStringLiteral("welcomeShowMe"));
    auto* dismiss = new QPushButton(tr("Not now"), this);
    dismiss->setObjectName(QStringLiteral("welcomeDismiss"));
    dismiss->setToolTip(tr("Help → Show me starts it at any time"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(words, 1);
    layout->addWidget(accept);
    layout->addWidget(dismiss);
    connect(accept, &QPushButton::clicked, this, &WelcomeCard::accepted);
    connect(dismiss, &QPushButton::clicked, this, &WelcomeCard::dismissed);
    hide();
}

}   // namespace ui
