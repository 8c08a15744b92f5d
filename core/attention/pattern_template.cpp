#include "core/attention/pattern_template.h"

#include <fmt/format.h>

#include "core/attention/named_tokens.h"
#include "core/attention/text_scanner.h"

namespace core {

namespace {

struct NumberList {
    Span place;   // in the text, with both braces
    std::vector<Index> numbers;
};

constexpr Index kLargestNumber = 1'000'000'000;

Result<NumberList> readList(std::string_view text, Index begin)
{
    TextScanner scan(text, {begin + 1, Index(text.size())});
    NumberList list;
    do {
        scan.skipSpace();
        const Index at = scan.position();
        FOVEA_TRY(range, parseRange(scan, kLargestNumber));
        if (std::size_t(range.size()) + list.numbers.size() > kMostSwept)
            return scan.errorAt(at, fmt::format("this list has more than {} numbers.", kMostSwept), "List fewer, as in {8, 16, 32}.");
        for (Index number = range.begin; number < range.end; ++number) list.numbers.push_back(number);
    } while (scan.take(','));
    if (!scan.take('}'))
        return scan.errorAt(scan.position(), fmt::format("expected \",\" or \"}}\", found {}.", scan.found()), "Write a list as in {8, 16, 32}.");
    list.place = {begin, scan.position()};
    return list;
}

// Braces inside quoted token texts are no lists.
Result<std::vector<NumberList>> listsIn(std::string_view text)
{
    std::vector<NumberList> lists;
    std::size_t product = 1;
    bool quoted = false;
    for (Index at = 0; at < Index(text.size()); ++at) {
        const char c = text[std::size_t(at)];
        if (quoted && c == '\\') ++at;
        if (c == '"') quoted = !quoted;
        if (quoted || c != '{') continue;
        FOVEA_TRY(list, readList(text, at));
        product *= list.numbers.size();
        if (product > kMostSwept)
            return TextScanner(text).errorAt(at, fmt::format("this list makes {} patterns, at most {} are tried.", product, kMostSwept),
                                             "List fewer numbers.");
        at = list.place.end - 1;
        lists.push_back(std::move(list));
    }
    return lists;
}

// The text with the choice-th combination of numbers.
std::string filled(std::string_view text, const std::vector<NumberList>& lists, std::size_t choice)
{
    std::string result(text);
    for (auto list = lists.rbegin(); list != lists.rend(); ++list) {   // from the end, so that places stay right
        result.replace(std::size_t(list->place.begin), std::size_t(list->place.size()), std::to_string(list->numbers[choice % list->numbers.size()]));
        choice /= list->numbers.size();
    }
    return result;
}

}   // namespace

Result<std::vector<Pattern>> patternsOfTemplate(std::string_view text, const Tokens* tokens)
{
    FOVEA_TRY(lists, listsIn(text));
    std::size_t count = 1;
    for (const NumberList& list : lists) count *= list.numbers.size();
    std::vector<Pattern> patterns;
    for (std::size_t choice = 0; choice < count; ++choice) {
        const std::string one = filled(text, lists, choice);
        Result<Pattern> pattern = Pattern::parse(one, tokens);
        if (!pattern && lists.empty()) return tl::unexpected(pattern.error());
        if (!pattern) return fail(Fault::BadInput, fmt::format("\"{}\" is wrong at {}", one, pattern.error().what), pattern.error().remedy);
        patterns.push_back(std::move(*pattern));
    }
    return patterns;
}

}   // namespace core
