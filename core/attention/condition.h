// Condition: what stands in where(…), a yes or no about a query's position q, a key's position k and the number of keys n, over whole numbers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/attention/key_runs.h"
#include "core/base/shape.h"

namespace core {

// Arithmetic never fails: results are held within ±2^60, a / b is the floor of the quotient, a % b lies in [0, |b|), and both are 0 where b is 0.
class Condition {
public:
    enum class Op { Number, Query, Key, Count, Negate, Abs, Add, Subtract, Multiply, Divide, Modulo, Less, LessEqual, Greater, GreaterEqual, Equal,
                    NotEqual, Not, And, Or };
    struct Node {
        Op op = Op::Number;
        Index value = 0;   // of a number
        int left = -1;     // the only operand of Negate, Abs and Not
        int right = -1;
        friend bool operator==(const Node&, const Node&) = default;
    };
    static constexpr Index kLargest = Index(1) << 60;
    static constexpr std::size_t kMostNodes = 200;

    // Nodes stand after their operands, and the last one is the whole: a comparison or a connection of comparisons. condition_parser.h checks this.
    explicit Condition(std::vector<Node> nodes) : m_nodes(std::move(nodes)) {}
    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; }

    [[nodiscard]] bool holds(Index q, Index k, Index n) const;
    // The keys in [0, n) of which it holds. Bounds of whole ranges are tried first, so that a row costs its runs where the condition has few of them,
    // and n where it changes from key to key.
    [[nodiscard]] KeyRuns runs(Index q, Index n) const;
    [[nodiscard]] std::string text() const;   // fewest parentheses; parses to the same nodes
    friend bool operator==(const Condition&, const Condition&) = default;

private:
    enum class Truth { Never, Sometimes, Always };
    void evaluate(Index q, Span keys, Index n, std::vector<Index>& values) const;
    [[nodiscard]] Truth truthOver(Index q, Span keys, Index n) const;   // Sometimes where it is not known
    [[nodiscard]] std::string textOf(int node) const;
    std::vector<Node> m_nodes;
};

using ConditionPtr = std::shared_ptr<const Condition>;

}   // namespace core
