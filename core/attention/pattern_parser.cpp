#include "core/attention/pattern_parser.h"

#include <fmt/format.h>

#include "core/attention/pattern_node.h"
#include "core/attention/text_scanner.h"

namespace core {

namespace {

//     union        = intersection { "|" intersection }
//     intersection = factor { "&" factor }
//     factor       = "!" factor | "(" union ")" | name [ "(" [ number { "," number } ] ")" ]
class PatternParser {
public:
    PatternParser(std::string_view text, Span region) : m_scan(text, region) {}

    Result<Pattern> whole()
    {
        FOVEA_TRY(pattern, parseUnion());
        m_scan.skipSpace();
        if (m_scan.atEnd()) return pattern;
        return m_scan.errorAt(m_scan.position(), fmt::format("expected &, | or the end, found {}.", m_scan.found()));
    }

private:
    Result<Pattern> parseUnion()
    {
        FOVEA_TRY(result, parseIntersection());
        while (m_scan.take('|')) {
            FOVEA_TRY(next, parseIntersection());
            result = result | next;
        }
        return result;
    }

    Result<Pattern> parseIntersection()
    {
        FOVEA_TRY(result, parseFactor());
        while (m_scan.take('&')) {
            FOVEA_TRY(next, parseFactor());
            result = result & next;
        }
        return result;
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
        return Pattern::Node::leaf(*primitive, std::move(arguments));
    }

    Result<Arguments> parseArguments(const Primitive& primitive)
    {
        Arguments arguments;
        if (!m_scan.take('(') || m_scan.take(')')) return arguments;
        do {
            m_scan.skipSpace();
            const Index begin = m_scan.position();
            const Index value = m_scan.number();
            if (value < 0)
                return m_scan.errorAt(begin, fmt::format("expected a whole number, found {}.", m_scan.found()),
                                      fmt::format("Write {} with whole numbers.", signatureOf(primitive)));
            arguments.push_back(value);
            // Named here, where its column is known; the count is checked when all are read.
            if (const std::size_t i = arguments.size() - 1; i < primitive.parameters.size()) {
                const Parameter& parameter = primitive.parameters[i];
                if (value < parameter.lowest || value > parameter.highest)
                    return m_scan.errorAt(begin, fmt::format("{} of {} is out of range.", parameter.letter, signatureOf(primitive)),
                                          fmt::format("Choose a number from {} to {}.", parameter.lowest, parameter.highest));
            }
        } while (m_scan.take(','));
        if (m_scan.take(')')) return arguments;
        return m_scan.errorAt(m_scan.position(), fmt::format("expected \",\" or \")\", found {}.", m_scan.found()));
    }

    static std::string known() { return fmt::format("Known patterns: {}.", signatureList()); }

    TextScanner m_scan;
    int m_depth = 0;
    Index m_size = 0;
};

}   // namespace

Result<Pattern> parsePattern(std::string_view text, Span region, [[maybe_unused]] const Tokens* tokens)
{
    return PatternParser(text, region).whole();
}

Result<Pattern> Pattern::parse(std::string_view text, const Tokens* tokens) { return parsePattern(text, {0, Index(text.size())}, tokens); }

}   // namespace core
