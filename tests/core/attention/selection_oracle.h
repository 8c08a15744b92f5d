// Selecting patterns straight from their definitions, cell by cell in double, and one comparison of what was chosen with them.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/attention/pattern_node.h"
#include "core/attention/selection.h"
#include "tests/core/attention/attention_checks.h"

namespace test {

inline core::Pattern parsedPattern(const std::string& text)
{
    const auto pattern = core::Pattern::parse(text);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern.value_or(core::Pattern());
}

// What an oracle may get wrong on purpose, to show that the comparison finds it.
enum class OracleMistake { None, LastOfTies, OneTooFew, OwnBlockForgotten, FutureSeen, HeadModulo, AveragedNotSummed, SeedIgnored, ScopeForgotten };

class SelectionOracle {
public:
    using Cells = std::vector<bool>;   // [keys]
    explicit SelectionOracle(const Heads& heads, OracleMistake mistake = OracleMistake::None) : m_heads(heads), m_mistake(mistake) {}

    [[nodiscard]] Cells row(const core::Pattern& pattern, Index head, Index p) const
    {
        return row(core::Pattern::Node::of(pattern), head, p, Cells(std::size_t(n()), true));
    }

private:
    using Node = core::Pattern::Node;
    [[nodiscard]] Index n() const { return m_heads.shape.n; }
    [[nodiscard]] bool is(OracleMistake mistake) const { return m_mistake == mistake; }
    [[nodiscard]] Index kvHead(Index head) const { return is(OracleMistake::HeadModulo) ? head % m_heads.shape.kvHeads : m_heads.kvHeadOf(head); }

    [[nodiscard]] Cells row(const Node& node, Index head, Index p, const Cells& scope) const
    {
        Cells result(scope.size(), node.kind == Node::Kind::And);
        const auto merge = [&](const Cells& other, auto combine) {
            for (std::size_t j = 0; j < result.size(); ++j) result[j] = combine(bool(result[j]), bool(other[j]));
        };
        if (!node.selects) {
            for (std::size_t j = 0; j < result.size(); ++j) result[j] = scope[j] && node.allows({p, n()}, Index(j));
        } else if (node.kind == Node::Kind::Not) {
            result = scope;
            merge(row(*node.children[0], head, p, scope), [](bool a, bool b) { return a && !b; });
        } else if (node.kind == Node::Kind::Or) {
            for (const auto& child : node.children) merge(row(*child, head, p, scope), [](bool a, bool b) { return a || b; });
        } else {
            const auto both = [](bool a, bool b) { return a && b; };
            Cells inner = scope;
            for (const auto& child : node.children)
                if (!child->selects) merge(row(*child, head, p, scope), both);
            merge(scope, both);
            if (!is(OracleMistake::ScopeForgotten)) inner = result;
            for (const auto& child : node.children)
                if (child->selects && !child->isChoice()) merge(row(*child, head, p, inner), both);
            for (const auto& child : node.children)
                if (child->isChoice()) result = chosen(*child, head, p, result);
        }
        return result;
    }

    [[nodiscard]] Cells chosen(const Node& leaf, Index head, Index p, const Cells& candidates) const
    {
        const std::vector<Index>& numbers = leaf.arguments.numbers;
        const std::string_view name = leaf.primitive->name;
        if (name == "topk") return topK(numbers[0], head, p, candidates);
        if (name == "moba") return moba(numbers[0], numbers[1], head, p, candidates);
        if (name == "nsa") return nsa(numbers, head, p, candidates);
        if (name == "lsh") return lsh(numbers, head, p, candidates);
        if (name == "routing") return routing(numbers, head, p, candidates);
        ADD_FAILURE() << "no definition of " << name;
        return candidates;
    }

