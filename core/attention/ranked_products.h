// The rows that have the largest products with a query. Products are taken block by block in single precision; where an order hangs on how they
// were rounded, once more in double. So the order is that of the double products, and depends on the two rows alone.
#pragma once

#include <utility>
#include <vector>

#include "core/attention/head_rows.h"
#include "core/attention/key_runs.h"

namespace core {

// Σ a_i·b_i in double, in the order of i. Products of two floats are exact there, so that no compiler can change a bit.
[[nodiscard]] double exactProduct(const float* a, const float* b, Index d);

// The `count` indices of the highest scores, ascending. What is no number comes first, of equal ones the lower index.
struct ScoredIndex {
    double score;
    Index index;
};
[[nodiscard]] std::vector<Index> highest(std::vector<ScoredIndex> scored, Index count);

class RankedProducts {
public:
    // Keeps references to both.
    RankedProducts(const HeadRows& q, Index head, const HeadRows& others, Index otherHead);

    // Of the candidates of each query of `rows`, which lie in one block, the `count` rows of `others` with the highest products; all where there are
    // no more.
    [[nodiscard]] std::vector<KeyRuns> best(Span rows, const std::vector<KeyRuns>& candidates, Index count) const;

private:
    class Panel;
    [[nodiscard]] KeyRuns bestOf(Index row, const KeyRuns& candidates, Index count, const Panel& panel) const;
    [[nodiscard]] double errorBound(Index row, Index last) const;   // of single precision, for the products with rows as far as `last`
    [[nodiscard]] std::vector<Index> bestOfClose(Index row, std::vector<Index> close, Index count) const;
    [[nodiscard]] KeyRuns bestInDouble(Index row, const KeyRuns& candidates, Index count) const;
    [[nodiscard]] ScoredIndex scored(Index row, Index other) const;

    const HeadRows& m_q;
    Index m_head;
    const HeadRows& m_others;
    Index m_otherHead;
    std::vector<float> m_longest;   // [rows of others], the largest norm so far
};

}   // namespace core
