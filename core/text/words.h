// Words of a text, as Unicode Standard Annex 29 defines their boundaries (with dictionaries for scripts that write no spaces), and which tokens
// form each. A word here is whatever lies between two boundaries: letters, a number, a mark of punctuation, an emoji of several characters.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/text/tokens.h"

namespace core {

// Sets Token::wordStart of all items from their spans and the text: a token begins a word when it begins with white space, lies at a word
// boundary, is special, or follows a special one. One space that is a token of its own begins the word behind it, as the space of " the" does.
// Independent of the tokenizer, so that "pieces of one word" means the same everywhere: a token that crosses a boundary belongs to the word that
// it begins in. Once `stop` is requested it ends early, and the marks mean nothing.
void markWordStarts(Tokens& tokens, const std::stop_token& stop = {});

// The words that tokens form, in text order: each is a run of tokens, every token lies in exactly one. Built from Token::wordStart.
class Words {
public:
    [[nodiscard]] static Words of(const Tokens& tokens);

    [[nodiscard]] Index size() const { return Index(m_begins.size()) - 1; }
    [[nodiscard]] Index tokenCount() const { return Index(m_wordOf.size()); }
    [[nodiscard]] Span tokensOf(Index word) const { return {m_begins[std::size_t(word)], m_begins[std::size_t(word) + 1]}; }
    [[nodiscard]] Span tokensOf(Span words) const { return {m_begins[std::size_t(words.begin)], m_begins[std::size_t(words.end)]}; }
    [[nodiscard]] Index wordOf(Index token) const { return m_wordOf[std::size_t(token)]; }
    // The words that a non-empty run of tokens touches.
    [[nodiscard]] Span wordsOf(Span tokens) const { return {wordOf(tokens.begin), wordOf(tokens.end - 1) + 1}; }

private:
    std::vector<Index> m_begins{0};   // [W + 1], the first token of each word, then N
    std::vector<Index> m_wordOf;      // [N]
};

using WordsPtr = std::shared_ptr<const Words>;

// How a word is printed: as Tokens::label prints a token, with the bytes of all its pieces together, so that characters which were split among
// them are whole again. Never empty.
[[nodiscard]] std::string wordLabel(const Tokens& tokens, Span word);

// Whether any character of the word is a letter or a number; the rest is punctuation, white space, emoji and special tokens.
[[nodiscard]] bool hasLetters(const Tokens& tokens, Span word);

}   // namespace core
