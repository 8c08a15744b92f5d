#include "core/model/transformer.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/base/unique_id.h"
#include "core/model/forward_pass.h"

namespace core {

namespace {

Result<void> idsInRange(const Tokens& tokens, const ModelConfig& config)
{
    for (Index i = 0; i < tokens.size(); ++i)
        if (const TokenId id = tokens.items[std::size_t(i)].id; id < 0 || id >= config.vocabulary)
            return fail(Fault::BadInput, fmt::format("Token {} has the id {}; this model knows 0 to {}.", i, id, config.vocabulary - 1),
                        "Use ids of this model's own tokenizer.");
    return {};
}

Result<void> fitsInMemory(const ModelConfig& config, const RunOptions& options, Index tokens, Index shared)
{
    if (tokens == 0) return {};
    const auto fits = [&](Index n) { return peakBytes(config, options, n, std::min(n, shared)) <= memoryBudget(); };
    if (fits(tokens)) return {};
    Index fitting = 0, tooMany = tokens;   // recordings grow by whole blocks, so how many fit is found and not reckoned
    while (fitting + 1 < tooMany) {
        const Index middle = (fitting + tooMany) / 2;
        (fits(middle) ? fitting : tooMany) = middle;
    }
    const char* kept = options.logits == Logits::All ? " with the logits of every row" : "";
    return withinBudget(peakBytes(config, options, tokens, shared), fmt::format("A run over {} tokens", tokens),
                        fitting == 0 ? std::string("Allow more memory; not even one token fits.")
                                     : fmt::format("{} tokens fit{}; shorten the text, or allow more memory.", fitting, kept));
}

}   // namespace

Transformer::Transformer(ModelConfig config, Weights<float> weights, std::string name) :
    m_config(std::move(config)), m_weights(std::move(weights)), m_name(std::move(name)), m_id(nextUniqueId())
{
    m_config.tiedHead = m_weights.head.size() == 0;
    m_config.tiedIfNoHead = false;
}

Result<std::shared_ptr<const Transformer>> Transformer::create(ModelConfig config, Weights<float> weights, std::string name)
{
    FOVEA_CHECK(config.check(name));
    FOVEA_CHECK(checkShapes(weights, config));
    return std::shared_ptr<const Transformer>(new Transformer(std::move(config), std::move(weights), std::move(name)));
}

Result<RecordingPtr> Transformer::run(const Tokens& tokens, const RunOptions& options) const
{
    return orOutOfMemory([&] { return fmt::format("a run over {} tokens", tokens.size()); }, "Shorten the text, or close other programs.",
                         [&] { return record(tokens, options); });
}

Result<RecordingPtr> Transformer::record(const Tokens& tokens, const RunOptions& options) const
{
    const auto start = std::chrono::steady_clock::now();
    FOVEA_CHECK(idsInRange(tokens, m_config));
    FOVEA_CHECK(options.plan.fits(m_config.layers, m_config.heads, m_config.kvHeads));
    std::vector<std::vector<LayoutPtr>> layouts = compileLayouts(m_config, options.plan, tokens.size());
    const Index shared = sharedRows(*this, tokens, options, layouts);
    FOVEA_CHECK(fitsInMemory(m_config, options, tokens.size(), shared));

    auto recording = std::make_shared<Recording>();
    ForwardPass pass(*this, tokens, options, std::move(layouts), shared);
    FOVEA_CHECK(pass.run(*recording));

    recording->id = nextUniqueId();
    recording->model = m_name;
    recording->modelId = m_id;
    recording->backend = backendOf(options).name();
    recording->plan = options.plan;
    recording->firstNewRow = shared;
    recording->trainedContext = m_config.context;
    recording->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return recording;
}

double Transformer::writeNorm(HeadId head, const float* v, float weight) const
{
    const Matrix<float>& out = m_weights.layers[std::size_t(head.layer)].out.weight;
    const Index d = m_config.headDim;
    const RowVector<double> value = Eigen::Map<const RowVector<float>>(v, d).cast<double>() * double(weight);
    return (out.middleCols(head.head * d, d).cast<double>() * value.transpose()).norm();
}

}   // namespace core
