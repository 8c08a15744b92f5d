#include "ui/window/show_me/walk_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace ui {

WalkCard::WalkCard(QWidget* parent) :
    AlertFrame(parent),
    m_count(new QLabel(this)),
    m_words(new QLabel(this)),
    m_back(button(tr("Back"), "walkBack", &WalkCard::backRequested)),
    m_next(button(tr("Next"), "walkNext", &WalkCard::nextRequested)),
    m_leave(button(tr("Leave"), "walkLeave", &WalkCard::leaveRequested))
{
    setObjectName(QStringLiteral("walkCard"));
    setFocusPolicy(Qt::StrongFocus);
    m_count->setObjectName(QStringLiteral("walkCount"));
    m_count->setProperty("role", QStringLiteral("tag"));
    m_words->setObjectName(QStringLiteral("walkWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_next->setProperty("primary", true);
    nameKeys();
    m_leave->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(m_count);
    layout->addWidget(m_words, 1);
    for (QPushButton* each : {m_back, m_next, m_leave}) layout->addWidget(each);
    hide();
}

QPushButton* WalkCard::button(const QString& title, const char* name, void (WalkCard::*signal)())
{
    auto* result = new QPushButton(title, this);
    result->setObjectName(QLatin1String(name));
    result->installEventFilter(this);
    connect(result, &QPushButton::clicked, this, signal);
    return result;
}

void WalkCard::showStep(int step, int steps, const QString& words)
{
    m_count->setText(tr("%1 of %2").arg(step + 1).arg(steps));
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < steps ? tr("Next") : tr("Done"));
    setAccessibleName(tr("Show me, step %1 of %2").arg(step + 1).arg(steps));
    show();
    if (words == m_words->text()) return;
    m_words->setText(words);
    announce(words);
}

QString WalkCard::words() const { return m_words->text(); }

Qt::Key WalkCard::onward() const { return layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right; }
Qt::Key WalkCard::backward() const { return layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left; }

void WalkCard::nameKeys()
{
    m_back->setToolTip(QKeySequence(backward()).toString(QKeySequence::NativeText));
    m_next->setToolTip(QKeySequence(onward()).toString(QKeySequence::NativeText));
}

void WalkCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange) nameKeys();
    AlertFrame::changeEvent(event);
}

// Keys are the card's before they can be shortcuts of the window.
bool WalkCard::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return AlertFrame::event(event);
}

bool WalkCard::take(const QKeyEvent& key)
{
    if (key.key() == onward() || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        Q_EMIT nextRequested();
    else if (key.key() == backward())
        Q_EMIT backRequested();
    else if (key.key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        return false;
    return true;
}

void WalkCard::keyPressEvent(QKeyEvent* event)
{
    static_cast<void>(take(*event));
    event->accept();   // the window behind takes no keys meanwhile
}

// A button takes arrows to the next button and leaves Enter to dialogs; here they are the card's. Enter on a button is that button, though.
bool WalkCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        static_cast<QPushButton*>(watched)->click();
        return true;
    }
    return take(key);
}

// Among the card and its buttons: the rest of the window is on show, not in use.
bool WalkCard::focusNextPrevChild(bool next)
{
    QList<QWidget*> stops{this};
    for (QPushButton* each : {m_back, m_next, m_leave})
        if (each->isEnabled()) stops.append(each);
    const qsizetype count = stops.size(), at = std::max<qsizetype>(0, stops.indexOf(window()->focusWidget()));
    stops[(at + (next ? 1 : count - 1)) % count]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

}   // namespace ui
