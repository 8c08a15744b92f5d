#include "ui/state/change_document.h"

#include "ui/state/session.h"

namespace ui {

ChangeDocument::ChangeDocument(Session& session, DocumentState after, const QString& name, int mergeId) :
    QUndoCommand(name), m_session(session), m_before(session.document()), m_after(std::move(after)), m_mergeId(mergeId)
{
    if (mergeId == kTyping) m_lastEdit = TextEdit::between(m_before.text, m_after.text);
}

void ChangeDocument::undo() { m_session.apply(m_before); }
void ChangeDocument::redo() { m_session.apply(m_after); }

bool ChangeDocument::mergeWith(const QUndoCommand* next)
{
    // Equal ids are given out by this class alone, so the cast cannot meet another type.
    const auto& step = static_cast<const ChangeDocument&>(*next);
    if (!continuesTyping(m_lastEdit, step.m_lastEdit)) return false;
    m_after = step.m_after;
    m_lastEdit = step.m_lastEdit;
    setObsolete(m_before == m_after);
    return true;
}

bool continuesTyping(const TextEdit& last, const TextEdit& next)
{
    const bool bothInsert = last.removed == 0 && next.removed == 0 && next.added.size() == 1 && !last.added.isEmpty();
    if (bothInsert) {
        const bool startsWord = last.added.back().isSpace() && !next.added.front().isSpace();
        return next.position == last.position + last.added.size() && !startsWord;
    }
    const bool bothDelete = last.added.isEmpty() && next.added.isEmpty() && last.removed == 1 && next.removed == 1;
    return bothDelete && (next.position == last.position || next.position == last.position - 1);   // Delete, Backspace
}

}   // namespace ui
