// The undo step of a session: the whole document before and after. Strings share their memory, so a step costs what it changed.
#pragma once

#include <QUndoCommand>

#include "ui/state/document.h"

namespace ui {

class Session;

// Steps with the same id may join their predecessor.
enum MergeId : int { kNeverMerge = -1, kTyping = 1 };

class ChangeDocument final : public QUndoCommand {
public:
    ChangeDocument(Session& session, DocumentState after, const QString& name, int mergeId);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    Session& m_session;
    DocumentState m_before;
    DocumentState m_after;
    TextEdit m_lastEdit;   // of a typing step: the key press that came last
    int m_mergeId;
};

// Whether one key press continues another as one undo step: the same kind of edit, at the place where the last one ended, within one word.
[[nodiscard]] bool continuesTyping(const TextEdit& last, const TextEdit& next);

}   // namespace ui
