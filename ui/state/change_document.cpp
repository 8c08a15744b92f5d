#include "ui/state/change_document.h"

#include <optional>
#include <utility>

#include "ui/state/session.h"

namespace ui {

namespace {

DocumentState withoutText(DocumentState state)
{
    state.text.clear();
    return state;
}

DocumentState withText(DocumentState state, QString text)
{
    state.text = std::move(text);
    return state;
}

// Both as one edit where a key press continues what was done: the same kind of edit, at the place where the last one ended, within one word.
std::optional<TextEdit> joined(const TextEdit& last, const TextEdit& next)
{
    if (last.removed.isEmpty() && next.removed.isEmpty() && next.added.size() == 1 && !last.added.isEmpty()) {
        const bool startsWord = last.added.back().isSpace() && !next.added.front().isSpace();
        if (startsWord || next.position != last.position + last.added.size()) return std::nullopt;
        return TextEdit{.position = last.position, .removed = {}, .added = last.added + next.added};
    }
    if (!last.added.isEmpty() || !next.added.isEmpty() || next.removed.size() != 1) return std::nullopt;
    if (next.position == last.position) return TextEdit{.position = last.position, .removed = last.removed + next.removed, .added = {}};   // Delete
    if (next.position != last.position - 1) return std::nullopt;
    return TextEdit{.position = next.position, .removed = next.removed + last.removed, .added = {}};   // Backspace
}

}   // namespace

ChangeDocument::ChangeDocument(Session& session, DocumentState after, const QString& name, int mergeId) :
    QUndoCommand(name),
    m_session(session),
    m_before(withoutText(session.document())),
    m_after(withoutText(after)),
    m_edit(TextEdit::between(session.document().text, after.text)),
    m_mergeId(mergeId)
{
}

void ChangeDocument::undo() { m_session.apply(withText(m_before, m_edit.inverse().appliedTo(m_session.document().text))); }
void ChangeDocument::redo() { m_session.apply(withText(m_after, m_edit.appliedTo(m_session.document().text))); }

bool ChangeDocument::mergeWith(const QUndoCommand* next)
{
    // Equal ids are given out by this class alone, so the cast cannot meet another type.
    const auto& step = static_cast<const ChangeDocument&>(*next);
    const std::optional<TextEdit> both = joined(m_edit, step.m_edit);
    if (!both) return false;
    m_after = step.m_after;
    m_edit = *both;
    return true;
}

}   // namespace ui
