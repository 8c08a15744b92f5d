// The actions of a session: one QAction for each thing a menu, a toolbar or a key can ask for. They reflect the session and ask it for
// changes; where they stand is up to menus and views.
#pragma once

#include <functional>

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include "ui/state/session.h"

namespace ui {

class SessionActions : public QObject {
    Q_OBJECT

public:
    explicit SessionActions(Session& session, QObject* parent = nullptr);

    QActionGroup* scale;      // linear, √, log
    QActionGroup* parts;      // links and matrix, matrix, links
    QActionGroup* unit;       // tokens, words
    QActionGroup* ablation;   // of the head on show: own attention, off, mean
    QAction* ownAttention;    // of all heads: the plan ends
    QAction* hideFirst;
    QAction* loupe;
    QAction* computeAgain;     // whoever owns the computation is connected to it
    QAction* secondSentence;   // checked while one is open; whoever knows what to open is connected to it
    QAction* cycleScale;
    QAction* cycleParts;
    QAction* cycleUnit;
    QAction* previousHead;
    QAction* nextHead;
    QAction* previousLayer;
    QAction* nextLayer;
    QAction* releasePin;
    // Of the pair that is looked at, else of the pinned one; whoever shows it is connected to them.
    QAction* readRow;    // in a sentence
    QAction* showRow;    // as a table
    QAction* copyCell;   // while the picture has the focus, like the next
    QAction* copyRow;
    QAction* proveFuture;   // of the row that is looked at, else of the pinned one
    QAction* stopProof;     // whoever owns the proof is connected to it
    QAction* appendNext;    // whoever shows the next tokens is connected to it, and knows which sentence is meant
    QAction* solo;
    QAction* foldHeads;   // checked: the panel is there
    QAction* foldInspector;

    // Whether the view on show has a first token to hide, words for tokens, and links beside its matrix.
    void setPictureChoices(bool areThere);
    // Steps stop at the borders of the model on show.
    void setModelSize(core::Index layers, core::Index heads);

private:
    template<class Value>
    struct Choice {
        Value value;
        QString title;
        const char* name;
    };
    template<class Value, class Apply>
    QActionGroup* group(std::initializer_list<Choice<Value>> choices, const Apply& apply);
    QAction* action(const QString& title, const char* name, const QList<QKeySequence>& keys, const std::function<void()>& apply);
    void buildPicture();
    void buildHead();
    void buildPanels();
    void toggle(SidePanel ViewState::*panel);
    void step(core::Index layers, core::Index heads);
    [[nodiscard]] core::HeadId head() const;   // on show: the document's, inside the model on show
    void reflectPair();
    void reflectView();
    void reflectDocument();

    Session& m_session;
    core::Index m_layers = 0;
    core::Index m_heads = 0;
};

}   // namespace ui
