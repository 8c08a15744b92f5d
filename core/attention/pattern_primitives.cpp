// The table of primitives: design document, section 8; sources in the field guide, section 4. p is the query's absolute position, j the key's.
// Primitives that select are in selecting_primitives.cpp.
#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "core/attention/pattern_node.h"
#include "core/attention/random_blocks.h"

namespace core {

namespace {

using Row = PatternRow;

Index distance(Row row, Index j) { return std::abs(row.p - j); }

std::optional<Band> everything(const Arguments&) { return Band{}; }
std::optional<Band> past(const Arguments&) { return Band{.ahead = 0}; }
std::optional<Band> near(const Arguments& a) { return Band{.back = a.numbers[0] - 1, .ahead = a.numbers[0] - 1}; }

template<std::optional<Band> (*band)(const Arguments&)>
KeyRuns bandRuns(const Arguments& arguments, Row row)
{
    KeyRuns runs;
    appendRun(runs, band(arguments)->keysOf(row.p, {0, row.keys}));
    return runs;
}

// Every key; appended in ascending order.
class Ascending {
public:
    explicit Ascending(Index keys) : m_keys(keys) {}
    void add(Span run) { appendRun(m_runs, intersectionOf(run, {0, m_keys})); }
    void add(Index key) { add({key, key + 1}); }
    // first, first + step, … as far as `end`
    void addEvery(Index step, Index first, Index end)
    {
        for (Index j = first; j < std::min(end, m_keys); j += step) add(j);
    }
    [[nodiscard]] KeyRuns take() { return std::move(m_runs); }

private:
    Index m_keys;
    KeyRuns m_runs;
};

// Keys at p and at these distances from it, which ascend from above 0, on both sides.
KeyRuns atDistances(Row row, bool own, const std::vector<Index>& distances)
{
    Ascending keys(row.keys);
    const auto reach = std::ranges::upper_bound(distances, row.p);
    for (auto a = reach; a != distances.begin();) keys.add(row.p - *--a);
    if (own) keys.add(row.p);
    for (const Index a : distances) {
        if (row.p + a >= row.keys) break;
        keys.add(row.p + a);
    }
    return keys.take();
}

// dilated(w, d): |p − j| < w·d and d divides p − j. Longformer's dilation, as a window of w keys on each side.
bool dilatedAllows(const Arguments& a, Row row, Index j)
{
    return distance(row, j) < a.numbers[0] * a.numbers[1] && distance(row, j) % a.numbers[1] == 0;
}
KeyRuns dilatedRuns(const Arguments& a, Row row)
{
    const Index w = a.numbers[0], d = a.numbers[1];
    Ascending keys(row.keys);
    keys.addEvery(d, row.p - std::min(w - 1, row.p / d) * d, row.p + (w - 1) * d + 1);
    return keys.take();
}

// blocks(b): ⌊p/b⌋ = ⌊j/b⌋.
Span blockOf(Index position, Index size) { return {position / size * size, (position / size + 1) * size}; }

// strided(l): |p − j| < l or l divides p − j. Both halves of the Sparse Transformer's strided pattern.
bool stridedAllows(const Arguments& a, Row row, Index j) { return distance(row, j) < a.numbers[0] || distance(row, j) % a.numbers[0] == 0; }
KeyRuns stridedRuns(const Arguments& a, Row row)
{
    const Index l = a.numbers[0];
    Ascending keys(row.keys);
    keys.addEvery(l, row.p % l, row.p);
    keys.add({row.p - l + 1, row.p + l});
    keys.addEvery(l, row.p + l, row.keys);
    return keys.take();
}

// fixed(l, c): the same block of l, or one of the last c columns of any block. The Sparse Transformer's fixed pattern.
bool fixedAllows(const Arguments& a, Row row, Index j)
{
    const Index l = a.numbers[0];
    return row.p / l == j / l || j % l >= l - a.numbers[1];
}
KeyRuns fixedRuns(const Arguments& a, Row row)
{
    const Index l = a.numbers[0], c = a.numbers[1];
    Ascending keys(row.keys);
    for (Index begin = 0; begin < row.keys; begin += l) keys.add({begin == blockOf(row.p, l).begin ? begin : begin + l - c, begin + l});
    return keys.take();
}
std::optional<std::string> fixedComplaint(const Arguments& a)
{
    if (a.numbers[1] <= a.numbers[0]) return std::nullopt;
    return fmt::format("c of fixed(l, c) is {}, but a block has only l = {} columns.", a.numbers[1], a.numbers[0]);
}

// global(…): p or j among the named tokens.
bool globalAllows(const Arguments& a, Row row, Index j) { return a.tokens.contains(row.p) || a.tokens.contains(j); }
KeyRuns landmarkRuns(const Arguments& a, Row row) { return intersectionOf(a.tokens.positions(), KeyRuns{{0, row.keys}}); }
KeyRuns globalRuns(const Arguments& a, Row row)
{
    return a.tokens.contains(row.p) ? bandRuns<everything>(a, row) : landmarkRuns(a, row);
}

// longformer(w, …): |p − j| ≤ w, or global(…).
bool longformerAllows(const Arguments& a, Row row, Index j) { return distance(row, j) <= a.numbers[0] || globalAllows(a, row, j); }
KeyRuns longformerRuns(const Arguments& a, Row row)
{
    Ascending window(row.keys);
    window.add({row.p - a.numbers[0], row.p + a.numbers[0] + 1});
    return unionOf(window.take(), globalRuns(a, row));
}

// offsets(a, …): |p − j| among the named distances.
bool offsetsAllow(const Arguments& a, Row row, Index j) { return std::ranges::find(a.numbers, distance(row, j)) != a.numbers.end(); }
KeyRuns offsetRuns(const Arguments& a, Row row)
{
    std::vector<Index> distances = a.numbers;
    std::ranges::sort(distances);
    distances.erase(std::ranges::unique(distances).begin(), distances.end());
    const bool own = distances.front() == 0;
    if (own) distances.erase(distances.begin());
    return atDistances(row, own, distances);
}

// logsparse: |p − j| is 0 or a power of two. Li et al. 2019.
bool logsparseAllows(const Arguments&, Row row, Index j)
{
    const Index back = distance(row, j);
    return (back & (back - 1)) == 0;
}
KeyRuns logsparseRuns(const Arguments&, Row row)
{
    std::vector<Index> powers;
    for (Index a = 1; a <= std::max(row.p, row.keys); a *= 2) powers.push_back(a);
    return atDistances(row, true, powers);
}

KeyRuns runsOfBlocks(const std::vector<Index>& blocks, Index size, Index keys)
{
    Ascending runs(keys);
    for (const Index block : blocks) runs.add({block * size, (block + 1) * size});
    return runs.take();
}

// random(b, r, seed): of the blocks of b keys up to the query's own, r that are drawn for the query's block. The draw does not depend on the text's length.
bool randomAllows(const Arguments& a, Row row, Index j)
{
    return std::ranges::binary_search(randomBlocks(a.numbers[2], row.p / a.numbers[0], a.numbers[1]), j / a.numbers[0]);
}
KeyRuns randomRuns(const Arguments& a, Row row)
{
    return runsOfBlocks(randomBlocks(a.numbers[2], row.p / a.numbers[0], a.numbers[1]), a.numbers[0], row.keys);
}

// bigbird(b, r, seed): first and last block, the blocks beside the own one, and r drawn from the others; queries of the first and last block see all.
bool bigbirdAllows(const Arguments& a, Row row, Index j)
{
    const Index b = a.numbers[0], u = row.p / b, v = j / b, last = ceilDiv(row.keys, b) - 1;
    if (u == 0 || u == last || v == 0 || v == last || std::abs(u - v) <= 1) return true;
    return std::ranges::binary_search(bigbirdDraw(a.numbers[2], u, last + 1, a.numbers[1]), v);
}
KeyRuns bigbirdRuns(const Arguments& a, Row row)
{
    const Index b = a.numbers[0], u = row.p / b, last = ceilDiv(row.keys, b) - 1;
    if (u == 0 || u == last) return bandRuns<everything>(a, row);
    std::vector<Index> blocks = bigbirdDraw(a.numbers[2], u, last + 1, a.numbers[1]);
    blocks.insert(blocks.end(), {0, u - 1, u, u + 1, last});
    std::ranges::sort(blocks);
    return runsOfBlocks(blocks, b, row.keys);
}

// cells(q:k, …): these rectangles; what a hand paints.
bool cellsAllow(const Arguments& a, Row row, Index j)
{
    return std::ranges::any_of(a.cells, [&](const CellBlock& block) { return block.queries.contains(row.p) && block.keys.contains(j); });
}
KeyRuns cellRuns(const Arguments& a, Row row)
{
    std::vector<Span> spans;
    for (const CellBlock& block : a.cells)
        if (block.queries.contains(row.p)) spans.push_back(block.keys);
    std::ranges::sort(spans);
    Ascending keys(row.keys);
    for (const Span& span : spans) keys.add(span);
    return keys.take();
}

const std::vector<Primitive>& table()
{
    using A = Arguments;
    constexpr Index kMost = kLargestArgument;
    static const Parameter blockSize{"b", 1, kMost}, draws{"r", 0, 4096}, seed{"seed", 0, kMost};
    static const std::vector<Primitive> fixed{
        {"dense", {}, [](const A&, Row, Index) { return true; }, bandRuns<everything>, everything},
        {"causal", {}, [](const A&, Row row, Index j) { return j <= row.p; }, bandRuns<past>, past},
        {"window", {{"w", 1, kMost}}, [](const A& a, Row row, Index j) { return distance(row, j) < a.numbers[0]; }, bandRuns<near>, near},
        {"dilated", {{"w", 1, kMost}, {"d", 1, kMost}}, dilatedAllows, dilatedRuns},
        {"blocks",
         {blockSize},
         [](const A& a, Row row, Index j) { return row.p / a.numbers[0] == j / a.numbers[0]; },
         [](const A& a, Row row) { return runsOfBlocks({row.p / a.numbers[0]}, a.numbers[0], row.keys); }},
        {"strided", {{"l", 1, kMost}}, stridedAllows, stridedRuns},
        {"fixed", {{"l", 1, kMost}, {"c", 1, kMost}}, fixedAllows, fixedRuns, nullptr, OpenList::None, 0, fixedComplaint},
        {"longformer", {{"w", 1, kMost}}, longformerAllows, longformerRuns, nullptr, OpenList::Tokens},
        {"sinks",
         {{"s", 0, kMost}},
         [](const A& a, Row, Index j) { return j < a.numbers[0]; },
         [](const A& a, Row row) { return runsOfBlocks({0}, a.numbers[0], row.keys); }},
        {"global", {}, globalAllows, globalRuns, nullptr, OpenList::Tokens, 1},
        {"landmarks", {}, [](const A& a, Row, Index j) { return a.tokens.contains(j); }, landmarkRuns, nullptr, OpenList::Tokens, 1},
        {"offsets", {}, offsetsAllow, offsetRuns, nullptr, OpenList::Numbers, 1},
        {"logsparse", {}, logsparseAllows, logsparseRuns},
        {"random", {blockSize, {"r", 1, draws.highest}, seed}, randomAllows, randomRuns},
        {"bigbird", {blockSize, draws, seed}, bigbirdAllows, bigbirdRuns},
        {"cells", {}, cellsAllow, cellRuns, nullptr, OpenList::Cells, 1},
        {"where",
         {},
         [](const A& a, Row row, Index j) { return a.condition->holds(row.p, j, row.keys); },
         [](const A& a, Row row) { return a.condition->runs(row.p, row.keys); },
         nullptr,
         OpenList::Condition,
         1},
    };
    static const std::vector<Primitive> entries = [] {
        std::vector<Primitive> all = fixed;
        std::ranges::move(selectingPrimitives(), std::back_inserter(all));
        return all;
    }();
    return entries;
}

std::string_view listLetters(OpenList list)
{
    switch (list) {
    case OpenList::None:
        return "";
    case OpenList::Numbers:
        return "a, …";
    case OpenList::Tokens:
        return "token, …";
    case OpenList::Cells:
        return "q:k, …";
    case OpenList::Condition:
        return "condition";
    }
    return "";
}

std::size_t listSize(const Primitive& primitive, const Arguments& arguments)
{
    const std::size_t numbers = arguments.numbers.size() - std::min(arguments.numbers.size(), primitive.parameters.size());
    return numbers + arguments.tokens.names().size() + arguments.cells.size() + (arguments.condition ? 1 : 0);
}

}   // namespace

std::span<const Primitive> primitives() { return table(); }

const Primitive* findPrimitive(std::string_view name)
{
    const auto found = std::find_if(table().begin(), table().end(), [&](const Primitive& p) { return p.name == name; });
    return found == table().end() ? nullptr : &*found;
}

const Parameter* parameterAt(const Primitive& primitive, std::size_t index)
{
    static const Parameter listed{"a", 0, kLargestArgument};
    if (index < primitive.parameters.size()) return &primitive.parameters[index];
    return primitive.list == OpenList::Numbers ? &listed : nullptr;
}

std::string signatureOf(const Primitive& primitive)
{
    std::vector<std::string_view> letters;
    for (const Parameter& parameter : primitive.parameters) letters.push_back(parameter.letter);
    if (primitive.list != OpenList::None) letters.push_back(listLetters(primitive.list));
    return letters.empty() ? std::string(primitive.name) : fmt::format("{}({})", primitive.name, fmt::join(letters, ", "));
}

std::string signatureList()
{
    std::vector<std::string> signatures;
    for (const Primitive& primitive : table()) signatures.push_back(signatureOf(primitive));
    return fmt::format("{}", fmt::join(signatures, ", "));
}

std::optional<std::string> complaintAbout(const Primitive& primitive, const Arguments& arguments)
{
    const std::size_t numbers = arguments.numbers.size(), wanted = primitive.parameters.size();
    if (numbers < wanted || (numbers > wanted && primitive.list != OpenList::Numbers))
        return fmt::format("{} was given {} {}, expected {}.", primitive.name, numbers, numbers == 1 ? "number" : "numbers", signatureOf(primitive));
    if (listSize(primitive, arguments) < primitive.fewest)
        return fmt::format("{} was given nothing, expected {}.", primitive.name, signatureOf(primitive));
    for (std::size_t i = 0; i < numbers; ++i) {
        const Parameter& parameter = *parameterAt(primitive, i);
        if (arguments.numbers[i] < parameter.lowest || arguments.numbers[i] > parameter.highest)
            return fmt::format("{} of {} is {}, expected {} to {}.", parameter.letter, signatureOf(primitive), arguments.numbers[i], parameter.lowest,
                               parameter.highest);
    }
    return primitive.complaint ? primitive.complaint(arguments) : std::nullopt;
}

}   // namespace core
