#include "ui/window/show_me/welcome_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

WelcomeCard::WelcomeCard(const QKeySequence& key, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("welcomeCard"));
    setAccessibleName(tr("Welcome"));
    const QString keyName = key.toString(QKeySequence::NativeText);
    const QString offer =
        tr("New here? %1 starts a walk through this window. It takes 90 seconds, by keyboard alone, and leaves everything as it is.");
    auto* words = new QLabel(offer.arg(keyName), this);
    words->setObjectName(QStringLiteral("welcomeWords"));
    words->setWordWrap(true);
    auto* accept = new QPushButton(tr("Show me"), this);
    accept->setObjectName(QStringLiteral("welcomeShowMe"));
    auto* dismiss = new QPushButton(tr("Not now"), this);
    dismiss->setObjectName(QStringLiteral("welcomeDismiss"));
    dismiss->setToolTip(tr("Help → Show me, or %1, starts it at any time").arg(keyName));
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
