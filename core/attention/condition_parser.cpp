#include "core/attention/condition_parser.h"

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace core {

namespace {

using Op = Condition::Op;

constexpr int kMostNested = 64;

//     either     = both { "or" both }
//     both       = negation { "and" negation }
//     negation   = "not" negation | comparison
//     comparison = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
//     sum        = product { ("+" | "-") product }
//     product    = signed { ("*" | "/" | "%") signed }
//     signed     = "-" signed | number | "q" | "k" | "n" | "abs" "(" sum ")" | "(" either ")"
class ConditionParser {
public:
    explicit ConditionParser(TextScanner& scan) : m_scan(scan) {}

    Result<ConditionPtr> whole()
    {
        FOVEA_TRY(part, parseEither());
        FOVEA_CHECK(expect(part, Kind::Truth));
        return std::make_shared<const Condition>(std::move(m_nodes));
    }

private:
    enum class Kind { Number, Truth };
    struct Part {
        int node;
        Kind kind;
        Index begin;   // where it stands in the text
    };
    using Parse = Result<Part> (ConditionParser::*)();

    Result<void> expect(const Part& part, Kind kind) const
    {
        if (part.kind == kind) return {};
        if (kind == Kind::Truth) return m_scan.errorAt(part.begin, "this is a number, expected a comparison.", "Write it as in q - k < 4.");
        return m_scan.errorAt(part.begin, "this is a comparison, expected a number.", "Join comparisons with and, or, not.");
    }

    Result<Part> add(Op op, Index begin, Index value = 0, int left = -1, int right = -1)
    {
        if (m_nodes.size() == Condition::kMostNodes)
            return m_scan.errorAt(begin, fmt::format("a condition has at most {} numbers and operators.", Condition::kMostNodes));
        m_nodes.push_back({op, value, left, right});
        return Part{int(m_nodes.size()) - 1, op >= Op::Less ? Kind::Truth : Kind::Number, begin};
    }

    // operand { operator operand }, from left to right; `next` reads the operator.
    template<class Next>
    Result<Part> chain(Parse operand, Kind kind, const Next& next)
    {
        FOVEA_TRY(left, (this->*operand)());
        while (const std::optional<Op> op = next()) {
            FOVEA_CHECK(expect(left, kind));
            FOVEA_TRY(right, (this->*operand)());
            FOVEA_CHECK(expect(right, kind));
            if ((*op == Op::Divide || *op == Op::Modulo) && m_nodes.back() == Condition::Node{})   // the literal 0
                return m_scan.errorAt(right.begin, "nothing can be divided by 0.");
            FOVEA_TRY(joined, add(*op, left.begin, 0, left.node, right.node));
            left = joined;
        }
        return left;
    }

    Result<Part> parseEither()
    {
        return chain(&ConditionParser::parseBoth, Kind::Truth, [this] { return m_scan.takeWord("or") ? std::optional(Op::Or) : std::nullopt; });
    }

    Result<Part> parseBoth()
    {
        return chain(&ConditionParser::parseNegation, Kind::Truth, [this] { return m_scan.takeWord("and") ? std::optional(Op::And) : std::nullopt; });
    }

    Result<Part> parseNegation()
    {
        m_scan.skipSpace();
        const Index begin = m_scan.position();
        if (!m_scan.takeWord("not")) return parseComparison();
        FOVEA_TRY(inner, nested(&ConditionParser::parseNegation));
        FOVEA_CHECK(expect(inner, Kind::Truth));
        return add(Op::Not, begin, 0, inner.node);
    }

    Result<Part> parseComparison()
    {
        static constexpr std::array<std::pair<std::string_view, Op>, 6> kComparisons{{{"<=", Op::LessEqual},
                                                                                      {">=", Op::GreaterEqual},
                                                                                      {"==", Op::Equal},
                                                                                      {"!=", Op::NotEqual},
                                                                                      {"<", Op::Less},
                                                                                      {">", Op::Greater}}};
        FOVEA_TRY(result, parseSum());
        for (const auto& [symbol, op] : kComparisons) {
            if (!m_scan.take(symbol)) continue;
            FOVEA_CHECK(expect(result, Kind::Number));
            FOVEA_TRY(right, parseSum());
            FOVEA_CHECK(expect(right, Kind::Number));
            FOVEA_TRY(compared, add(op, result.begin, 0, result.node, right.node));
            result = compared;
            break;
        }
        FOVEA_CHECK(refuseOtherLanguages());
        return result;
    }

    // What stands behind a comparison in patterns and in other programs.
    Result<void> refuseOtherLanguages()
    {
        m_scan.skipSpace();
        const char next = m_scan.peek();
        if (next == '=') return m_scan.errorAt(m_scan.position(), "a single = compares nothing.", "Write ==.");
        if (next == '&' || next == '|' || next == '!')
            return m_scan.errorAt(m_scan.position(), fmt::format("{} joins patterns, not comparisons.", m_scan.found()), "Write and, or, not.");
        return {};
    }

    Result<Part> parseSum()
    {
        return chain(&ConditionParser::parseProduct, Kind::Number, [this] {
            return m_scan.take('+') ? std::optional(Op::Add) : m_scan.take('-') ? std::optional(Op::Subtract) : std::nullopt;
        });
    }

    Result<Part> parseProduct()
    {
        return chain(&ConditionParser::parseSigned, Kind::Number, [this] {
            return m_scan.take('*')   ? std::optional(Op::Multiply)
                   : m_scan.take('/') ? std::optional(Op::Divide)
                   : m_scan.take('%') ? std::optional(Op::Modulo)
                                      : std::nullopt;
        });
    }

    Result<Part> parseSigned()
    {
        m_scan.skipSpace();
        const Index begin = m_scan.position();
        if (!m_scan.take('-')) return parseAtom(begin);
        FOVEA_TRY(inner, nested(&ConditionParser::parseSigned));
        FOVEA_CHECK(expect(inner, Kind::Number));
        return add(Op::Negate, begin, 0, inner.node);
    }

    Result<Part> parseAtom(Index begin)
    {
        if (m_scan.take('(')) return bracketed(begin);
        if (const Index value = m_scan.number(); value >= 0) {
            if (value > kLargestNumber) return m_scan.errorAt(begin, "this number is too large.", fmt::format("Up to {}.", kLargestNumber));
            return add(Op::Number, begin, value);
        }
        const std::string_view word = m_scan.word();
        if (word == "q") return add(Op::Query, begin);
        if (word == "k") return add(Op::Key, begin);
        if (word == "n") return add(Op::Count, begin);
        if (word == "abs" && m_scan.take('(')) {
            FOVEA_TRY(inner, bracketed(begin));
            FOVEA_CHECK(expect(inner, Kind::Number));
            return add(Op::Abs, begin, 0, inner.node);
        }
        const std::string what = word.empty() ? m_scan.found() : fmt::format("\"{}\"", word);
        return m_scan.errorAt(begin, fmt::format("expected a number, q, k or n, found {}.", what),
                              "A condition has q, k, n, + - * / %, < <= > >= == !=, and, or, not, brackets and abs(…).");
    }

    // Behind an opening bracket.
    Result<Part> bracketed(Index begin)
    {
        FOVEA_TRY(inner, nested(&ConditionParser::parseEither));
        if (m_scan.take(')')) return Part{inner.node, inner.kind, begin};
        if (m_scan.atEnd()) return m_scan.errorAt(begin, "this bracket is never closed.", "Add a \")\".");
        return m_scan.errorAt(m_scan.position(), fmt::format("expected an operator or \")\", found {}.", m_scan.found()));
    }

    Result<Part> nested(Parse parse)
    {
        if (m_depth == kMostNested)
            return m_scan.errorAt(m_scan.position(), fmt::format("brackets, - and not nest deeper than {}.", kMostNested), "Write it flatter.");
        ++m_depth;
        Result<Part> result = (this->*parse)();
        --m_depth;
        return result;
    }

    static constexpr Index kLargestNumber = 1'000'000'000;
    TextScanner& m_scan;
    std::vector<Condition::Node> m_nodes;
    int m_depth = 0;
};

}   // namespace

Result<ConditionPtr> parseCondition(TextScanner& scan) { return ConditionParser(scan).whole(); }

}   // namespace core
