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
SteadyRuns bandRuns(const Arguments& arguments, Row row)
{
    SteadyRuns runs;
    runs.follow({row.p - band(arguments)->back, row.p + band(arguments)->ahead + 1});
    return runs;
}

// Keys at p and at these distances from it, which ascend from above 0, on both sides: until another one reaches back to a key.
SteadyRuns atDistances(Row row, bool own, const std::vector<Index>& distances)
{
    SteadyRuns keys;
    const auto reach = std::ranges::upper_bound(distances, row.p);
    if (reach != distances.end()) keys.until = *reach;
    for (auto a = reach; a != distances.begin();) {
        const Index key = row.p - *--a;
        keys.follow({key, key + 1});
    }
    if (own) keys.follow({row.p, row.p + 1});
    for (auto a = distances.begin(); a != distances.end() && row.p + *a < row.keys; ++a) keys.follow({row.p + *a, row.p + *a + 1});
    return keys;
}

// dilated(w, d): |p − j| < w·d and d divides p − j. Longformer's dilation, as a window of w keys on each side.
bool dilatedAllows(const Arguments& a, Row row, Index j)
{
    return distance(row, j) < a.numbers[0] * a.numbers[1] && distance(row, j) % a.numbers[1] == 0;
}
SteadyRuns dilatedRuns(const Arguments& a, Row row)
{
    const Index w = a.numbers[0], d = a.numbers[1], back = std::min(w - 1, row.p / d);
    SteadyRuns keys;
    if (back < w - 1) keys.until = (back + 1) * d;   // there the next one begins
    keys.followEvery(d, row.p - back * d, std::min(row.keys, row.p + (w - 1) * d + 1));
    return keys;
}

// blocks(b): ⌊p/b⌋ = ⌊j/b⌋.
Span blockOf(Index position, Index size) { return {position / size * size, (position / size + 1) * size}; }

// strided(l): |p − j| < l or l divides p − j. Both halves of the Sparse Transformer's strided pattern.
bool stridedAllows(const Arguments& a, Row row, Index j) { return distance(row, j) < a.numbers[0] || distance(row, j) % a.numbers[0] == 0; }
SteadyRuns stridedRuns(const Arguments& a, Row row)
{
    const Index l = a.numbers[0];
    SteadyRuns keys{.until = blockOf(row.p, l).end, .runs = {}, .steps = 0};
    keys.followEvery(l, row.p % l, row.p);
    keys.follow({row.p - l + 1, row.p + l});
    keys.followEvery(l, row.p + l, row.keys);
    return keys;
}

// fixed(l, c): the same block of l, or one of the last c columns of any block. The Sparse Transformer's fixed pattern.
bool fixedAllows(const Arguments& a, Row row, Index j)
{
    const Index l = a.numbers[0];
    return row.p / l == j / l || j % l >= l - a.numbers[1];
}
SteadyRuns fixedRuns(const Arguments& a, Row row)
{
    const Index l = a.numbers[0], c = a.numbers[1];
    const Span own = blockOf(row.p, l);
    SteadyRuns keys{.until = own.end, .runs = {}, .steps = 0};
    keys.standEvery(l, c, l - c, own.begin);
    keys.stand(own);
    keys.standEvery(l, c, own.end + l - c, row.keys);
    return keys;
}
std::optional<std::string> fixedComplaint(const Arguments& a)
{
    if (a.numbers[1] <= a.numbers[0]) return std::nullopt;
    return fmt::format("c of fixed(l, c) is {}, but a block has only l = {} columns.", a.numbers[1], a.numbers[0]);
}

// global(…): p or j among the named tokens.
bool globalAllows(const Arguments& a, Row row, Index j) { return a.tokens.contains(row.p) || a.tokens.contains(j); }
SteadyRuns standing(const KeyRuns& keys)
{
    SteadyRuns runs;
    for (const Span& run : keys) runs.stand(run);
    return runs;
}
SteadyRuns landmarkRuns(const Arguments& a, Row) { return standing(a.tokens.positions()); }
SteadyRuns globalRuns(const Arguments& a, Row row)
{
    const KeyRuns& named = a.tokens.positions();
    const auto next = std::ranges::upper_bound(named, row.p, {}, &Span::end);   // the first that ends behind p
    const bool isNamed = next != named.end() && next->contains(row.p);
    SteadyRuns runs = isNamed ? bandRuns<everything>(a, row) : landmarkRuns(a, row);
    if (next != named.end()) runs.until = isNamed ? next->end : next->begin;
    return runs;
}

// longformer(w, …): |p − j| ≤ w, or global(…).
bool longformerAllows(const Arguments& a, Row row, Index j) { return distance(row, j) <= a.numbers[0] || globalAllows(a, row, j); }
SteadyRuns longformerRuns(const Arguments& a, Row row)
{
    SteadyRuns window;
    window.follow({row.p - a.numbers[0], row.p + a.numbers[0] + 1});
    return unionOf(window, globalRuns(a, row), row.p);
}

