#include "core/text/tokenizer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/out_of_memory.h"
#include "core/text/tokenizer_impl.h"
#include "core/text/unicode.h"
#include "core/text/words.h"

namespace core {

namespace {

// Normalised text may be several times as long as the text, and its offsets are 32-bit.
constexpr std::size_t kLongestText = std::size_t(256) << 20;
constexpr const char* kLessText = "Use a shorter text, or close other programs.";
constexpr const char* kFewerTokens = "Use fewer tokens, or close other programs.";

// The repaired text of raw bytes, and where each raw offset lies in it.
struct RepairedBytes {
    std::string text;
    std::vector<Index> place;   // [raw size + 1]

    explicit RepairedBytes(std::string_view raw)
    {
        place.reserve(raw.size() + 1);
        for (std::size_t at = 0; at < raw.size();) {
            const std::size_t begin = at;
            const char32_t character = nextCharacter(raw, at);
            const auto start = Index(text.size());
            appendUtf8(text, character);
            const bool whole = text.size() - std::size_t(start) == at - begin;
            place.push_back(start);
            // Of broken bytes the first one stands for the replacement character.
            for (std::size_t i = 1; i < at - begin; ++i) place.push_back(whole ? start + Index(i) : Index(text.size()));
        }
        place.push_back(Index(text.size()));
    }
};

}   // namespace

Token Tokenizer::Impl::make(TokenId id, Span span) const
{
    return {.id = id, .span = span, .bytes = bytes[std::size_t(id)], .special = special[std::size_t(id)]};
}

Result<Draft> Tokenizer::Impl::prepare(const std::string& text, const std::stop_token& stop) const
{
    Draft raw{.text = MappedText(text), .segments = {}};
    inRawText.find(added, text, 0, text.size(), raw.segments, stop);
    Draft draft;
    draft.text.reserve(text.size() + text.size() / 8);
    for (const Segment& segment : raw.segments) {
        if (stop.stop_requested()) return cancelled();
        const std::size_t begin = draft.text.size();
        MappedText part;
        part.keep(raw.text, segment.begin, segment.end);
        if (!segment.isText()) {
            draft.text.keep(part, 0, part.size());
            draft.segments.push_back({.begin = begin, .end = draft.text.size(), .added = segment.added});
            continue;
        }
        FOVEA_TRY(normalized, normalizer.apply(std::move(part), stop));
        draft.text.keep(normalized, 0, normalized.size());
        inNormalizedText.find(added, draft.text.bytes(), begin, draft.text.size(), draft.segments, stop);
    }
    FOVEA_CHECK(preTokenizer.apply(draft, stop));
    return draft;
}

Result<void> Tokenizer::Impl::tokenize(const Draft& draft, std::vector<Token>& items, const std::stop_token& stop) const
{
    const auto spanOf = [&](std::size_t begin, std::size_t end) {
        const Origin origin = draft.text.origin(begin, end);
        return Span{.begin = Index(origin.begin), .end = Index(origin.end)};
    };
    Bpe::Scratch scratch;
    std::vector<BpePiece> pieces;
    for (const Segment& segment : draft.segments) {
        if (stop.stop_requested()) return cancelled();
        if (!segment.isText()) {
            items.push_back(make(segment.added, spanOf(segment.begin, segment.end)));
            continue;
        }
        pieces.clear();
        FOVEA_CHECK(bpe.encode(draft.text.view(segment.begin, segment.end), scratch, pieces, stop));
        std::size_t at = segment.begin;
        for (const BpePiece& piece : pieces) {
            items.push_back(make(piece.id, spanOf(at, at + piece.size)));
            at += piece.size;
        }
    }
    return {};
}

Result<Tokens> Tokenizer::encode(std::string_view text, const std::stop_token& stop) const
{
    return orOutOfMemory([&] { return fmt::format("a text of {} bytes", text.size()); }, kLessText, [&] { return m_impl->encode(text, stop); });
}

Result<Tokens> Tokenizer::Impl::encode(std::string_view text, const std::stop_token& stop) const
{
    if (text.size() > kLongestText)
        return fail(Fault::BadInput, fmt::format("The text has {} bytes; at most {} can be tokenized at once.", text.size(), kLongestText),
                    "Use a shorter text.");
    Tokens tokens{.text = repairUtf8(text), .items = {}};
    const auto end = Index(tokens.text.size());
    for (const TokenId id : frame.before) tokens.items.push_back(make(id, {.begin = 0, .end = 0}));
    FOVEA_TRY(draft, prepare(tokens.text, stop));
    FOVEA_CHECK(tokenize(draft, tokens.items, stop));
    for (const TokenId id : frame.after) tokens.items.push_back(make(id, {.begin = end, .end = end}));
    markWordStarts(tokens, stop);
    if (stop.stop_requested()) return cancelled();
    return tokens;
}

Result<Tokens> Tokenizer::fromIds(std::span<const TokenId> ids) const
{
    return orOutOfMemory([&] { return fmt::format("{} token ids", ids.size()); }, kFewerTokens, [&] { return m_impl->fromIds(ids); });
}

Result<Tokens> Tokenizer::Impl::fromIds(std::span<const TokenId> ids) const
{
    const auto size = TokenId(bytes.size());
    std::string raw;
    for (const TokenId id : ids) {
        if (id < 0 || id >= size)
            return fail(Fault::BadInput,
                        fmt::format("The token id {} is out of range; the vocabulary has the ids 0 to {}.", id, size - 1),
                        "Use ids of this model's own tokenizer.");
        if (!special[std::size_t(id)]) raw += bytes[std::size_t(id)];
    }
    const Decoder::Trim trim = decoder.trim(raw);
    const std::size_t kept = raw.size() - trim.front - trim.back;
    const RepairedBytes repaired(std::string_view(raw).substr(trim.front, kept));
    const auto place = [&](std::size_t offset) { return repaired.place[std::min(offset - std::min(offset, trim.front), kept)]; };

    Tokens tokens{.text = repaired.text, .items = {}};
    std::size_t at = 0;
    for (const TokenId id : ids) {
        const std::size_t begin = at;
        if (!special[std::size_t(id)]) at += bytes[std::size_t(id)].size();
        tokens.items.push_back(make(id, {.begin = place(begin), .end = place(at)}));
    }
    markWordStarts(tokens);
    return tokens;
}

Result<std::string> Tokenizer::decode(std::span<const TokenId> ids) const
{
    return orOutOfMemory([&] { return fmt::format("the text of {} token ids", ids.size()); }, kFewerTokens, [&]() -> Result<std::string> {
        std::string text;
        for (const TokenId id : ids)
            if (!isSpecial(id)) text += bytes(id);
        const Decoder::Trim trim = m_impl->decoder.trim(text);
        return text.substr(trim.front, text.size() - trim.front - trim.back);
    });
}

std::string Tokenizer::bytes(TokenId id) const { return id < 0 || id >= vocabularySize() ? std::string() : m_impl->bytes[std::size_t(id)]; }

bool Tokenizer::isSpecial(TokenId id) const { return id >= 0 && id < vocabularySize() && m_impl->special[std::size_t(id)]; }

std::optional<TokenId> Tokenizer::find(std::string_view token) const
{
    const auto added = m_impl->addedIds.find(std::string(token));
    return added != m_impl->addedIds.end() ? std::optional(added->second) : m_impl->bpe.vocabulary().find(token);
}

Index Tokenizer::vocabularySize() const { return Index(m_impl->bytes.size()); }

std::optional<TokenId> Tokenizer::startToken() const
{
    return m_impl->frame.before.empty() ? std::nullopt : std::optional(m_impl->frame.before.front());
}

}   // namespace core
