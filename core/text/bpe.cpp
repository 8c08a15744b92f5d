#include "core/text/bpe.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/unicode.h"

namespace core {

namespace {

using Symbol = Bpe::Scratch::Symbol;
using Candidate = Bpe::Scratch::Candidate;

constexpr TokenId kJoined = -1;   // the id of a symbol that became part of its left neighbour

// Order of a heap whose top is the lowest rank, leftmost.
bool later(const Candidate& a, const Candidate& b) { return a.rank != b.rank ? a.rank > b.rank : a.position > b.position; }

void append(std::vector<Symbol>& symbols, TokenId id, std::size_t size)
{
    const auto index = std::int32_t(symbols.size());
    if (index > 0) symbols.back().next = index;
    symbols.push_back({.id = id, .size = std::uint32_t(size), .previous = index - 1, .next = -1});
}

}   // namespace

Result<void> Bpe::encode(std::string_view word, Scratch& scratch, std::vector<BpePiece>& pieces, const std::stop_token& stop) const
{
    if (word.empty()) return {};
    if (m_ignoreMerges) {
        if (const auto whole = m_vocabulary.find(word)) {
            pieces.push_back({.id = *whole, .size = std::uint32_t(word.size())});
            return {};
        }
    }
    scratch.symbols.clear();
    FOVEA_CHECK(split(word, scratch.symbols, stop));
    join(scratch, stop);
    if (stop.stop_requested()) return cancelled();
    for (const Symbol& symbol : scratch.symbols)
        if (symbol.id != kJoined) pieces.push_back({.id = symbol.id, .size = symbol.size});
    return {};
}

std::optional<TokenId> Bpe::characterToken(std::string_view character, bool first, bool last) const
{
    const bool hasPrefix = !first && !m_prefix.empty(), hasSuffix = last && !m_suffix.empty();
    if (!hasPrefix && !hasSuffix) return m_vocabulary.find(character);
    std::string decorated = hasPrefix ? m_prefix : std::string();
    decorated += character;
    if (hasSuffix) decorated += m_suffix;
    return m_vocabulary.find(decorated);
}

// All bytes of the character or none of them.
bool Bpe::appendBytes(std::string_view character, std::vector<Symbol>& symbols) const
{
    const auto token = [&](char byte) { return m_byteTokens[static_cast<unsigned char>(byte)]; };
    if (m_byteTokens.empty() || !std::all_of(character.begin(), character.end(), [&](char byte) { return token(byte).has_value(); })) return false;
    for (const char byte : character) append(symbols, *token(byte), 1);
    return true;
}

Result<void> Bpe::split(std::string_view word, std::vector<Symbol>& symbols, const std::stop_token& stop) const
{
    bool unknownBefore = false;
    for (std::size_t at = 0; at < word.size();) {
        if (stop.stop_requested()) return cancelled();
        const std::size_t begin = at;
        const char32_t codePoint = nextCharacter(word, at);
        const std::string_view character = word.substr(begin, at - begin);
        const bool fuses = unknownBefore && m_fuseUnknown;
        unknownBefore = false;
        if (const auto id = characterToken(character, begin == 0, at == word.size()))
            append(symbols, *id, character.size());
        else if (appendBytes(character, symbols))
            continue;
        else if (!m_unknown)
            return fail(Fault::BadInput,
                        fmt::format("{} has no token for the character \"{}\" (U+{:04X}).", m_name, character, std::uint32_t(codePoint)),
                        "Leave the character out, or use a model with a larger vocabulary.");
        else {
            unknownBefore = true;
            if (fuses)
                symbols.back().size += std::uint32_t(character.size());
            else
                append(symbols, *m_unknown, character.size());
        }
    }
    return {};
}

void Bpe::offer(std::int32_t position, Scratch& scratch) const
{
    const Symbol& left = scratch.symbols[std::size_t(position)];
    if (left.next < 0) return;
    const TokenId right = scratch.symbols[std::size_t(left.next)].id;
    const auto merge = m_merges.find(pairKey(left.id, right));
    if (merge == m_merges.end()) return;
    scratch.heap.push_back({.rank = merge->second.rank, .position = position, .left = left.id, .right = right, .merged = merge->second.merged});
    std::push_heap(scratch.heap.begin(), scratch.heap.end(), later);
}

// Invariant: every neighbouring pair with a rank has a candidate in the heap. Candidates whose symbols have changed since are skipped.
void Bpe::join(Scratch& scratch, const std::stop_token& stop) const
{
    auto& [symbols, heap] = scratch;
    heap.clear();
    for (std::int32_t i = 0; i < std::int32_t(symbols.size()) && !stop.stop_requested(); ++i) offer(i, scratch);
    while (!heap.empty() && !stop.stop_requested()) {
        std::pop_heap(heap.begin(), heap.end(), later);
        const Candidate candidate = heap.back();
        heap.pop_back();
        Symbol& left = symbols[std::size_t(candidate.position)];
        if (left.id != candidate.left || left.next < 0) continue;
        Symbol& right = symbols[std::size_t(left.next)];
        if (right.id != candidate.right) continue;

        left.id = candidate.merged;
        left.size += right.size;
        left.next = right.next;
        right.id = kJoined;
        if (left.next >= 0) symbols[std::size_t(left.next)].previous = candidate.position;
        if (left.previous >= 0) offer(left.previous, scratch);
        offer(candidate.position, scratch);
    }
}

}   // namespace core