// offsets(a, …): |p − j| among the named distances.
bool offsetsAllow(const Arguments& a, Row row, Index j) { return std::ranges::find(a.numbers, distance(row, j)) != a.numbers.end(); }
SteadyRuns offsetRuns(const Arguments& a, Row row)
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
SteadyRuns logsparseRuns(const Arguments&, Row row)
{
    std::vector<Index> powers;
    for (Index a = 1; a <= std::max(row.p, row.keys); a *= 2) powers.push_back(a);
    return atDistances(row, true, powers);
}

// Blocks of keys, ascending, for the queries of one block.
SteadyRuns runsOfBlocks(std::vector<Index> blocks, Index size, Row row, Index steps = 0)
{
    SteadyRuns runs{.until = blockOf(row.p, size).end, .runs = {}, .steps = steps};
    blocks.erase(std::ranges::unique(blocks).begin(), blocks.end());
    for (const Index block : blocks) runs.stand({block * size, (block + 1) * size});
    return runs;
}

// random(b, r, seed): of the blocks of b keys up to the query's own, r that are drawn for the query's block. The draw does not depend on the text's
// length.
bool randomAllows(const Arguments& a, Row row, Index j)
{
    return std::ranges::binary_search(randomBlocks(a.numbers[2], row.p / a.numbers[0], a.numbers[1]), j / a.numbers[0]);
}
// Each drawn block is put among those before it, which is as much work as going through some runs.
Index stepsOfDraw(std::size_t blocks) { return Index(blocks) * (8 + Index(blocks) / 32); }
SteadyRuns randomRuns(const Arguments& a, Row row)
{
    std::vector<Index> blocks = randomBlocks(a.numbers[2], row.p / a.numbers[0], a.numbers[1]);
    const Index steps = stepsOfDraw(blocks.size());
    return runsOfBlocks(std::move(blocks), a.numbers[0], row, steps);
}

// bigbird(b, r, seed): first and last block, the blocks beside the own one, and r drawn from the others; queries of the first and last block see all.
bool bigbirdAllows(const Arguments& a, Row row, Index j)
{
    const Index b = a.numbers[0], u = row.p / b, v = j / b, last = ceilDiv(row.keys, b) - 1;
    if (u == 0 || u == last || v == 0 || v == last || std::abs(u - v) <= 1) return true;
    return std::ranges::binary_search(bigbirdDraw(a.numbers[2], u, last + 1, a.numbers[1]), v);
}
SteadyRuns bigbirdRuns(const Arguments& a, Row row)
{
    const Index b = a.numbers[0], u = row.p / b, last = ceilDiv(row.keys, b) - 1;
    if (u == 0 || u == last) {
        SteadyRuns all = bandRuns<everything>(a, row);
        all.until = blockOf(row.p, b).end;
        return all;
    }
    std::vector<Index> blocks = bigbirdDraw(a.numbers[2], u, last + 1, a.numbers[1]);
    const Index steps = stepsOfDraw(blocks.size());
    blocks.insert(blocks.end(), {0, u - 1, u, u + 1, last});
    std::ranges::sort(blocks);
    return runsOfBlocks(std::move(blocks), b, row, steps);
}

// cells(q:k, …): these rectangles; what a hand paints.
bool cellsAllow(const Arguments& a, Row row, Index j)
{
    return std::ranges::any_of(a.cells, [&](const CellBlock& block) { return block.queries.contains(row.p) && block.keys.contains(j); });
}
SteadyRuns cellRuns(const Arguments& a, Row row)
{
    std::vector<Span> spans;
    Index until = SteadyRuns::kAlways;
    for (const CellBlock& block : a.cells) {
        if (block.queries.contains(row.p)) spans.push_back(block.keys);
        for (const Index border : {block.queries.begin, block.queries.end})
            if (border > row.p) until = std::min(until, border);
    }
    std::ranges::sort(spans);
    KeyRuns joined;
    for (const Span& span : spans) appendRun(joined, span);
    SteadyRuns keys = standing(joined);
    keys.until = until;
    return keys;
}

// where(condition): it may be another at every row.
SteadyRuns whereRuns(const Arguments& a, Row row)
{
    SteadyRuns runs = standing(a.condition->runs(row.p, row.keys));
    runs.until = row.p + 1;
    return runs;
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
         [](const A& a, Row row) { return runsOfBlocks({row.p / a.numbers[0]}, a.numbers[0], row); }},
        {"strided", {{"l", 1, kMost}}, stridedAllows, stridedRuns},
        {"fixed", {{"l", 1, kMost}, {"c", 1, kMost}}, fixedAllows, fixedRuns, nullptr, OpenList::None, 0, fixedComplaint},
        {"longformer", {{"w", 1, kMost}}, longformerAllows, longformerRuns, nullptr, OpenList::Tokens},
        {"sinks",
         {{"s", 0, kMost}},
         [](const A& a, Row, Index j) { return j < a.numbers[0]; },
         [](const A& a, Row) {
             return standing({{0, a.numbers[0]}});
         }},
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
         whereRuns,
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
