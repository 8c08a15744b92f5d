// How the sentence is pointed at and what may be put into it: hovering a token looks at it, a click means it, a drag selects text.
#include <utility>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>

#include "ui/state/document.h"
#include "ui/views/explore/sentence_field.h"

namespace ui {

void SentenceField::announceHover(std::optional<core::Index> token)
{
    if (token == m_hovered) return;
    m_hovered = token;
    Q_EMIT tokenHovered(token);
}

bool SentenceField::event(QEvent* event)
{
    // Undo and redo belong to the window's menu even while the caret is here.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

// The start token's label lies beside the text and is pointed at like any other token.
bool SentenceField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_start && event->type() == QEvent::Enter) announceHover(0);
    if (watched == m_start && event->type() == QEvent::Leave) announceHover(std::nullopt);
    if (watched == m_start && event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        Q_EMIT tokenClicked(0);
    return QPlainTextEdit::eventFilter(watched, event);
}

bool SentenceField::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) announceHover(std::nullopt);
    return QPlainTextEdit::viewportEvent(event);
}

void SentenceField::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? std::optional(event->position().toPoint()) : std::nullopt;
    QPlainTextEdit::mousePressEvent(event);
}

void SentenceField::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    if (m_pressed && (at - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) m_pressed.reset();
    if (event->buttons() == Qt::NoButton) announceHover(tokenAt(at));   // while text is being selected nothing is looked at
    QPlainTextEdit::mouseMoveEvent(event);
}

void SentenceField::mouseReleaseEvent(QMouseEvent* event)
{
    const bool click = std::exchange(m_pressed, std::nullopt).has_value() && event->button() == Qt::LeftButton;
    QPlainTextEdit::mouseReleaseEvent(event);
    if (!click || textCursor().hasSelection()) return;
    if (const auto token = tokenAt(event->position().toPoint())) Q_EMIT tokenClicked(*token);
}

bool SentenceField::canInsertFromMimeData(const QMimeData* source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);   // files are dropped on the window
}

void SentenceField::insertFromMimeData(const QMimeData* source)
{
    if (!source->hasText()) return;
    const QString added = source->text();
    const qsizetype length = text().size() - textCursor().selectedText().size() + added.size();
    if (length > kLongestText) return Q_EMIT refused(tooLongText(tr("The text with what was to be put in"), length));
    textCursor().insertText(added);
    ensureCursorVisible();
}

}   // namespace ui
