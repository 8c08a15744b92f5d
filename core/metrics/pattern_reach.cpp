#include "core/metrics/pattern_reach.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cassert>
#include <cstdint>

#include "core/base/parallel.h"

namespace core {

namespace {

// One bit for each pair of tokens.
class Bits {
public:
    explicit Bits(Index n) : m_words(ceilDiv(n, 64)), m_bits(std::size_t(n * m_words), 0) {}

    void set(Index row, Span keys)
    {
        std::uint64_t* const words = wordsOf(row);
        for (Index word = keys.begin / 64; word * 64 < keys.end; ++word) words[word] |= maskOf(word, keys);
    }
    void add(Index row, const Bits& others, Index other)
    {
        std::uint64_t* const words = wordsOf(row);
        const std::uint64_t* const more = others.m_bits.data() + other * m_words;
        for (Index word = 0; word < m_words; ++word) words[word] |= more[word];
    }
    [[nodiscard]] Index count(Index row, Span keys) const
    {
        Index result = 0;
        for (Index word = keys.begin / 64; word * 64 < keys.end; ++word)
            result += std::popcount(m_bits[std::size_t(row * m_words + word)] & maskOf(word, keys));
        return result;
    }

private:
    [[nodiscard]] std::uint64_t* wordsOf(Index row) { return m_bits.data() + row * m_words; }
    // Bits of the word that lie in `keys`, some of which do.
    static std::uint64_t maskOf(Index word, Span keys)
    {
        const Index from = std::max<Index>(keys.begin - word * 64, 0), to = std::min<Index>(keys.end - word * 64, 64);
        if (to <= from) return 0;
        return (~std::uint64_t(0) >> (64 - (to - from))) << from;
    }

    Index m_words;
    std::vector<std::uint64_t> m_bits;   // [N][words]
};

}   // namespace

Result<std::vector<double>> reachOf(const BlockLayout& layout, const BlockLayout& own, Index layers, const std::stop_token& stop)
{
    const Index n = layout.keys();
    if (n > kReachTokens) return std::vector<double>();
    Bits known(n);
    for (Index i = 0; i < n; ++i) known.set(i, {i, i + 1});
    const Index pairs = own.pairs();
    std::vector<double> result;
    while (Index(result.size()) < layers) {
        Bits next = known;
        std::atomic<Index> connected = 0;
        const auto row = [&](Index i) {
            for (const Span run : layout.row(i))
                for (Index j = run.begin; j < run.end; ++j) next.add(i, known, j);
            Index count = 0;
            for (const Span run : own.row(i)) count += next.count(i, run);
            connected += count;
        };
        if (!parallelFor(n, row, stop)) return cancelled();
        result.push_back(pairs > 0 ? double(connected) / double(pairs) : 1.0);
        if (result.back() == 1.0) result.resize(std::size_t(layers), 1.0);   // what is known is never forgotten
        known = std::move(next);
    }
    return result;
}

std::vector<int> hopsFrom(const BlockLayout& layout, Index query, Index layers)
{
    assert(layout.queries() == layout.keys() && 0 <= query && query < layout.queries());
    std::vector<int> hops(std::size_t(layout.keys()), -1);
    KeyRuns unknown = complementOf({{query, query + 1}}, layout.keys());
    std::vector<Index> last{query};   // what became known in the last layer
    hops[std::size_t(query)] = 0;
    for (int layer = 1; layer <= layers && !last.empty() && !unknown.empty(); ++layer) {
        std::vector<Index> next;
        for (const Index token : last) {
            const KeyRuns read = intersectionOf(layout.row(token), unknown);
            for (const Span& run : read)
                for (Index j = run.begin; j < run.end; ++j) {
                    hops[std::size_t(j)] = layer;
                    next.push_back(j);
                }
            if (!read.empty()) unknown = intersectionOf(unknown, complementOf(read, layout.keys()));
        }
        last = std::move(next);
    }
    return hops;
}

}   // namespace core
