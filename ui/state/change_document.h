// The undo step of a session: the document before and after, its text as what was changed in it. So a step costs what it changed.
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
    DocumentState m_before;   // both without text
    DocumentState m_after;
    TextEdit m_edit;
    int m_mergeId;
};

}   // namespace ui
