// Session: the one owner of document state and view state. Views read it and emit intentions; nobody else keeps a copy that matters.
#pragma once

#include <QObject>
#include <QUndoStack>

#include "ui/state/document.h"

namespace ui {

enum class Ablation { None, Off, Mean };   // what a plan does to one head beyond the model's own attention

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(DocumentState initial, QObject* parent = nullptr);

    [[nodiscard]] const DocumentState& document() const { return m_document; }
    [[nodiscard]] const ViewState& view() const { return m_view; }
    [[nodiscard]] Selection selection() const;
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    // Document: each call that changes something is one named undo step. Typing on in one word is one step.
    void setText(const QString& text);
    void setPlan(const QString& plan);
    void showHead(core::HeadId head);
    void setPin(std::optional<Pair> pair);   // null releases
    void showWeight(core::HeadId head, Pair pair);   // the head, with the pair pinned: one step
    // Another model: its heads and tokens are other ones, so the head is clamped to layers × heads and pin and plan are released with it.
    void setModel(const QString& model, core::Index layers, core::Index heads);
    // Switches one head off, to its mean, or back, by rewriting the plan. A plan that does not parse is replaced.
    void setAblation(core::HeadId head, Ablation ablation);
    [[nodiscard]] Ablation ablationOf(core::HeadId head) const;

    // View state: no undo steps.
    void peek(std::optional<Pair> pair);
    void peekHead(std::optional<core::HeadId> head);
    void setScale(ScaleKind scale);
    void setFirstToken(FirstToken firstToken);
    void setParts(ViewParts parts);
    void setTheme(ThemeKind theme);
    void setHeads(const HeadsView& heads);

Q_SIGNALS:
    void documentChanged(const ui::DocumentState& before);
    void viewChanged(const ui::ViewState& before);

private:
    friend class ChangeDocument;
    void change(DocumentState after, const QString& name, int mergeId);
    void apply(const DocumentState& state);
    void look(ViewState view);

    DocumentState m_document;
    ViewState m_view;
    QUndoStack m_undo;
};

}   // namespace ui
