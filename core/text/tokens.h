// Tokens: what a tokenizer makes of a text. The common coin of the program: every row and column of every matrix is one of these.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/shape.h"

namespace core {

using TokenId = std::int32_t;

struct Token {
    TokenId id = 0;
    Span span;                // bytes of Tokens::text it stands for; empty for added tokens such as the start token
    std::string bytes;        // what it decodes to, raw: may be part of a character, " the" keeps its space
    bool special = false;     // start, end and other control tokens
    bool wordStart = false;   // first piece of a word (pieces of one word are drawn touching)
    friend bool operator==(const Token&, const Token&) = default;
};

struct Tokens {
    std::string text;           // UTF-8 (invalid input bytes already replaced by U+FFFD)
    std::vector<Token> items;   // [N]; positions count the start token
    friend bool operator==(const Tokens&, const Tokens&) = default;

    [[nodiscard]] Index size() const { return Index(items.size()); }
    [[nodiscard]] std::vector<TokenId> ids() const;
    // How to print token i where space is short: no leading space, "␣" for a lone space, "⏎" for a line break, two hex digits for each
    // byte that is no printable UTF-8. Never empty.
    [[nodiscard]] std::string label(Index i) const;
    // Number of leading tokens whose ids agree with those of `other`.
    [[nodiscard]] Index commonPrefix(const Tokens& other) const;
};

// How bytes of tokens are printed: Tokens::label for any run of them. Empty for no bytes.
[[nodiscard]] std::string printedBytes(std::string_view bytes);

}   // namespace core
