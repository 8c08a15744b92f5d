// What a session is about (document state, changed only through named undo commands) and how it is looked at (view state, never undone).
#pragma once

#include <optional>
#include <string>

#include <QString>

#include "core/base/result.h"
#include "core/base/shape.h"
#include "ui/plot/axis_labels.h"
#include "ui/plot/link_rule.h"
#include "ui/plot/view_layout.h"
#include "ui/state/comparing.h"
#include "ui/state/future_query.h"
#include "ui/state/heads_view.h"
#include "ui/state/panel_widths.h"
#include "ui/state/pin.h"
#include "ui/state/selection.h"
#include "ui/state/side.h"
#include "ui/theme/color_map.h"
#include "ui/theme/theme.h"

namespace ui {

// UTF-16 units of a sentence: far more than the live view computes, and what a text field can still lay out at every key.
inline constexpr qsizetype kLongestText = qsizetype(1) << 17;
[[nodiscard]] core::Error tooLongText(const QString& name, qsizetype length);   // name: of the text, as a sentence begins

// A sentence that stands beside the first one, on the same model, plan and head.
struct SecondSentence {
    QString text;
    std::optional<Pin> pin{};
    friend bool operator==(const SecondSentence&, const SecondSentence&) = default;
};

struct DocumentState {
    QString text;
    QString model;   // name of a built-in model, or the folder of an opened one
    QString plan;    // AttentionPlan's text form; empty: the model's own attention everywhere
    core::HeadId head;
    std::optional<Pin> pin;   // Session::selection() says which pair of the tokens on show that is
    std::optional<SecondSentence> second{};
    QStringList patterns{kFirstPattern};   // 1 to kMostPatterns expressions that parse; Compare shows them beside the model's own attention
    friend bool operator==(const DocumentState&, const DocumentState&) = default;

    [[nodiscard]] bool has(Side side) const { return side == Side::First || second.has_value(); }
    // Of a sentence that is not open: empty, none.
    [[nodiscard]] const QString& textOf(Side side) const;
    [[nodiscard]] std::optional<Pin> pinOf(Side side) const { return side == Side::First ? pin : second ? second->pin : std::nullopt; }
    // Precondition: the sentence is open.
    [[nodiscard]] QString& textOf(Side side) { return side == Side::First ? text : second->text; }
    [[nodiscard]] std::optional<Pin>& pinOf(Side side) { return side == Side::First ? pin : second->pin; }
};

enum class FirstToken { Shown, Hidden };   // hidden: rows are divided by 1 − w(i, 0), and every label says so

enum class Sentences { All, FirstAlone };   // first alone: the second is put out of sight, and stays what it is

enum class SidePanel { Open, Folded };
enum class Centre { Shared, Solo };   // solo: the head on show has the whole width, both side panels are folded away

inline const QString kFirstView = QStringLiteral("explore");

struct ViewState {
    QString shown = kFirstView;   // id of the view on show, as views/registry.cpp has it
    Comparing compare;
    std::optional<Pair> peek;
    Side side = Side::First;   // the sentence that was pointed at or pinned in last, and that `peek` is of
    Sentences sentences = Sentences::All;
    std::optional<core::HeadId> peekHead;
    ScaleKind scale = ScaleKind::Linear;
    FirstToken firstToken = FirstToken::Shown;
    ViewParts parts = ViewParts::Both;
    AxisUnit unit = AxisUnit::Tokens;
    LinkRule links;
    Loupe loupe = Loupe::On;
    Look look;
    HeadsView heads;
    SidePanel headsPanel = SidePanel::Open;
    SidePanel inspectorPanel = SidePanel::Open;
    Centre centre = Centre::Shared;
    std::optional<FutureQuery> future;   // the proof that was asked for last
    PanelWidths panels;
    friend bool operator==(const ViewState&, const ViewState&) = default;
};

// One contiguous replacement that turns `before` into `after`.
struct TextEdit {
    qsizetype position = 0;
    QString removed;
    QString added;
    // Where equal letters leave it open what was changed, it is the last place.
    [[nodiscard]] static TextEdit between(const QString& before, const QString& after);
    // The same change of `before`, said of the first place of which it is true: "ab" with a "b" behind is also "ab" with a "b" put in.
    [[nodiscard]] TextEdit earliest(const QString& before) const;
    [[nodiscard]] QString appliedTo(const QString& text) const;
    [[nodiscard]] TextEdit inverse() const { return {.position = position, .removed = added, .added = removed}; }
};

// UTF-8 to UTF-16 character by character: unlike QString::fromStdString it keeps a byte order mark, so that positions stay true.
[[nodiscard]] QString exactText(const std::string& utf8);

// “The cat sat …”: the beginning of a text, on one line, for sentences that must name it; "the empty text".
[[nodiscard]] QString quoted(const QString& text);

// "L2 · H5", as heads are called everywhere on screen.
[[nodiscard]] QString nameOf(core::HeadId head);

}   // namespace ui
