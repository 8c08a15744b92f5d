#include "ui/window/show_me/show_me.h"

#include <QApplication>
#include <QEvent>
#include <QPlainTextEdit>

#include "ui/state/session.h"

namespace ui {

ShowMe::ShowMe(Session& session, WalkCard& card, QWidget* window) :
    QObject(window), m_session(session), m_card(card), m_window(window), m_frame(new InkFrame(window))
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &ShowMe::settle);
    connect(&card, &WalkCard::nextRequested, this, [this] { go(m_step + 1); });
    connect(&card, &WalkCard::backRequested, this, [this] { go(m_step - 1); });
    connect(&card, &WalkCard::leaveRequested, this, &ShowMe::leave);
}

void ShowMe::begin()
{
    if (m_on) return;
    m_on = true;
    m_document = m_session.document();
    m_view = m_session.view();
    m_focus = m_window->focusWidget();
    if (const auto* field = qobject_cast<QPlainTextEdit*>(m_focus)) m_caret = {field->textCursor().anchor(), field->textCursor().position()};
    m_session.beginWalk();
    m_session.showView(kFirstView);   // that the walk is about
    qApp->installEventFilter(this);
    Q_EMIT begun();
    go(0);
    m_card.setFocus(Qt::OtherFocusReason);
}

void ShowMe::leave()
{
    if (!m_on) return;
    m_on = false;
    qApp->removeEventFilter(this);
    m_card.hide();
    m_frame->hide();
    m_session.endWalk();
    restoreFocus();
    Q_EMIT left();
}

// Its text, too, is as it was, but for the place in it.
void ShowMe::restoreFocus()
{
    if (!m_focus) return;
    m_focus->setFocus(Qt::OtherFocusReason);
    auto* field = qobject_cast<QPlainTextEdit*>(m_focus);
    if (!field) return;
    QTextCursor cursor = field->textCursor();
    cursor.setPosition(m_caret.anchor);
    cursor.setPosition(m_caret.position, QTextCursor::KeepAnchor);
    field->setTextCursor(cursor);
}

void ShowMe::go(int step)
{
    if (step >= int(walkSteps().size())) return leave();
    m_step = std::max(0, step);
    refresh();
}

void ShowMe::refresh()
{
    const WalkStep& step = walkSteps()[std::size_t(m_step)];
    // Between the text that was there and its picture, nothing is known of the sentence that is walked through.
    const bool isSentence = m_record && m_record->text == walkText() && m_record->plan.isEmpty();
    const std::optional<WalkFacts> facts = isSentence ? walkFacts(m_record, m_scoring) : std::nullopt;
    m_session.open(walkDocument(m_document, step.scene, facts), tr("step of Show me"));
    m_session.setView(walkView(m_view, step.scene));
    m_session.peek(facts && step.scene.pair == WalkPair::Peeked ? std::optional(facts->weight.pair) : std::nullopt);
    m_card.showStep(m_step, int(walkSteps().size()), facts ? step.words(*facts) : tr("The sentence is being computed …"));
    m_settle.start();
    m_frame->frame([this, place = step.place] { return placeOf(*m_window, place); }, Theme::of(m_session.view().look));
}

void ShowMe::settle()
{
    if (!m_on) return;
    bringIntoSight(*m_window, walkSteps()[std::size_t(m_step)].place);
    m_frame->update();
}

void ShowMe::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    if (m_on) refresh();
}

void ShowMe::showScoring(const HeadScoring& scoring)
{
    m_scoring = scoring;
    if (m_on) refresh();
}

// A click means the window as it was, not as it is shown: it ends the walk and does nothing else. Whatever moves or grows moves the frame.
bool ShowMe::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != m_window || widget == m_frame) return false;
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::Move) m_settle.start();
    const bool pressed = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!pressed || widget == &m_card || m_card.isAncestorOf(widget)) return false;
    leave();
    return true;
}

}   // namespace ui