    // float vectors as doubles
    [[nodiscard]] std::vector<double> q(Index head, Index p) const { return vectorOf(m_heads.q, head, p); }
    [[nodiscard]] std::vector<double> k(Index head, Index j) const { return vectorOf(m_heads.k, kvHead(head), j); }
    [[nodiscard]] std::vector<double> vectorOf(const core::RowMatrix& rows, Index head, Index i) const
    {
        const float* x = rows.row(i).data() + head * m_heads.shape.d;
        return {x, x + m_heads.shape.d};
    }
    static double dot(const std::vector<double>& a, const std::vector<double>& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

    // Sorted by score, ties by index; the first `count`.
    [[nodiscard]] std::vector<Index> best(std::vector<std::pair<double, Index>> scored, Index count) const
    {
        std::ranges::sort(scored, [&](const auto& a, const auto& b) {
            if (a.first != b.first) return a.first > b.first;
            return is(OracleMistake::LastOfTies) ? a.second > b.second : a.second < b.second;
        });
        if (is(OracleMistake::OneTooFew)) --count;
        std::vector<Index> result;
        for (std::size_t i = 0; i < scored.size() && Index(i) < count; ++i) result.push_back(scored[i].second);
        return result;
    }

    [[nodiscard]] Cells topK(Index count, Index head, Index p, const Cells& candidates) const
    {
        std::vector<std::pair<double, Index>> scored;
        for (Index j = 0; j < n(); ++j)
            if (candidates[std::size_t(j)]) scored.emplace_back(dot(q(head, p), k(head, j)), j);
        Cells result(candidates.size(), false);
        for (const Index j : best(scored, count)) result[std::size_t(j)] = true;
        return result;
    }

    [[nodiscard]] std::vector<double> mean(Index head, Index begin, Index size) const
    {
        std::vector<double> result(std::size_t(m_heads.shape.d), 0.0);
        for (Index j = begin; j < begin + size; ++j)
            for (std::size_t c = 0; c < result.size(); ++c) result[c] += k(head, j)[c];
        for (double& each : result) each = double(float(each / double(size)));   // kept in single precision
        return result;
    }
    [[nodiscard]] static Cells inBlocks(const Cells& candidates, const std::vector<Index>& blocks, Index size)
    {
        Cells result = candidates;
        for (std::size_t j = 0; j < result.size(); ++j) result[j] = result[j] && std::ranges::find(blocks, Index(j) / size) != blocks.end();
        return result;
    }
    [[nodiscard]] static bool holds(const Cells& candidates, Index block, Index size)
    {
        for (Index j = block * size; j < std::min(Index(candidates.size()), (block + 1) * size); ++j)
            if (candidates[std::size_t(j)]) return true;
        return false;
    }

    [[nodiscard]] Cells moba(Index size, Index count, Index head, Index p, const Cells& candidates) const
    {
        const Index own = p / size, end = is(OracleMistake::FutureSeen) ? n() / size : own;
        std::vector<std::pair<double, Index>> gates;
        for (Index block = 0; block < end; ++block)
            if (block != own && (is(OracleMistake::FutureSeen) || holds(candidates, block, size)))
                gates.emplace_back(dot(q(head, p), mean(head, block * size, size)), block);
        std::vector<Index> blocks = best(gates, count - 1);
        if (!is(OracleMistake::OwnBlockForgotten)) blocks.push_back(own);
        return inBlocks(candidates, blocks, size);
    }

    // p_slc[j] = Σ_{m < b/s} Σ_{n < l/s} p_cmp[(b/s)·j + m − n], summed over the heads of the group.
    [[nodiscard]] Cells nsa(const std::vector<Index>& numbers, Index head, Index p, const Cells& candidates) const
    {
        const Index l = numbers[0], s = numbers[1], b = numbers[2], own = p / b, parts = p + 1 < l ? 0 : (p + 1 - l) / s + 1;
        const Index group = m_heads.shape.heads / m_heads.shape.kvHeads, first = head / group * group;
        std::vector<double> score(std::size_t(own + 1), 0.0);
        for (Index other = first; other < first + group; ++other) {
            std::vector<double> weights;
            double sum = 0.0;
            for (Index i = 0; i < parts; ++i)
                sum += weights.emplace_back(std::exp(double(m_heads.scale()) * dot(q(other, p), mean(other, i * s, l))));
            for (Index j = 0; j <= own; ++j)
                for (Index m = 0; m < b / s; ++m)
                    for (Index i = 0; i < (is(OracleMistake::AveragedNotSummed) ? 1 : l / s); ++i) {
                        const Index part = b / s * j + m - i;
                        if (part >= 0 && part < parts) score[std::size_t(j)] += weights[std::size_t(part)] / sum;
                    }
        }
        std::vector<Index> blocks;
        for (Index j = 0; j <= own; ++j)
            if (j == 0 || j >= own - 1) blocks.push_back(j);
        std::vector<std::pair<double, Index>> others;
        for (Index j = 1; j < own - 1; ++j)
            if (holds(candidates, j, b)) others.emplace_back(score[std::size_t(j)], j);
        for (const Index j : best(others, numbers[3] - Index(blocks.size()))) blocks.push_back(j);
        return inBlocks(candidates, blocks, b);
    }

    [[nodiscard]] std::vector<double> drawn(Index seed, Index row) const
    {
        core::Random random(core::hashOf(std::uint64_t(is(OracleMistake::SeedIgnored) ? 0 : seed), std::uint64_t(row)));
        std::vector<double> result;
        for (Index c = 0; c < m_heads.shape.d; ++c) result.push_back(double(float(random.normal())));
        return result;
    }
    [[nodiscard]] static Index argmax(const std::vector<double>& x) { return std::max_element(x.begin(), x.end()) - x.begin(); }

    template<class Label>
    [[nodiscard]] Cells sharing(Index head, Index p, const Cells& candidates, Index rounds, const Label& label) const
    {
        Cells result(candidates.size(), false);
        for (std::size_t j = 0; j < result.size(); ++j)
            for (Index round = 0; candidates[j] && round < rounds; ++round)
                if (label(q(head, p), round) == label(k(head, Index(j)), round)) result[j] = true;
        if (std::ranges::find(result, true) == result.end()) result[std::size_t(p)] = candidates[std::size_t(p)];
        return result;
    }
    [[nodiscard]] Cells lsh(const std::vector<Index>& numbers, Index head, Index p, const Cells& candidates) const
    {
        return sharing(head, p, candidates, numbers[1], [&](const std::vector<double>& x, Index round) {
            std::vector<double> ends;
            const Index directions = numbers[0] / 2;
            for (Index i = 0; i < directions; ++i) ends.push_back(dot(x, drawn(numbers[2], round * directions + i)));
            for (Index i = 0; i < directions; ++i) ends.push_back(-ends[std::size_t(i)]);
            return argmax(ends);
        });
    }
    [[nodiscard]] Cells routing(const std::vector<Index>& numbers, Index head, Index p, const Cells& candidates) const
    {
        return sharing(head, p, candidates, 1, [&](const std::vector<double>& x, Index) {
            std::vector<double> along;
            for (Index i = 0; i < numbers[0]; ++i) {
                const std::vector<double> direction = drawn(numbers[1], i);
                along.push_back(dot(x, direction) / std::sqrt(dot(direction, direction)));
            }
            return argmax(along);
        });
    }

    const Heads& m_heads;
    OracleMistake m_mistake;
};

inline std::vector<core::LayoutPtr> chosenFor(const Heads& heads, const core::Pattern& pattern)
{
    const Blocks blocks(heads);
    core::SelectionBatch batch{.q = &blocks.q, .k = &blocks.k, .scale = heads.scale(), .queries = {0, heads.shape.n}, .heads = {}, .work = "A test"};
    for (Index head = 0; head < heads.shape.heads; ++head) batch.heads.push_back({head, pattern, nullptr});
    const auto layouts = core::chosenLayouts(batch, {});
    EXPECT_TRUE(layouts) << layouts.error().what;
    return layouts.value_or(std::vector<core::LayoutPtr>());
}

// Empty when the pairs are those of the definition; otherwise the first cell that is not.
inline std::string selectionFault(const Heads& heads, const core::Pattern& pattern, const std::vector<core::LayoutPtr>& layouts,
                                  OracleMistake mistake = OracleMistake::None)
{
    const SelectionOracle oracle(heads, mistake);
    for (Index head = 0; head < heads.shape.heads; ++head)
        for (Index p = 0; p < heads.shape.n; ++p) {
            const SelectionOracle::Cells expected = oracle.row(pattern, head, p);
            const core::BlockLayout& layout = *layouts[std::size_t(head)];
            core::KeyRuns runs;
            for (Index j = 0; j < heads.shape.n; ++j) {
                if (expected[std::size_t(j)]) core::appendRun(runs, {j, j + 1});
                if (layout.allows(p, j) != expected[std::size_t(j)])
                    return fmt::format("{}: head {} cell {}, {} is {}", pattern.text(), head, p, j,
                                       expected[std::size_t(j)] ? "missing" : "too much");
            }
            if (layout.row(p) != runs || layout.rowCount(p) != core::countOf(runs))
                return fmt::format("{}: runs of head {} row {}", pattern.text(), head, p);
        }
    return {};
}

}   // namespace test
