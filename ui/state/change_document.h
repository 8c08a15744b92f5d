// The undo step of a session: the document before and after, its texts as what was changed in them. So a step costs what it changed.
#pragma once

#include <QUndoCommand>

#include "ui/state/document.h"

namespace ui {

class Session;

// Steps with the same id may join their predecessor: letters that make a word, and changes of a pattern that say they go on with the last.
enum MergeId : int { kNeverMerge = -1, kTyping = 1, kTypingSecond = 2, kPattern = 3 };
enum class Joins { IfItGoesOn, Always, Never };   // its predecessor, where that has the same id

class ChangeDocument final : public QUndoCommand {
public:
    ChangeDocument(Session& session, DocumentState after, const QString& name, int mergeId, Joins joins = Joins::IfItGoesOn);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    Session& m_session;
    struct Edits {
        TextEdit first;
        TextEdit second;   // a sentence that is not open is as empty as any
        [[nodiscard]] Edits inverse() const { return {first.inverse(), second.inverse()}; }
    };
    [[nodiscard]] DocumentState edited(const DocumentState& withoutTexts, const Edits& edits) const;
    DocumentState m_before;   // both without texts
    DocumentState m_after;
    Edits m_edits;
    int m_mergeId;
    Joins m_joins;
};

}   // namespace ui
