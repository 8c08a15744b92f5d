// Selection by score: the best keys of a row, or the blocks of keys with the best means.
#include "core/attention/key_means.h"
#include "core/attention/ranked_products.h"
#include "core/attention/selector.h"

namespace core {

namespace {

// The k keys with the largest scores. The scale is above 0, so that the products have their order. Gupta et al. 2021.
class TopK final : public Selector {
public:
    TopK(Index k, const SelectionInput& input) : m_k(k), m_keys(*input.q, input.head, *input.k, input.kvHead()) {}
    [[nodiscard]] std::vector<KeyRuns> select(Span rows, const std::vector<KeyRuns>& candidates) const override
    {
        return m_keys.best(rows, candidates, m_k);
    }

private:
    Index m_k;
    RankedProducts m_keys;
};

// gate_n = ⟨q, mean of the keys of block n⟩; the own block always, later ones never, k in all. Lu et al. 2025. Blocks without
// a candidate are not chosen from; a block's mean is that of all its keys.
class Moba final : public Selector {
public:
    Moba(Index size, Index k, const SelectionInput& input, const std::stop_token& stop) :
        m_size(size), m_k(k), m_offset(input.offset()), m_means(keyMeans(input, size, size, stop)), m_gates(*input.q, input.head, m_means, 0)
    {
    }
    [[nodiscard]] std::vector<KeyRuns> select(Span rows, const std::vector<KeyRuns>& candidates) const override
    {
        const auto ownBlock = [&](std::size_t i) { return (rows.begin + Index(i) + m_offset) / m_size; };
        std::vector<KeyRuns> earlier;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            earlier.push_back(intersectionOf(blocksOf(candidates[i], m_size), KeyRuns{{0, ownBlock(i)}}));
        std::vector<KeyRuns> chosen = m_gates.best(rows, earlier, m_k - 1);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            appendRun(chosen[i], {ownBlock(i), ownBlock(i) + 1});
            chosen[i] = intersectionOf(candidates[i], keysOfBlocks(std::move(chosen[i]), m_size));
        }
        return chosen;
    }

private:
    Index m_size, m_k, m_offset;
    HeadRows m_means;   // those of whole blocks: a query in the ragged last one looks at no other that is not whole
    RankedProducts m_gates;
};

}   // namespace

std::unique_ptr<const Selector> makeTopK(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token&)
{
    return std::make_unique<TopK>(numbers[0], input);
}

std::unique_ptr<const Selector> makeMoba(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop)
{
    return std::make_unique<Moba>(numbers[0], numbers[1], input, stop);
}

}   // namespace core
