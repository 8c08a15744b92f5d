#include "core/attention/pattern_parser.h"

#include <fmt/format.h>

#include "core/attention/condition_parser.h"
#include "core/attention/pattern_node.h"
#include "core/attention/text_scanner.h"

namespace core {

namespace {

//     union        = intersection { "|" intersection }
//     intersection = factor { "&" factor }
//     factor       = "!" factor | "(" union ")" | name [ "(" arguments ")" ]
//     arguments    = [ entry { "," entry } ] | condition          entry = number | token | cells, as the name's primitive wants
class PatternParser {
public:
    PatternParser(std::string_view text, Span region, const Tokens* tokens) : m_scan(text, region), m_tokens(tokens) {}

    Result<Pattern> whole()
    {
        FOVEA_TRY(pattern, parseUnion());
        FOVEA_CHECK(standsAlone(pattern));
        m_scan.skipSpace();
        if (m_scan.atEnd()) return pattern;
        return m_scan.errorAt(m_scan.position(), fmt::format("expected &, | or the end, found {}.", m_scan.found()));
    }

private:
    Result<Pattern> parseUnion()
    {
        FOVEA_TRY(result, parseIntersection());
        while (m_scan.take('|')) {
            FOVEA_CHECK(standsAlone(result));
            FOVEA_TRY(next, parseIntersection());
            FOVEA_CHECK(standsAlone(next));
            result = result | next;
        }
        return result;
    }

    Result<Pattern> parseIntersection()
    {
        FOVEA_TRY(first, parseFactor());
        std::vector<Pattern> operands{first};
        bool chosen = isChoice(first);
        while (m_scan.take('&')) {
            FOVEA_TRY(next, parseFactor());
            if (chosen && isChoice(next))
                return m_scan.errorAt(m_choice, fmt::format("this & has a pattern that chooses already, and {} is another one.", next.text()),
                                      fmt::format("Put what chooses first in brackets, as in (causal & topk(8)) & {}.", next.text()));
            chosen = chosen || isChoice(next);
            operands.push_back(next);
        }
        return operands.size() == 1 ? first : Pattern::Node::allOf(operands);
    }

    static bool isChoice(const Pattern& pattern) { return Pattern::Node::of(pattern).isChoice(); }

    // A choice may only be an operand of &. The one that was read last is the one that is looked at here.
    Result<void> standsAlone(const Pattern& pattern) const
    {
        if (!isChoice(pattern)) return {};
        return m_scan.errorAt(m_choice, fmt::format("{} chooses among what other patterns allow.", pattern.text()),
                              fmt::format("Write what it chooses among beside it, as in causal & {}.", pattern.text()));
    }

    Result<Pattern> parseFactor()
    {
        m_scan.skipSpace();
        if (m_depth == kMaxPatternDepth)
            return m_scan.errorAt(m_scan.position(), fmt::format("brackets and ! nest deeper than {}.", kMaxPatternDepth), "Write it flatter.");
        ++m_depth;
        Result<Pattern> result = parseNested();
        --m_depth;
        return result;
    }

    Result<Pattern> parseNested()
    {
        if (m_scan.take('!')) {
            FOVEA_TRY(inner, parseFactor());
            FOVEA_CHECK(standsAlone(inner));
            return !inner;
        }
        const Index open = m_scan.position();
        if (!m_scan.take('(')) return parseLeaf();
        FOVEA_TRY(inner, parseUnion());
        if (m_scan.take(')')) return inner;
        if (m_scan.atEnd()) return m_scan.errorAt(open, "this bracket is never closed.", "Add a \")\".");
        return m_scan.errorAt(m_scan.position(), fmt::format("expected &, | or \")\", found {}.", m_scan.found()));
    }

