// Selection by where queries and keys lie in the space of a head: the same bucket of a hash, or the same cluster.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/attention/many_products.h"
#include "core/attention/selector.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

constexpr Index kPieceRows = 64;
constexpr std::int32_t kEverywhere = -1;   // the label of what is not finite

// `count` rows of normal numbers; row i depends on (seed, first + i) alone. In single precision, so that products with them are exact in double.
RowMatrix normalRows(Index seed, Index first, Index count, Index d)
{
    RowMatrix rows(count, d);
    for (Index i = 0; i < count; ++i) {
        Random random(hashOf(std::uint64_t(seed), std::uint64_t(first + i)));
        for (Index c = 0; c < d; ++c) rows(i, c) = float(random.normal());
    }
    return rows;
}

// Places in the space of a head by the nearest of some directions.
class Places {
public:
    // Both: a direction and its opposite are two places, the opposite ones behind all others.
    enum class Ends { One, Both };
    Places(const RowMatrix& directions, Ends ends) :
        m_directions(HeadRows(1, directions.cols()).appended(directions.data(), directions.rows(), directions.cols()), 0), m_ends(ends)
    {
    }

    // argmax of x·direction; the first of equal ones.
    [[nodiscard]] std::int32_t nearest(const float* x, Index d, std::vector<double>& products) const
    {
        if (!rows::allFinite(x, d)) return kEverywhere;
        m_directions.of(x, m_directions.count(), products);
        const Index count = Index(products.size());
        Index best = 0;
        for (Index i = 1; i < count; ++i)
            if (products[std::size_t(i)] > products[std::size_t(best)]) best = i;
        if (m_ends == Ends::One) return std::int32_t(best);
        Index least = 0;
        for (Index i = 1; i < count; ++i)
            if (products[std::size_t(i)] < products[std::size_t(least)]) least = i;
        return std::int32_t(-products[std::size_t(least)] > products[std::size_t(best)] ? count + least : best);
    }

    [[nodiscard]] std::vector<std::int32_t> labelsOf(const HeadRows& rows, Index head, Span which, const std::stop_token& stop) const
    {
        std::vector<std::int32_t> labels(std::size_t(which.size()), 0);
        parallelFor(
            ceilDiv(which.size(), kPieceRows),
            [&](Index piece) {
                std::vector<double> products;
                for (Index i = piece * kPieceRows; i < std::min(which.size(), (piece + 1) * kPieceRows); ++i)
                    labels[std::size_t(i)] = nearest(rows.row(head, which.begin + i), rows.width(), products);
            },
            stop);
        return labels;
    }

private:
    ManyProducts m_directions;
    Ends m_ends;
};

// A query keeps the keys that share its place in some round; where there is none, its own.
class SamePlace final : public Selector {
public:
    explicit SamePlace(const SelectionInput& input) : m_offset(input.offset()), m_queries(input.queries) {}
    void addRound(const SelectionInput& input, const Places& places, const std::stop_token& stop)
    {
        m_rounds.push_back(
            {places.labelsOf(*input.q, input.head, input.queries, stop), places.labelsOf(*input.k, input.kvHead(), {0, input.k->rows()}, stop)});
    }
    [[nodiscard]] std::vector<KeyRuns> select(Span rows, const std::vector<KeyRuns>& candidates) const override
    {
        std::vector<KeyRuns> chosen;
        for (Index row = rows.begin; row < rows.end; ++row) chosen.push_back(keysOf(row, candidates[std::size_t(row - rows.begin)]));
        return chosen;
    }

private:
    [[nodiscard]] KeyRuns keysOf(Index row, const KeyRuns& candidates) const
    {
        KeyRuns keys;
        std::vector<std::uint8_t> shared;
        for (const Span& run : candidates) {
            shared.assign(std::size_t(run.size()), 0);
            for (const Round& round : m_rounds) mark(round, round.queries[std::size_t(row - m_queries.begin)], run, shared);
            for (Index j = run.begin; j < run.end; ++j)
                if (shared[std::size_t(j - run.begin)]) appendRun(keys, {j, j + 1});
        }
        const Index own = row + m_offset;
        return keys.empty() ? intersectionOf(candidates, KeyRuns{{own, own + 1}}) : keys;
    }

    struct Round {
        std::vector<std::int32_t> queries;   // labels of m_queries
        std::vector<std::int32_t> keys;      // of all keys
    };
    static void mark(const Round& round, std::int32_t label, Span run, std::vector<std::uint8_t>& shared)
    {
        if (label == kEverywhere) return std::ranges::fill(shared, std::uint8_t(1)), void();
        const std::int32_t* key = round.keys.data() + run.begin;
        for (std::size_t i = 0; i < shared.size(); ++i) shared[i] |= std::uint8_t((key[i] == label) | (key[i] == kEverywhere));
    }

    Index m_offset;
    Span m_queries;
    std::vector<Round> m_rounds;
};

}   // namespace

// h(x) = argmax [x·R; −x·R] with R Gaussian, drawn for each round: Kitaev et al. 2020, without the sorted chunks, which only bound the work. They
// hash one vector as query and as key; models that were not trained so have two, and a query may not share the place of its own key.
std::unique_ptr<const Selector> makeLsh(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop)
{
    const Index buckets = numbers[0], rounds = numbers[1], seed = numbers[2], directions = buckets / 2;
    auto selector = std::make_unique<SamePlace>(input);
    for (Index round = 0; round < rounds && !stop.stop_requested(); ++round)
        selector->addRound(input, Places(normalRows(seed, round * directions, directions, input.q->width()), Places::Ends::Both), stop);
    return selector;
}

// The nearest of `clusters` directions. The Routing Transformer learns them (Roy et al. 2020); here they are drawn, because directions found in a
// text would let its end decide what its beginning sees.
std::unique_ptr<const Selector> makeRouting(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop)
{
    RowMatrix directions = normalRows(numbers[1], 0, numbers[0], input.q->width());
    directions.rowwise().normalize();
    auto selector = std::make_unique<SamePlace>(input);
    selector->addRound(input, Places(directions, Places::Ends::One), stop);
    return selector;
}

}   // namespace core
