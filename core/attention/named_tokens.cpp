#include "core/attention/named_tokens.h"

#include <algorithm>

#include <fmt/format.h>

namespace core {

namespace {

constexpr Index kLargestPosition = 1'000'000'000;

std::string_view withoutSpace(std::string_view bytes) { return bytes.starts_with(' ') ? bytes.substr(1) : bytes; }

// The tokens from `first` that together spell `text`; empty when they do not.
Span spelledFrom(const Tokens& tokens, Index first, std::string_view text)
{
    std::string spelled;
    if (tokens.items[std::size_t(first)].bytes.empty()) return {first, first};
    for (Index i = first; i < tokens.size(); ++i) {
        spelled += tokens.items[std::size_t(i)].bytes;
        if (spelled == text || withoutSpace(spelled) == text) return {first, i + 1};
        if (spelled.size() > text.size()) break;
    }
    return {first, first};
}

KeyRuns positionsOf(const Tokens& tokens, std::string_view text)
{
    KeyRuns runs;
    for (Index i = 0; i < tokens.size(); ++i) appendRun(runs, spelledFrom(tokens, i, text));
    return runs;
}

std::string inQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

}   // namespace

Result<Span> parseRange(TextScanner& scan, Index most)
{
    scan.skipSpace();
    const Index begin = scan.position();
    const Index first = scan.number();
    if (first < 0) return scan.errorAt(begin, fmt::format("expected a position, found {}.", scan.found()), "Write 3 or 2-5.");
    Index last = first;
    if (scan.take('-')) last = scan.number();
    if (last < 0) return scan.errorAt(scan.position(), fmt::format("expected the range's last position, found {}.", scan.found()), "Write it as in 2-5.");
    if (last > most) return scan.errorAt(begin, fmt::format("positions go up to {}.", most));
    if (last < first) return scan.errorAt(begin, fmt::format("the range {}-{} runs backwards.", first, last), fmt::format("Write {}-{}.", last, first));
    return Span{first, last + 1};
}

std::string rangeText(Span positions)
{
    return positions.size() == 1 ? std::to_string(positions.begin) : fmt::format("{}-{}", positions.begin, positions.end - 1);
}

Result<void> NamedTokens::parseNext(TextScanner& scan, const Tokens* tokens)
{
    scan.skipSpace();
    if (scan.peek() == '"') {
        const Index begin = scan.position();
        FOVEA_TRY(text, scan.quoted());
        if (text.empty()) return scan.errorAt(begin, "an empty text names no token.");
        m_names.push_back(inQuotes(text));
        if (tokens) m_positions = unionOf(m_positions, positionsOf(*tokens, text));
        return {};
    }
    FOVEA_TRY(range, parseRange(scan, kLargestPosition));
    m_names.push_back(rangeText(range));
    m_positions = unionOf(m_positions, {range});
    return {};
}

bool NamedTokens::contains(Index position) const
{
    const auto next = std::ranges::upper_bound(m_positions, position, {}, &Span::begin);
    return next != m_positions.begin() && position < std::prev(next)->end;
}

}   // namespace core
