// What is settled before a forward pass starts: which pairs exist, which rows are shared, and how much memory it takes.
#include <algorithm>

#include "core/attention/selection.h"
#include "core/model/forward_pass.h"

namespace core {

namespace {

LayoutPtr layoutFor(const Pattern& pattern, Index tokens, std::vector<LayoutPtr>& known)
{
    if (pattern.selects()) return nullptr;
    const auto same = std::ranges::find_if(known, [&](const LayoutPtr& layout) { return layout->pattern() == pattern; });
    if (same != known.end()) return *same;
    known.push_back(std::make_shared<const BlockLayout>(pattern, tokens, tokens));
    return known.back();
}

// A pattern may depend on the length of the text, so equal patterns are not enough; a causal row never does.
bool sameRows(const BlockLayout& a, const BlockLayout& b, Index rows)
{
    if (a.pattern() == Pattern::causal() && b.pattern() == Pattern::causal()) return true;
    for (Index row = 0; row < rows; ++row)
        if (a.row(row) != b.row(row)) return false;
    return true;
}

// Both runs have the same plan. What a pattern selects is settled by its candidates, and by q and k of rows that are shared.
bool sameLayouts(const std::vector<std::vector<LayoutPtr>>& layouts, const Recording& previous, Index rows, Index tokens)
{
    std::vector<std::pair<const BlockLayout*, const BlockLayout*>> compared;   // heads share layouts
    for (std::size_t layer = 0; layer < layouts.size(); ++layer)
        for (std::size_t head = 0; head < layouts[layer].size(); ++head) {
            if (!layouts[layer][head]) {
                const BlockLayout& earlier = *previous.sites[layer].layouts[head];
                if (!sameCandidates(earlier.pattern(), rows, tokens, earlier.keys())) return false;
                continue;
            }
            const std::pair pair{layouts[layer][head].get(), previous.sites[layer].layouts[head].get()};
            if (std::ranges::find(compared, pair) != compared.end()) continue;
            if (!sameRows(*pair.first, *pair.second, rows)) return false;
            compared.push_back(pair);
        }
    return true;
}

}   // namespace

Pattern maskOf(const Mechanism& mechanism)
{
    const auto* softmax = std::get_if<SoftmaxMechanism>(&mechanism);
    return softmax && !(softmax->pattern == Pattern::dense()) ? Pattern::causal() & softmax->pattern : Pattern::causal();
}

const AttentionBackend& backendOf(const RunOptions& options)
{
    static const std::shared_ptr<const AttentionBackend> cpu = cpuBackend();
    return options.backend ? *options.backend : *cpu;
}

std::vector<std::vector<LayoutPtr>> compileLayouts(const ModelConfig& config, const AttentionPlan& plan, Index tokens)
{
    std::vector<LayoutPtr> known;
    std::vector<std::vector<LayoutPtr>> layouts(std::size_t(config.layers));
    for (Index layer = 0; layer < config.layers; ++layer)
        for (Index head = 0; head < config.heads; ++head)
            layouts[std::size_t(layer)].push_back(layoutFor(maskOf(plan.mechanismOf({layer, head})), tokens, known));
    return layouts;
}

Index sharedRows(const Transformer& model, const Tokens& tokens, const RunOptions& options, const std::vector<std::vector<LayoutPtr>>& layouts)
{
    const Recording* previous = options.previous.get();
    if (!previous || previous->modelId != model.id() || !(previous->plan == options.plan)) return 0;
    if (previous->backend != backendOf(options).name()) return 0;   // rows that look alike must have been rounded alike
    if (options.observer) return 0;                                 // an observer is promised every row
    Index rows = std::min(previous->tokens.commonPrefix(tokens), tokens.size());
    // Kept on request only: what the earlier run did not keep cannot be shared.
    if (options.keepOutputs && previous->sites.front().output.rows() < rows) return 0;
    if (options.logits == Logits::All && previous->logits.rows() != previous->size()) return 0;
    // The residual stream is not kept, so the row whose logits are wanted runs again.
    if (options.logits != Logits::None) rows = std::min(rows, tokens.size() - 1);
    return rows > 0 && sameLayouts(layouts, *previous, rows, tokens.size()) ? rows : 0;
}

std::int64_t peakBytes(const ModelConfig& config, const RunOptions& options, Index tokens, Index shared)
{
    const Index attended = config.heads * config.headDim;
    const Index blocks = ceilDiv(tokens, kBlockRows) - shared / kBlockRows;
    const Index recorded = blocks * kBlockRows * config.layers * (config.qkvWidth() + config.heads + (options.keepOutputs ? attended : 0));
    const Index hidden = std::min(tokens - shared, kMlpRows) * (config.gated ? 2 : 1) * config.mlpWidth;
    const Index running = (tokens - shared) * (3 * config.width + config.qkvWidth() + 2 * attended) + hidden;
    const Index rows = options.logits == Logits::All ? tokens : options.logits == Logits::Last ? 1 : 0;
    return std::int64_t(sizeof(float)) * (recorded + running + rows * config.vocabulary * (shared > 0 ? 2 : 1));
}

}   // namespace core