    Result<Pattern> parseLeaf()
    {
        const Index begin = m_scan.position();
        const std::string_view name = m_scan.word();
        if (name.empty()) return m_scan.errorAt(m_scan.position(), fmt::format("expected a pattern, found {}.", m_scan.found()), known());
        const Primitive* primitive = findPrimitive(name);
        if (!primitive) return m_scan.errorAt(begin, fmt::format("\"{}\" is no pattern.", name), known());
        if (++m_size > kMaxPatternSize) return m_scan.errorAt(begin, fmt::format("there are more than {} patterns in this text.", kMaxPatternSize));
        FOVEA_TRY(arguments, parseArguments(*primitive));
        if (const auto complaint = complaintAbout(*primitive, arguments)) return m_scan.errorAt(begin, *complaint);
        if (primitive->select) m_choice = begin;
        return Pattern::Node::leaf(*primitive, std::move(arguments));
    }

    Result<Arguments> parseArguments(const Primitive& primitive)
    {
        Arguments arguments;
        if (!m_scan.take('(') || m_scan.take(')')) return arguments;
        std::size_t entries = 0;
        do {
            m_scan.skipSpace();
            if (entries == kMaxListEntries)
                return m_scan.errorAt(m_scan.position(), fmt::format("{} has more than {} entries.", primitive.name, kMaxListEntries));
            FOVEA_CHECK(parseEntry(primitive, entries++, arguments));
        } while (!arguments.condition && m_scan.take(','));
        if (m_scan.take(')')) return arguments;
        const std::string_view expected = arguments.condition ? "an operator" : "\",\"";
        return m_scan.errorAt(m_scan.position(), fmt::format("expected {} or \")\", found {}.", expected, m_scan.found()));
    }

    Result<void> parseEntry(const Primitive& primitive, std::size_t index, Arguments& arguments)
    {
        const OpenList list = index < primitive.parameters.size() ? OpenList::None : primitive.list;
        switch (list) {
        case OpenList::Tokens:
            return arguments.tokens.parseNext(m_scan, m_tokens);
        case OpenList::Cells: {
            FOVEA_TRY(queries, parseRange(m_scan, kLargestArgument));
            if (!m_scan.take(':'))
                return m_scan.errorAt(m_scan.position(), fmt::format("expected \":\" and the keys, found {}.", m_scan.found()), "Write it as in 3:0-2.");
            FOVEA_TRY(keys, parseRange(m_scan, kLargestArgument));
            arguments.cells.push_back({queries, keys});
            return {};
        }
        case OpenList::Condition: {
            FOVEA_TRY(condition, parseCondition(m_scan));
            arguments.condition = std::move(condition);
            return {};
        }
        case OpenList::None:
        case OpenList::Numbers:
            break;
        }
        return parseNumber(primitive, index, arguments.numbers);
    }

    // Its range is checked here, where its column is known; how many there are is checked when all are read.
    Result<void> parseNumber(const Primitive& primitive, std::size_t index, std::vector<Index>& numbers)
    {
        const Index begin = m_scan.position();
        const Index value = m_scan.number();
        if (value < 0)
            return m_scan.errorAt(begin, fmt::format("expected a whole number, found {}.", m_scan.found()),
                                  fmt::format("Write {} with whole numbers.", signatureOf(primitive)));
        numbers.push_back(value);
        const Parameter* parameter = parameterAt(primitive, index);
        if (!parameter || (parameter->lowest <= value && value <= parameter->highest)) return {};
        return m_scan.errorAt(begin, fmt::format("{} of {} is out of range.", parameter->letter, signatureOf(primitive)),
                              fmt::format("Choose a number from {} to {}.", parameter->lowest, parameter->highest));
    }

    static std::string known() { return fmt::format("Known patterns: {}.", signatureList()); }

    TextScanner m_scan;
    const Tokens* m_tokens;
    int m_depth = 0;
    Index m_size = 0;
    Index m_choice = 0;   // where the last leaf that selects begins
};

}   // namespace

Result<Pattern> parsePattern(std::string_view text, Span region, const Tokens* tokens)
{
    return PatternParser(text, region, tokens).whole();
}

Result<Pattern> Pattern::parse(std::string_view text, const Tokens* tokens) { return parsePattern(text, {0, Index(text.size())}, tokens); }

}   // namespace core
