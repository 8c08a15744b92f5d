#include "ui/views/explore/picture_place.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/views/explore/panel_parts.h"

namespace ui {

PicturePlace::PicturePlace(QWidget* picture, QAction* computeAgain, QWidget* parent) :
    QStackedWidget(parent), m_picture(picture), m_text(plainLabel("pictureState", this)), m_again(new QToolButton(this))
{
    auto* page = new QWidget(this);
    m_text->setProperty("role", QStringLiteral("note"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("computeAgainFirst"));
    m_again->setDefaultAction(computeAgain);
    auto* layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addWidget(m_again, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    addWidget(page);
    addWidget(m_picture);
    showStanding(Standing::Current);
}

void PicturePlace::showPicture() { setCurrentWidget(m_picture); }

void PicturePlace::showStanding(Standing standing)
{
    const bool stopped = standing == Standing::Stopped;
    m_text->setText(stopped ? tr("This text was not computed.") : standing == Standing::Previous ? tr("This text is being computed …") : QString());
    m_again->setVisible(stopped);
}

}   // namespace ui
