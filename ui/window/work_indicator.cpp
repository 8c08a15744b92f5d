#include "ui/window/work_indicator.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

namespace {

constexpr int kNoticeable = 300;   // ms before the status line speaks of work under way

}   // namespace

WorkIndicator::WorkIndicator(QWidget* parent) : QWidget(parent), m_text(new QLabel(this)), m_stop(new QPushButton(tr("Cancel"), this))
{
    m_text->setObjectName(QStringLiteral("statusWork"));
    m_text->setTextFormat(Qt::PlainText);
    m_stop->setObjectName(QStringLiteral("cancelWork"));
    m_stop->setProperty("role", QStringLiteral("compact"));
    m_stop->setToolTip(tr("Esc"));
    m_stop->setFocusPolicy(Qt::TabFocus);   // a click must not take the caret from the sentence
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &WorkIndicator::stopRequested);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kNoticeable);
    connect(&m_delay, &QTimer::timeout, this, &WorkIndicator::refresh);
    hide();
}

void WorkIndicator::begin(Work work, const QString& what)
{
    m_going[work] = what;
    if (isVisibleTo(parentWidget()))
        refresh();
    else if (!m_delay.isActive())
        m_delay.start();
}

void WorkIndicator::end(Work work)
{
    m_going.erase(work);
    if (m_going.empty()) m_delay.stop();
    if (!m_delay.isActive()) refresh();
}

void WorkIndicator::refresh()
{
    m_text->setText(m_going.empty() ? QString() : m_going.begin()->second);
    m_stop->setAccessibleName(m_going.empty() ? QString() : tr("Cancel: %1").arg(m_text->text()));
    setVisible(!m_going.empty());
}

}   // namespace ui
