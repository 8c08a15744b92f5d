#include "core/text/search_pattern.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/utf8.h>

#include "core/text/tokenizer_parts.h"
#include "core/text/unicode.h"

namespace core {

struct SearchPattern::Compiled {
    std::unique_ptr<icu::RegexPattern> pattern;   // immutable, so shared by threads; a matcher is made for each search
    std::string expression;
};

namespace {

// What a search may cost, in ticks of some 10,000 steps of ICU's match engine. Honest expressions take a few dozen steps for a character; the
// rest is far more than any needs for one word, and over in half a second. ICU's own limit starts afresh for every range, so the ticks are
// counted here. A range that ends before its first tick costs nothing; there are no more of those than bytes.
struct Budget {
    mutable std::size_t ticks = 0;   // ICU hands its context back as const
    const std::stop_token& stop;

    static UBool U_CALLCONV onTick(const void* context, std::int32_t)
    {
        const auto& budget = *static_cast<const Budget*>(context);
        if (budget.ticks == 0 || budget.stop.stop_requested()) return false;
        --budget.ticks;
        return true;
    }
};

// Matching in UTF-16 is several times faster than in UTF-8; this finds the way back.
struct Utf16Text {
    icu::UnicodeString units;
    std::vector<std::uint32_t> bytes;   // byte offset of each unit, and of the end

    // Once `stop` is requested it ends early, and is no copy of the text.
    Utf16Text(std::string_view text, const std::stop_token& stop)
    {
        bytes.reserve(text.size() + 1);
        for (std::size_t at = 0; at < text.size() && !stop.stop_requested();) {
            const auto begin = std::uint32_t(at);
            const auto character = UChar32(nextCharacter(text, at));
            units.append(character);
            bytes.insert(bytes.end(), U16_LENGTH(character), begin);
        }
        bytes.push_back(std::uint32_t(text.size()));
    }
    [[nodiscard]] std::int32_t unitAt(std::size_t byte) const
    {
        return std::int32_t(std::lower_bound(bytes.begin(), bytes.end(), std::uint32_t(byte)) - bytes.begin());
    }
};

void searchLiteral(std::string_view needle, std::string_view text, std::span<const ByteRange> ranges, const SearchPattern::Found& found,
                   const std::stop_token& stop)
{
    for (std::size_t r = 0; r < ranges.size(); ++r) {
        const std::string_view part = text.substr(0, ranges[r].end);
        for (std::size_t at = part.find(needle, ranges[r].begin); at != part.npos && !stop.stop_requested(); at = part.find(needle, at + needle.size()))
            found(r, {.begin = at, .end = at + needle.size()});
    }
}

bool searchRange(icu::RegexMatcher& matcher, const Utf16Text& text, std::size_t r, ByteRange range, const SearchPattern::Found& found,
                 const std::stop_token& stop)
{
    UErrorCode status = U_ZERO_ERROR;
    matcher.region(text.unitAt(range.begin), text.unitAt(range.end), status);
    std::size_t last = range.begin;
    bool first = true;
    while (U_SUCCESS(status) && !stop.stop_requested() && matcher.find(status)) {
        const ByteRange match{.begin = text.bytes[std::size_t(matcher.start(status))], .end = text.bytes[std::size_t(matcher.end(status))]};
        if (match.begin == match.end && !first && match.begin == last) continue;
        found(r, match);
        last = match.end;
        first = false;
    }
    return U_SUCCESS(status);
}

}   // namespace

SearchPattern SearchPattern::literal(std::string text) { return SearchPattern(std::move(text)); }

Result<SearchPattern> SearchPattern::regex(std::string_view expression, std::string_view name)
{
    // Files are written for Oniguruma's Ruby syntax, where ^ and $ match at every line.
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    auto compiled = std::make_shared<Compiled>();
    const auto units = icu::UnicodeString::fromUTF8(icu::StringPiece(expression.data(), std::int32_t(expression.size())));
    compiled->pattern.reset(icu::RegexPattern::compile(units, UREGEX_MULTILINE, where, status));
    if (U_FAILURE(status))
        return fail(Fault::Unsupported,
                    fmt::format("{}: the expression {} is not understood near column {}.", name, inQuotes(expression), where.offset + 1),
                    "Rewrite the expression with the operators of ICU regular expressions.");
    compiled->expression = expression;
    return SearchPattern(std::shared_ptr<const Compiled>(std::move(compiled)));
}

Result<SearchPattern> SearchPattern::fromJson(const Json& json, std::string_view name)
{
    if (const Json* text = json.find("String"); text && text->string() && !text->string()->empty()) return literal(*text->string());
    if (const Json* expression = json.find("Regex"); expression && expression->string()) return regex(*expression->string(), name);
    return brokenTokenizer(name, fmt::format("the pattern {} is neither a \"String\" with characters nor a \"Regex\"", printable(json.dump(), kQuotedCharacters)));
}

Result<void> SearchPattern::search(std::string_view text, std::span<const ByteRange> ranges, const Found& found, const std::stop_token& stop) const
{
    if (const auto* needle = std::get_if<std::string>(&m_rule)) {
        searchLiteral(*needle, text, ranges, found, stop);
        if (stop.stop_requested()) return cancelled();
        return {};
    }
    const Compiled& compiled = *std::get<std::shared_ptr<const Compiled>>(m_rule);
    const Utf16Text units(text, stop);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled.pattern->matcher(units.units, status));
    const Budget budget{.ticks = 500 + text.size() / 100, .stop = stop};
    if (U_SUCCESS(status)) matcher->setMatchCallback(Budget::onTick, &budget, status);
    bool complete = U_SUCCESS(status);
    for (std::size_t r = 0; complete && r < ranges.size() && !stop.stop_requested(); ++r)
        complete = searchRange(*matcher, units, r, ranges[r], found, stop);
    if (stop.stop_requested()) return cancelled();
    if (!complete)
        return fail(Fault::BadInput,
                    fmt::format("The tokenizer's expression {} takes too much time or memory on this text.", inQuotes(compiled.expression)),
                    "Shorten the longest stretch without spaces, or use another model.");
    return {};
}

}   // namespace core
