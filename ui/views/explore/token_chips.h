// Where the chips of one line of tokens stand: pieces of a word touch, words keep apart. Plain geometry, tested without a window.
#pragma once

#include <vector>

#include <QRectF>

#include "core/base/shape.h"

namespace ui {

struct TokenChip {
    core::Index token = 0;
    QRectF rect;
    bool wordStart = false;
    int part = 0;           // which of the tokens of one character, from 0
    QRectF word{};          // around all pieces of its word on this line
    QRectF bytes{};         // where the digits of its bytes stand; empty for pieces that are whole characters
};

// Gives every chip its word, and words as much air on both sides as their neighbours leave them. `line`: chips in text order, which in
// right-to-left texts runs leftwards.
void joinWords(std::vector<TokenChip>& line);

// What one of several tokens that share a range of letters gets of it.
[[nodiscard]] QRectF partOf(const QRectF& shared, int part, int parts);

}   // namespace ui
