#include "core/metrics/head_search.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "core/base/out_of_memory.h"
#include "core/base/parallel.h"

namespace core {

namespace {

Result<void> checkInside(Index tokens, const HeadTarget::Block& block)
{
    if (block.queries.begin >= 0 && block.queries.end <= tokens && block.keys.begin >= 0 && block.keys.end <= tokens) return {};
    return fail(Fault::BadInput,
                fmt::format("The drawn cells of rows {} to {} and keys {} to {} lie outside the {} tokens of the text.", block.queries.begin,
                            block.queries.end - 1, block.keys.begin, block.keys.end - 1, tokens),
                "Draw inside the grid.");
}

// Mass and chance of one row, or nothing where the head may look at no drawn cell.
struct RowMatch {
    double mass = 0.0;
    double chance = 0.0;
};

std::optional<RowMatch> rowMatchOf(const AttentionMap& map, const TargetRow& row, std::vector<float>& weights)
{
    const KeyRuns allowed = map.allowedKeys(row.query);
    const KeyRuns drawn = intersectionOf(allowed, row.keys);
    if (drawn.empty()) return std::nullopt;
    RowMatch match{.mass = 0.0, .chance = double(countOf(drawn)) / double(countOf(allowed))};
    for (const Span run : drawn) {
        weights.resize(std::size_t(run.size()));
        map.weights({row.query, row.query + 1}, run, weights.data());
        match.mass = std::accumulate(weights.begin(), weights.end(), match.mass);
    }
    return match;
}

}   // namespace

Result<HeadTarget> HeadTarget::create(Index tokens, const std::vector<Cell>& cells)
{
    std::vector<Block> blocks;
    for (const Cell& cell : cells) blocks.push_back({.queries = {cell.query, cell.query + 1}, .keys = {cell.key, cell.key + 1}});
    return create(tokens, blocks);
}

Result<HeadTarget> HeadTarget::create(Index tokens, const std::vector<Block>& drawn)
{
    std::vector<Block> blocks = drawn;
    std::ranges::sort(blocks, {}, [](const Block& block) { return block.keys.begin; });   // so that a row holds its runs and never its blocks
    std::map<Index, KeyRuns> keys;
    for (const Block& block : blocks) {
        FOVEA_CHECK(checkInside(tokens, block));
        if (block.keys.empty()) continue;
        for (Index query = block.queries.begin; query < block.queries.end; ++query) appendRun(keys[query], block.keys);
    }
    if (keys.empty()) return fail(Fault::BadInput, "The target pattern has no cells.", "Draw at least one cell.");
    std::vector<TargetRow> rows;
    for (auto& [query, runs] : keys) rows.push_back({.query = query, .keys = std::move(runs)});
    return HeadTarget(tokens, std::move(rows));
}

Index HeadTarget::cells() const
{
    return std::accumulate(m_rows.begin(), m_rows.end(), Index(0), [](Index sum, const TargetRow& row) { return sum + countOf(row.keys); });
}

namespace {

constexpr const char* kLessWork = "Shorten the text, or close other programs.";

// Nothing when the work was stopped. Throws where memory ends.
std::optional<HeadMatch> matched(const AttentionMap& map, const HeadTarget& target, HeadId head, Index trainedContext, const std::stop_token& stop)
{
    const Index n = trainedContext > 0 ? std::min(map.queries(), trainedContext) : map.queries();
    HeadMatch match{.head = head};
    std::vector<float> weights;
    for (const TargetRow& row : target.rows()) {
        if (stop.stop_requested()) return std::nullopt;
        if (row.query >= n) break;
        const std::optional<RowMatch> found = rowMatchOf(map, row, weights);
        if (!found) continue;
        ++match.rows;
        match.mass += found->mass;
        match.chance += found->chance;
    }
    if (match.rows > 0) match.mass /= double(match.rows), match.chance /= double(match.rows);
    return match;
}

}   // namespace

Result<HeadMatch> matchOf(const AttentionMap& map, const HeadTarget& target, HeadId head, Index trainedContext, const std::stop_token& stop)
{
    return orOutOfMemory([] { return "the search in a head"; }, kLessWork, [&]() -> Result<HeadMatch> {
        if (const std::optional<HeadMatch> match = matched(map, target, head, trainedContext, stop)) return *match;
        return cancelled();
    });
}

Result<std::vector<HeadMatch>> headSearch(const RecordingPtr& recording, const HeadTarget& target, const std::stop_token& stop)
{
    if (target.tokens() != recording->size())
        return fail(Fault::BadInput,
                    fmt::format("The target pattern was drawn for {} tokens, and this text has {}.", target.tokens(), recording->size()),
                    "Draw it again for this text.");
    return orOutOfMemory([] { return "the search in all heads"; }, kLessWork, [&]() -> Result<std::vector<HeadMatch>> {
        const Index heads = recording->heads();
        std::vector<HeadMatch> result(std::size_t(recording->layers() * heads));
        const auto match = [&](Index i) {
            const HeadId head{i / heads, i % heads};
            if (const auto found = matched(*mapOf(recording, head), target, head, recording->trainedContext, stop)) result[std::size_t(i)] = *found;
        };
        if (!parallelFor(Index(result.size()), match, stop) || stop.stop_requested()) return cancelled();
        return result;
    });
}

}   // namespace core
