// The selection branch of native sparse attention. Yuan et al. 2025, indices from 0.
#include <algorithm>
#include <cmath>

#include "core/attention/key_means.h"
#include "core/attention/many_products.h"
#include "core/attention/ranked_products.h"
#include "core/attention/selector.h"

namespace core {

namespace {

// Parts of l keys begin every s; each query looks at those that lie in its past by softmax, and a block of b keys scores what its parts got, over all
// heads that share the keys. The best n blocks are kept, always the first one, the own one and the one before it. Where the model would have learned
// how to compress a part, its mean stands.
class Nsa final : public Selector {
public:
    Nsa(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop) :
        m_length(numbers[0]),
        m_step(numbers[1]),
        m_size(numbers[2]),
        m_blocks(numbers[3]),
        m_input(input),
        m_parts(keyMeans(input, m_length, m_step, stop), 0)
    {
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
        const Index own = (row + m_input.offset()) / m_size;
        KeyRuns blocks{{0, 1}};
        appendRun(blocks, {std::max(Index(0), own - 1), own + 1});
        const std::vector<double> scores = blockScores(row, own + 1);
        std::vector<ScoredIndex> others;
        for (const Span& run : intersectionOf(blocksOf(candidates, m_size), complementOf(blocks, own + 1)))
            for (Index block = run.begin; block < run.end; ++block) others.push_back({scores[std::size_t(block)], block});
        KeyRuns best;
        for (const Index block : highest(std::move(others), m_blocks - countOf(blocks))) appendRun(best, {block, block + 1});
        return intersectionOf(candidates, keysOfBlocks(unionOf(blocks, best), m_size));
    }

    // p_slc of the blocks up to the query's own: Σ over the heads of the group and over the parts of p_cmp, times the strides that block and part
    // have in common. That is the paper's double sum, of p_cmp[(b/s)·j + m − n] over m < b/s and n < l/s, by parts.
    [[nodiscard]] std::vector<double> blockScores(Index row, Index blocks) const
    {
        std::vector<double> scores(std::size_t(blocks), 0.0), weights;
        const Index keys = row + m_input.offset() + 1, seen = keys < m_length ? 0 : std::min(m_parts.count(), (keys - m_length) / m_step + 1);
        const Index first = m_input.kvHead() * m_input.group();
        for (Index head = first; head < first + m_input.group() && seen > 0; ++head) {
            softmax(head, row, seen, weights);
            for (Index part = 0; part < seen; ++part) {
                const Span covered{part * m_step, part * m_step + m_length};
                for (Index block = covered.begin / m_size; block < blocks && block * m_size < covered.end; ++block)
                    scores[std::size_t(block)] +=
                        weights[std::size_t(part)] * double(intersectionOf(covered, Span{block * m_size, (block + 1) * m_size}).size() / m_step);
            }
        }
        return scores;
    }

    void softmax(Index head, Index row, Index count, std::vector<double>& weights) const
    {
        m_parts.of(m_input.q->row(head, row), count, weights);
        for (double& weight : weights) weight *= double(m_input.scale);
        const double most = *std::ranges::max_element(weights);
        double sum = 0.0;
        for (double& weight : weights) sum += weight = std::exp(weight - most);
        for (double& weight : weights) weight /= sum;
    }

    Index m_length, m_step, m_size, m_blocks;   // l, s, b, n
    SelectionInput m_input;
    ManyProducts m_parts;   // means of the parts
};

}   // namespace

std::unique_ptr<const Selector> makeNsa(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop)
{
    return std::make_unique<Nsa>(numbers, input, stop);
}

}   // namespace core
