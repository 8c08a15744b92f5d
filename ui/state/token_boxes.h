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
    int part = 0;    // which of the tokens that share this range, from 0
    int parts = 1;   // … and how many they are
    friend bool operator==(const TokenBox&, const TokenBox&) = default;
};

// Every token in text order, without leading spaces unless it is blank; tokens without text (the start token) stand at 0, empty. Where `text` is
// already newer than the tokens, those of the changed place are left out, so that none ever stands on wrong letters.
[[nodiscard]] std::vector<TokenBox> tokenPlaces(const core::Tokens& tokens, const QString& text);

// Those among them that can be drawn as boxes: with letters, not blank.
[[nodiscard]] std::vector<TokenBox> tokenBoxes(const core::Tokens& tokens, const QString& text);

// “byte 2 of “ت”” for a token that is no whole character; empty for all others.
[[nodiscard]] QString partOfCharacter(const core::Tokens& tokens, core::Index token);

}   // namespace ui
