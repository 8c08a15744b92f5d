// A pin belongs to tokens, not to their numbers: it is kept by the letters that it stands on. It follows edits around them, ends when they are
// replaced, and is not shown while other letters have joined them to a longer token. Plain values over text, tested without a window.
#pragma once

#include <optional>

#include <QString>

#include "core/text/tokens.h"
#include "ui/state/selection.h"

namespace ui {

// The letters of a token in the document's text, as TokenBox has them; tokens that share a character are told apart by `part`.
struct TokenPlace {
    qsizetype begin = 0;   // equal for tokens without letters, the start token among them
    qsizetype end = 0;
    int part = 0;
    friend bool operator==(const TokenPlace&, const TokenPlace&) = default;
};

struct Pin {
    TokenPlace query;
    TokenPlace key;
    friend bool operator==(const Pin&, const Pin&) = default;
};

// `tokens` may be those of an older text: what an edit changed has no place in `text` then. Null where either token has none.
[[nodiscard]] std::optional<Pin> pinOf(Pair pair, const core::Tokens& tokens, const QString& text);
// The pair by its numbers among `tokens`; null where they have no tokens that stand on exactly these letters.
[[nodiscard]] std::optional<Pair> pairOf(const Pin& pin, const core::Tokens& tokens, const QString& text);
// Null when letters of the pin were replaced.
[[nodiscard]] std::optional<Pin> afterEdit(const Pin& pin, const QString& before, const QString& after);

}   // namespace ui
