#include "core/attention/condition.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace core {

namespace {

using Op = Condition::Op;

constexpr Index kLanes = 64;   // keys that are evaluated together
constexpr Index kMost = Condition::kLargest;

constexpr Index held(Index x) { return std::clamp(x, -kMost, kMost); }
constexpr Index sizeOf(Index x) { return x < 0 ? -x : x; }

constexpr Index product(Index a, Index b)
{
    if (a != 0 && sizeOf(b) > kMost / sizeOf(a)) return (a < 0) == (b < 0) ? kMost : -kMost;
    return a * b;
}

constexpr Index floorQuotient(Index a, Index b)
{
    if (b == 0) return 0;
    const Index towardsZero = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? towardsZero - 1 : towardsZero;
}

constexpr Index remainder(Index a, Index b)
{
    if (b == 0) return 0;
    const Index rest = a % b;
    return rest < 0 ? rest + sizeOf(b) : rest;
}

constexpr Index applied(Op op, Index a, Index b)
{
    switch (op) {
    case Op::Negate: return -a;
    case Op::Abs: return sizeOf(a);
    case Op::Add: return held(a + b);
    case Op::Subtract: return held(a - b);
    case Op::Multiply: return product(a, b);
    case Op::Divide: return floorQuotient(a, b);
    case Op::Modulo: return remainder(a, b);
    case Op::Less: return a < b;
    case Op::LessEqual: return a <= b;
    case Op::Greater: return a > b;
    case Op::GreaterEqual: return a >= b;
    case Op::Equal: return a == b;
    case Op::NotEqual: return a != b;
    case Op::Not: return a == 0;
    case Op::And: return a != 0 && b != 0;
    case Op::Or: return a != 0 || b != 0;
    case Op::Number:
    case Op::Query:
    case Op::Key:
    case Op::Count: break;
    }
    return 0;
}

// How tightly an operator binds, and how it is written.
struct Spelling {
    int level;
    std::string_view text;
};

Spelling spellingOf(Op op)
{
    switch (op) {
    case Op::Or: return {1, "or"};
    case Op::And: return {2, "and"};
    case Op::Not: return {3, "not "};
    case Op::Less: return {4, "<"};
    case Op::LessEqual: return {4, "<="};
    case Op::Greater: return {4, ">"};
    case Op::GreaterEqual: return {4, ">="};
    case Op::Equal: return {4, "=="};
    case Op::NotEqual: return {4, "!="};
    case Op::Add: return {5, "+"};
    case Op::Subtract: return {5, "-"};
    case Op::Multiply: return {6, "*"};
    case Op::Divide: return {6, "/"};
    case Op::Modulo: return {6, "%"};
    case Op::Negate: return {7, "-"};
    case Op::Abs: return {8, "abs"};
    case Op::Query: return {8, "q"};
    case Op::Key: return {8, "k"};
    case Op::Count: return {8, "n"};
    case Op::Number: break;
    }
    return {8, ""};
}

}   // namespace

// values[node · kLanes + lane], lane for keys.begin + lane.
void Condition::evaluate(Index q, Span keys, Index n, std::vector<Index>& values) const
{
    values.resize(m_nodes.size() * kLanes);
    const Index lanes = keys.size();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const Node& node = m_nodes[i];
        Index* out = values.data() + i * kLanes;
        if (node.left < 0) {
            for (Index lane = 0; lane < lanes; ++lane)
                out[lane] = node.op == Op::Key ? keys.begin + lane : node.op == Op::Query ? q : node.op == Op::Count ? n : node.value;
            continue;
        }
        const Index* a = values.data() + node.left * kLanes;
        const Index* b = node.right < 0 ? a : values.data() + node.right * kLanes;
        for (Index lane = 0; lane < lanes; ++lane) out[lane] = applied(node.op, a[lane], b[lane]);
    }
}

bool Condition::holds(Index q, Index k, Index n) const
{
    thread_local std::vector<Index> values;
    evaluate(q, {k, k + 1}, n, values);
    return values[(m_nodes.size() - 1) * kLanes] != 0;
}

namespace {

struct Range {
    Index low;
    Index high;
};

template<class F>
Range overCorners(Range a, Range b, const F& f)
{
    const auto [low, high] = std::minmax({f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)});
    return {low, high};
}

Range quotientOf(Range a, Range b)
{
    if (b.low > 0 || b.high < 0) return overCorners(a, b, floorQuotient);
    const Index most = std::max(sizeOf(a.low), sizeOf(a.high));   // |a / b| ≤ |a|, also where b is 0
    return {-most, most};
}

Range remainderOf(Range a, Range b)
{
    if (b.low == b.high && b.low != 0) {
        const Index size = sizeOf(b.low);
        if (floorQuotient(a.low, size) == floorQuotient(a.high, size)) return {remainder(a.low, size), remainder(a.high, size)};
    }
    return {0, std::max({sizeOf(b.low), sizeOf(b.high), Index(1)}) - 1};
}

