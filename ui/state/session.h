// Session: the one owner of document state and view state. Views read it and emit intentions; nobody else keeps a copy that matters.
#pragma once

#include <memory>

#include <QObject>
#include <QUndoGroup>
#include <QUndoStack>

#include "ui/state/change_document.h"

namespace ui {

enum class Typing { No, Yes };   // yes: the step goes on with the last one and becomes one with it

enum class Ablation { None, Off, Mean };   // what a plan does to one head beyond the model's own attention

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(DocumentState initial, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] const DocumentState& document() const { return m_document; }
    [[nodiscard]] const ViewState& view() const { return m_view; }
    [[nodiscard]] Selection selection(Side side = Side::First) const;   // of the tokens of that sentence
    // The sentence whose pair is inspected: the one that was pointed at or pinned in last, unless only the other has a pair.
    [[nodiscard]] Side inspectedSide() const;
    [[nodiscard]] bool showsTwo() const { return m_document.second && m_view.sentences == Sentences::All; }
    [[nodiscard]] std::optional<Pair> inspectedPair() const;   // looked at, else pinned
    [[nodiscard]] int shownPattern() const;   // which of the document's patterns
    [[nodiscard]] QUndoStack& undoStack();   // that steps go to: a walk's own while there is one
    [[nodiscard]] QUndoGroup& undoGroup() { return m_undoGroup; }   // whose active stack that is

    // Document: each call that changes something is one named undo step. Typing on in one word is one step.
    void setText(const QString& text, Side side = Side::First);
    void appendText(const QString& piece, Side side = Side::First);
    void replaceText(const QString& text, const QString& name);    // not by typing: a step of its own, with its own name
    void openSecond(const QString& text);   // a sentence beside the first
    void closeSecond();
    void open(const DocumentState& document, const QString& name);   // all of it at once
    void setPlan(const QString& plan);
    void setPatterns(const QStringList& patterns, const QString& name, Typing typing = Typing::No);   // 1 to kMostPatterns; others are left alone
    void showHead(core::HeadId head);
    // By numbers among the tokens on show; null releases. A pair whose letters are no longer in the text cannot be pinned.
    void setPin(std::optional<Pair> pair, Side side = Side::First);
    void releasePin();   // of the sentence that was pointed at last, else of the other
    void showWeight(core::HeadId head, Pair pair);   // the head, with the pair of the first sentence pinned: one step
    // Another model: its heads and tokens are other ones, so the head is clamped to layers × heads and pin and plan are released with it.
    void setModel(const QString& model, core::Index layers, core::Index heads);
    // Switches one head off, to its mean, or back, by rewriting the plan. A plan that does not parse is replaced.
    void setAblation(core::HeadId head, Ablation ablation);
    [[nodiscard]] Ablation ablationOf(core::HeadId head) const;

    // Which tokens the pairs of views count: those of the record on show, whose text may be older than the document's. A peek that lies outside
    // them is dropped.
    void showTokens(std::shared_ptr<const core::Tokens> tokens, Side side = Side::First);

    // View state: no undo steps.
    void showView(const QString& id);   // one that the table of views has
    void setCompare(const Comparing& comparing);
    void peek(std::optional<Pair> pair, Side side = Side::First);   // null ends a peek of that sentence
    void peekHead(std::optional<core::HeadId> head);
    void setScale(ScaleKind scale);
    void setFirstToken(FirstToken firstToken);
    void setParts(ViewParts parts);
    void setUnit(AxisUnit unit);   // tokens or words in the picture; pins and peeks stay pairs of tokens
    void setLinks(const LinkRule& rule);
    void setLoupe(Loupe loupe);
    void setLook(const Look& chosen);
    void setHeads(const HeadsView& heads);
    void setSidePanels(SidePanel heads, SidePanel inspector);   // ends a solo
    void setCentre(Centre centre);
    void askFuture(std::optional<FutureQuery> query);   // null: what was found is put away
    void setPanels(const PanelWidths& panels);
    void setView(const ViewState& view);   // all of it at once, as it was saved; nobody points at anything then, or asks for a proof

    // A walk shows things and leaves nothing behind: its steps are undone among themselves, and when it ends document, view and undo are
    // again as they were.
    void beginWalk();
    void endWalk();
    [[nodiscard]] bool isWalking() const { return m_walk != nullptr; }

Q_SIGNALS:
    void documentChanged(const ui::DocumentState& before);
    void viewChanged(const ui::ViewState& before);
    void pinMoved();   // other tokens are on show, and the pin is another pair of them, or none

private:
    friend class ChangeDocument;
    struct Walk;
    void changeSecond(const std::optional<SecondSentence>& second, const QString& name);
    void changeText(const QString& text, Side side, const QString& name, int mergeId);
    void change(DocumentState after, const QString& name, int mergeId, Joins joins = Joins::IfItGoesOn);
    void apply(const DocumentState& state);
    void look(ViewState view);
    template<class Value>
    void set(Value ViewState::*member, const Value& value);
    void findPins();   // anew among the tokens on show

    DocumentState m_document;
    ViewState m_view;
    struct Shown {
        std::shared_ptr<const core::Tokens> tokens;
        std::optional<Pair> pinned;   // the document's pin among them
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    [[nodiscard]] Shown& shown(Side side) { return m_shown[std::size_t(side)]; }
    [[nodiscard]] const Shown& shown(Side side) const { return m_shown[std::size_t(side)]; }
    std::array<Shown, kSides.size()> m_shown;
    QUndoStack m_undo;
    QUndoGroup m_undoGroup;
    std::unique_ptr<Walk> m_walk;
};

}   // namespace ui
