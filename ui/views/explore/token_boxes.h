// Where the tokens of a record stand in the text of an editor. Plain arithmetic over UTF-8 and UTF-16, tested without a window.
#pragma once

#include <vector>

#include <QString>

#include "core/text/tokens.h"

namespace ui {

struct TokenBox {
    core::Index token = 0;
    qsizetype begin = 0;   // UTF-16 positions in the editor's text; pieces of one character share its range
    qsizetype end = 0;
    bool wordStart = false;
    friend bool operator==(const TokenBox&, const TokenBox&) = default;
};

// Boxes in text order, without leading spaces. Tokens without text (the start token) and blank ones have none. Where `text` is already
// newer than the record, only tokens before and after the changed place are boxed, so that no box ever stands around wrong letters.
[[nodiscard]] std::vector<TokenBox> tokenBoxes(const core::Tokens& tokens, const QString& text);

}   // namespace ui
