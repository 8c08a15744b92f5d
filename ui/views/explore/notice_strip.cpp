#include "ui/views/explore/notice_strip.h"

#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/views/explore/panel_parts.h"

namespace ui {

NoticeStrip::NoticeStrip(QAction* computeAgain, QAction* ownAttention, QWidget* parent) :
    AlertFrame(parent), m_text(plainLabel("notices", this)), m_again(new QToolButton(this))
{
    auto* own = new QToolButton(this);
    setObjectName(QStringLiteral("noticeStrip"));
    setAccessibleName(tr("About the picture"));
    m_text->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("computeAgainHere"));
    m_again->setDefaultAction(computeAgain);
    own->setObjectName(QStringLiteral("ownAttentionHere"));
    own->setDefaultAction(ownAttention);
    own->setVisible(ownAttention->isEnabled());
    connect(ownAttention, &QAction::enabledChanged, own, &QWidget::setVisible);
    for (QToolButton* button : {m_again, own}) button->setProperty("role", QStringLiteral("compact"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 10, 2);
    layout->addWidget(m_text, 1);
    for (QToolButton* button : {m_again, own}) layout->addWidget(button, 0, Qt::AlignTop);
    hide();
}

void NoticeStrip::show(Standing standing, const QStringList& notices)
{
    const QString text = notices.join(u'\n'), before = m_text->text();
    m_text->setText(text);
    m_again->setVisible(standing == Standing::Stopped || standing == Standing::Undescribed);
    setVisible(!text.isEmpty());
    const Standing spoken = std::exchange(m_spoken, standing);
    const bool goesOn = spoken == standing && standing == Standing::Previous && !before.isEmpty();
    if (!text.isEmpty() && text != before && !goesOn) announce(text);
}

}   // namespace ui
