// Word boundaries of a text, as Unicode Standard Annex 29 defines them (with dictionaries for scripts that write no spaces).
#pragma once

#include <stop_token>

#include "core/text/tokens.h"

namespace core {

// Sets Token::wordStart of all items from their spans and the text: a token begins a word when it begins with white space, lies at a word
// boundary, is special, or follows a special one. Independent of the tokenizer, so that "pieces of one word" means the same everywhere.
// Once `stop` is requested it ends early, and the marks mean nothing.
void markWordStarts(Tokens& tokens, const std::stop_token& stop = {});

}   // namespace core
