#include "ui/state/change_document.h"

#include <optional>
#include <utility>

#include "ui/state/session.h"

namespace ui {

namespace {

DocumentState withoutTexts(DocumentState state)
{
    state.text.clear();
    if (state.second) state.second->text.clear();
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

ChangeDocument::ChangeDocument(Session& session, DocumentState after, const QString& name, int mergeId, Joins joins) :
    QUndoCommand(name),
    m_session(session),
    m_before(withoutTexts(session.document())),
    m_after(withoutTexts(after)),
    m_edits{TextEdit::between(session.document().text, after.text),
            TextEdit::between(session.document().textOf(Side::Second), std::as_const(after).textOf(Side::Second))},
    m_mergeId(mergeId),
    m_joins(joins)
{
}

void ChangeDocument::undo() { m_session.apply(edited(m_before, m_edits.inverse())); }
void ChangeDocument::redo() { m_session.apply(edited(m_after, m_edits)); }

DocumentState ChangeDocument::edited(const DocumentState& withoutTexts, const Edits& edits) const
{
    const DocumentState& now = m_session.document();
    DocumentState state = withoutTexts;
    state.text = edits.first.appliedTo(now.text);
    if (state.second) state.second->text = edits.second.appliedTo(now.textOf(Side::Second));
    return state;
}

bool ChangeDocument::mergeWith(const QUndoCommand* next)
{
    // Equal ids are given out by this class alone, so the cast cannot meet another type; they are of one text, and the other has not changed.
    const auto& step = static_cast<const ChangeDocument&>(*next);
    if (step.m_joins == Joins::Never) return false;
    if (step.m_joins == Joins::Always) {
        m_after = step.m_after;   // no text has changed
        return true;
    }
    TextEdit Edits::*const text = m_mergeId == kTyping ? &Edits::first : &Edits::second;
    const std::optional<TextEdit> both = joined(m_edits.*text, step.m_edits.*text);
    if (!both) return false;
    m_after = step.m_after;
    m_edits.*text = *both;
    return true;
}

}   // namespace ui
