#include "core/text/words.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "core/text/unicode.h"

namespace core {

namespace {

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

// [bytes + 1], true at every boundary. Without ICU's data every byte counts as one.
std::vector<bool> wordBoundaries(const std::string& text, const std::stop_token& stop)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> bytes(utext_openUTF8(nullptr, text.data(), std::int64_t(text.size()), &status));
    const std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_SUCCESS(status)) iterator->setText(bytes.get(), status);
    if (U_FAILURE(status)) return std::vector<bool>(text.size() + 1, true);
    std::vector<bool> boundaries(text.size() + 1, false);
    for (std::int32_t at = iterator->first(); at != icu::BreakIterator::DONE && !stop.stop_requested(); at = iterator->next())
        boundaries[std::size_t(at)] = true;
    return boundaries;
}

bool beginsWithSpace(const std::string& bytes)
{
    std::size_t at = 0;
    return !bytes.empty() && isWhiteSpace(nextCharacter(bytes, at));
}

std::string bytesOf(const Tokens& tokens, Span word)
{
    std::string bytes;
    for (Index i = word.begin; i < word.end; ++i) bytes += tokens.items[std::size_t(i)].bytes;
    return bytes;
}

}   // namespace

void markWordStarts(Tokens& tokens, const std::stop_token& stop)
{
    const std::vector<bool> boundaries = wordBoundaries(tokens.text, stop);
    bool afterSpecial = true, afterSpace = false;
    for (Token& token : tokens.items) {
        if (stop.stop_requested()) return;
        const bool atBoundary = !token.span.empty() && boundaries[std::size_t(token.span.begin)];
        token.wordStart = afterSpecial || token.special || (atBoundary && !afterSpace) || beginsWithSpace(token.bytes);
        afterSpecial = token.special;
        afterSpace = !token.special && token.bytes == " ";
    }
}

Words Words::of(const Tokens& tokens)
{
    Words words;
    words.m_wordOf.reserve(std::size_t(tokens.size()));
    words.m_begins.clear();
    bool afterSpecial = true;
    for (const Token& token : tokens.items) {
        if (afterSpecial || token.special || token.wordStart) words.m_begins.push_back(words.tokenCount());
        words.m_wordOf.push_back(Index(words.m_begins.size()) - 1);
        afterSpecial = token.special;
    }
    words.m_begins.push_back(words.tokenCount());
    return words;
}

std::string wordLabel(const Tokens& tokens, Span word)
{
    const std::string label = printedBytes(bytesOf(tokens, word));
    return label.empty() ? tokens.label(word.begin) : label;
}

bool hasLetters(const Tokens& tokens, Span word)
{
    if (word.size() == 1 && tokens.items[std::size_t(word.begin)].special) return false;
    const std::string bytes = bytesOf(tokens, word);
    for (std::size_t at = 0; at < bytes.size();)
        if (const char32_t character = nextCharacter(bytes, at); isLetter(character) || isNumber(character)) return true;
    return false;
}

}   // namespace core