Range truthOf(bool always, bool ever) { return {always ? 1 : 0, ever ? 1 : 0}; }

// What `op` can give for operands anywhere in their ranges: never too narrow.
Range rangeOf(Op op, Range a, Range b)
{
    switch (op) {
    case Op::Negate: return {-a.high, -a.low};
    case Op::Abs: return {a.low > 0 ? a.low : a.high < 0 ? -a.high : 0, std::max(sizeOf(a.low), sizeOf(a.high))};
    case Op::Add: return {held(a.low + b.low), held(a.high + b.high)};
    case Op::Subtract: return {held(a.low - b.high), held(a.high - b.low)};
    case Op::Multiply: return overCorners(a, b, product);
    case Op::Divide: return quotientOf(a, b);
    case Op::Modulo: return remainderOf(a, b);
    case Op::Less: return truthOf(a.high < b.low, a.low < b.high);
    case Op::LessEqual: return truthOf(a.high <= b.low, a.low <= b.high);
    case Op::Greater: return truthOf(a.low > b.high, a.high > b.low);
    case Op::GreaterEqual: return truthOf(a.low >= b.high, a.high >= b.low);
    case Op::Equal: return truthOf(a.low == a.high && b.low == b.high && a.low == b.low, a.low <= b.high && b.low <= a.high);
    case Op::NotEqual: return truthOf(a.high < b.low || b.high < a.low, !(a.low == a.high && b.low == b.high && a.low == b.low));
    case Op::Not: return {1 - a.high, 1 - a.low};
    case Op::And: return {std::min(a.low, b.low), std::min(a.high, b.high)};
    case Op::Or: return {std::max(a.low, b.low), std::max(a.high, b.high)};
    case Op::Number:
    case Op::Query:
    case Op::Key:
    case Op::Count: break;
    }
    return {0, 0};
}

}   // namespace

Condition::Truth Condition::truthOver(Index q, Span keys, Index n) const
{
    thread_local std::vector<Range> ranges;
    ranges.clear();
    for (const Node& node : m_nodes) {
        if (node.left >= 0) {
            const Range a = ranges[std::size_t(node.left)];
            ranges.push_back(rangeOf(node.op, a, node.right < 0 ? a : ranges[std::size_t(node.right)]));
        } else if (node.op == Op::Key) {
            ranges.push_back({keys.begin, keys.end - 1});
        } else {
            const Index value = node.op == Op::Query ? q : node.op == Op::Count ? n : node.value;
            ranges.push_back({value, value});
        }
    }
    return ranges.back().low == 1 ? Truth::Always : ranges.back().high == 0 ? Truth::Never : Truth::Sometimes;
}

KeyRuns Condition::runs(Index q, Index n) const
{
    thread_local std::vector<Index> values;
    KeyRuns result;
    std::vector<Span> open;   // the leftmost on top
    if (n > 0) open.push_back({0, n});
    while (!open.empty()) {
        const Span keys = open.back();
        open.pop_back();
        const Truth truth = truthOver(q, keys, n);
        if (truth == Truth::Always) appendRun(result, keys);
        if (truth != Truth::Sometimes) continue;
        if (keys.size() > kLanes) {
            const Index middle = keys.begin + keys.size() / 2;
            open.push_back({middle, keys.end});
            open.push_back({keys.begin, middle});
            continue;
        }
        evaluate(q, keys, n, values);
        const Index* holds = values.data() + (m_nodes.size() - 1) * kLanes;
        for (Index lane = 0; lane < keys.size(); ++lane)
            if (holds[lane] != 0) appendRun(result, {keys.begin + lane, keys.begin + lane + 1});
    }
    return result;
}

std::string Condition::text() const { return textOf(int(m_nodes.size()) - 1); }

// Operators of one level lead from left to right, so only the right operand needs brackets at the same level; comparisons never stand in a row.
std::string Condition::textOf(int index) const
{
    const Node& node = m_nodes[std::size_t(index)];
    const auto [level, symbol] = spellingOf(node.op);
    const auto operand = [&](int child, int lowest) {
        const bool loose = spellingOf(m_nodes[std::size_t(child)].op).level < lowest;
        return loose ? fmt::format("({})", textOf(child)) : textOf(child);
    };
    if (node.op == Op::Number) return std::to_string(node.value);
    if (node.left < 0) return std::string(symbol);
    if (node.op == Op::Abs) return fmt::format("abs({})", textOf(node.left));
    if (node.right < 0) return fmt::format("{}{}", symbol, operand(node.left, level));
    return fmt::format("{} {} {}", operand(node.left, level == 4 ? 5 : level), symbol, operand(node.right, level + 1));
}

}   // namespace core
