// Attention against the plain way: the whole score matrix of each head, on the same products, kernels and threads.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

#include <oneapi/dnnl/dnnl.h>

#include "app/bench/registry.h"
#include "core/attention/attention_backend.h"
#include "core/attention/selection.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/linalg/matmul.h"
#include "core/linalg/rows.h"

namespace app {

namespace {

using core::Index;
using core::Pattern;
using core::RowMatrix;

// The heads of one layer, filled with normal numbers.
struct Layer {
    Index heads, n, d;
    core::HeadRows q, k, v;

    Layer(Index headCount, Index rows, Index width) :
        heads(headCount), n(rows), d(width), q(headCount, width), k(headCount, width), v(headCount, width)
    {
        core::Random random(1);
        for (core::HeadRows* tensor : {&q, &k, &v}) {
            RowMatrix values(n, heads * d);
            for (Index i = 0; i < values.size(); ++i) values.data()[i] = float(random.normal());
            *tensor = tensor->appended(values.data(), n, values.cols());
        }
    }
    [[nodiscard]] float scale() const { return 1.0f / std::sqrt(float(d)); }
    [[nodiscard]] core::HeadBatch batch(const Pattern& pattern) const
    {
        const auto layout = std::make_shared<const core::BlockLayout>(pattern, n, n);
        return {.q = &q,
                .k = &k,
                .v = &v,
                .queries = {0, n},
                .scale = scale(),
                .layouts = std::vector<core::LayoutPtr>(std::size_t(heads), layout),
                .mechanisms = std::vector<core::Mechanism>(std::size_t(heads))};
    }
};

using Weights = std::vector<RowMatrix>;   // [H] of [N × N]

class KeepWeights : public core::RowObserver {
public:
    explicit KeepWeights(Weights& weights) : m_weights(weights) {}
    void panel(const core::WeightPanel& panel) override
    {
        RowMatrix& weights = m_weights[std::size_t(panel.head)];
        core::rows::copyOut(panel.weights, panel.stride, panel.rows.size(), panel.keys.size(), &weights(panel.rows.begin, panel.keys.begin),
                            weights.cols());
    }

private:
    Weights& m_weights;
};

// One operation after the other over all heads, as frameworks do: S = tau · Q · Kᵀ, −∞ above the diagonal, softmax of each row, O = P · V.
class Materialised {
public:
    explicit Materialised(const Layer& layer) :
        m_layer(layer), m_weights(std::size_t(layer.heads), RowMatrix(layer.n, layer.n)), m_out(layer.n, layer.heads * layer.d)
    {
        for (Index h = 0; h < layer.heads; ++h) {
            m_k.push_back(layer.k.copy(h, {0, layer.n}));
            m_q.push_back(layer.q.copy(h, {0, layer.n}));
            m_v.push_back(layer.v.copy(h, {0, layer.n}));
        }
    }

    void run()
    {
        for (void (Materialised::*step)(std::size_t) : {&Materialised::scores, &Materialised::mask, &Materialised::softmax, &Materialised::outputs})
            core::parallelFor(m_layer.heads, [&](Index h) { (this->*step)(std::size_t(h)); });
    }

private:
    void scores(std::size_t h)
    {
        const Index n = m_layer.n, d = m_layer.d;
        core::gemm(core::Op::None, core::Op::Transposed, n, n, d, m_layer.scale(), m_q[h].data(), d, m_k[h].data(), d, 0.0f, m_weights[h].data(), n);
    }
    void mask(std::size_t h)
    {
        const Index n = m_layer.n;
        for (Index i = 0; i < n; ++i) {
            float* row = m_weights[h].data() + i * n;
            std::fill(row + i + 1, row + n, -std::numeric_limits<float>::infinity());
        }
    }
    void softmax(std::size_t h)
    {
        const Index n = m_layer.n;
        for (Index i = 0; i < n; ++i) {
            float* row = m_weights[h].data() + i * n;
            const float l = core::rows::expSubtract(row, n, core::rows::max(row, n));
            core::rows::scale(row, n, 1.0f / l);
        }
    }
    void outputs(std::size_t h)
    {
        const Index n = m_layer.n, d = m_layer.d, width = m_layer.heads * d;
        core::gemm(core::Op::None, core::Op::None, n, d, n, 1.0f, m_weights[h].data(), n, m_v[h].data(), d, 0.0f, m_out.data() + Index(h) * d, width);
    }

    const Layer& m_layer;
    std::vector<RowMatrix> m_q, m_k, m_v;   // [H] of [N × d]
    Weights m_weights;
    RowMatrix m_out;
};

void attend(const core::HeadBatch& batch, core::RowObserver* observer)
{
    // Inputs are finite and nothing stops the run: the result needs no look.
    static_cast<void>(core::cpuBackend()->attend(batch, observer, {}));
}

BenchEntry causalWithWeights(Effort effort)
{
    const Layer layer(12, 1024, 64);
    const core::HeadBatch batch = layer.batch(Pattern::causal());
    Weights weights(std::size_t(layer.heads), RowMatrix::Zero(layer.n, layer.n));
    KeepWeights observer(weights);
    Materialised plain(layer);
    const Timing timing = timeAgainst([&] { attend(batch, &observer); }, [&] { plain.run(); }, effort);
    return {.value = timing.seconds * 1e3, .unit = "ms", .baseline = "materialised weights", .ratio = timing.ratio};
}

BenchEntry causalWithoutWeights(Effort effort)
{
    const Layer layer(12, 1024, 64);
    const core::HeadBatch batch = layer.batch(Pattern::causal());
    Materialised plain(layer);
    const Timing timing = timeAgainst([&] { attend(batch, nullptr); }, [&] { plain.run(); }, effort);
    return {.value = timing.seconds * 1e3, .unit = "ms", .baseline = "materialised weights", .ratio = timing.ratio};
}

// A band that touches 4 of the 64 tiles of each panel.
BenchEntry narrowBand(Effort effort)
{
    const Layer layer(2, 4096, 64);
    const core::HeadBatch band = layer.batch(Pattern::causal() & Pattern::window(193)), dense = layer.batch(Pattern::dense());
    const Timing timing = timeAgainst([&] { attend(band, nullptr); }, [&] { attend(dense, nullptr); }, effort);
    return {.value = timing.seconds * 1e3, .unit = "ms", .baseline = "dense pattern, 16 times the tiles", .ratio = timing.ratio};
}

// Tiles of 128 × 128, two at random in each row of tiles and a second one in the first row: 64 of the 1,024 that a dense head executes.
BenchEntry scatteredTiles(Effort effort)
{
    const Layer layer(2, 4096, 64);
    const Pattern tiles = Pattern::parse("random(128, 2, 1) | cells(0-127:2048-2175)").value();
    const core::HeadBatch scattered = layer.batch(tiles), dense = layer.batch(Pattern::dense());
    const Timing timing = timeAgainst([&] { attend(scattered, nullptr); }, [&] { attend(dense, nullptr); }, effort);
    return {.value = timing.seconds * 1e3, .unit = "ms", .baseline = "dense pattern, 16 times the tiles", .ratio = timing.ratio};
}

// Single keys that each row chose: no tile of 64 keys is without one.
BenchEntry chosenKeys(Effort effort)
{
    const Layer layer(2, 4096, 64);
    core::SelectionBatch batch{.q = &layer.q, .k = &layer.k, .scale = layer.scale(), .queries = {0, layer.n}, .heads = {}, .work = "A benchmark"};
    for (Index head = 0; head < layer.heads; ++head) batch.heads.push_back({head, Pattern::parse("causal & topk(64)").value(), nullptr});
    const core::HeadBatch causal = layer.batch(Pattern::causal());
    core::HeadBatch chosen = causal;
    chosen.layouts = core::chosenLayouts(batch, {}).value();
    const Timing timing = timeAgainst([&] { attend(chosen, nullptr); }, [&] { attend(causal, nullptr); }, effort);
    return {.value = timing.seconds * 1e3, .unit = "ms", .baseline = "causal attention", .ratio = timing.ratio};
}

// What a pattern that selects costs before attention begins.
BenchEntry choosing(const char* pattern, Effort effort)
{
    const Layer layer(8, 4096, 64);
    core::SelectionBatch batch{.q = &layer.q, .k = &layer.k, .scale = layer.scale(), .queries = {0, layer.n}, .heads = {}, .work = "A benchmark"};
    for (Index head = 0; head < layer.heads; ++head) batch.heads.push_back({head, Pattern::causal() & Pattern::parse(pattern).value(), nullptr});
    const core::HeadBatch causal = layer.batch(Pattern::causal());
    const auto choose = [&] { static_cast<void>(core::chosenLayouts(batch, {})); };
    const Timing timing = timeAgainst(choose, [&] { attend(causal, nullptr); }, effort);
    return {.value = timing.seconds * 1e3, .unit = "ms", .baseline = "causal attention", .ratio = timing.ratio};
}
BenchEntry choosingKeys(Effort effort) { return choosing("dense & topk(64)", effort); }
BenchEntry choosingBlocks(Effort effort) { return choosing("dense & moba(64, 4)", effort); }

BenchEntry memoryOfARecording(Effort)
{
    const Index n = 1024, d = 64;
    const Layer layer(1, n, d);
    const double stored = double(layer.q.bytes() + layer.k.bytes() + layer.v.bytes()) + double(n) * sizeof(float);   // with one lse a row
    return {.value = stored, .unit = "bytes per head", .baseline = "weights stored", .ratio = double(n) * double(n) * sizeof(float) / stored};
}

BenchEntry oneTile(Effort effort)
{
    const Layer layer(1, 4096, 64);
    const core::HeadBatch batch = layer.batch(Pattern::causal());
    const auto output = core::cpuBackend()->attend(batch, nullptr, {});
    const core::HeadRows lse = core::HeadRows(1, 1).appended(output->lse.data(), layer.n, 1);
    const core::HeadWeightsSource source{
        .q = &layer.q, .k = &layer.k, .lse = &lse, .scale = layer.scale(), .layout = batch.layouts[0].get(), .mechanism = &batch.mechanisms[0]};
    RowMatrix tile(256, 256);
    const auto recompute = [&] { core::recomputeWeights(source, {3840, 4096}, {2048, 2304}, tile.data()); };
    return {.value = timeAgainst(recompute, recompute, effort).seconds * 1e3, .unit = "ms"};
}

// A layer's product at GPT-2-small shape against oneDNN itself, one call for each thread.
BenchEntry product(Effort effort)
{
    const Index n = 1024, in = 768, out = 2304, parts = core::threadCount();
    const RowMatrix x = RowMatrix::Random(n, in), weight = RowMatrix::Random(out, in);
    RowMatrix y(n, out);
    const auto raw = [&](Index part) {
        const Index begin = n * part / parts, rows = n * (part + 1) / parts - begin;
        dnnl_sgemm('N', 'T', rows, out, in, 1.0f, x.data() + begin * in, in, weight.data(), in, 0.0f, y.data() + begin * out, out);
    };
    const Timing timing =
        timeAgainst([&] { core::linear(x.data(), n, in, weight.data(), nullptr, out, y.data()); }, [&] { core::parallelFor(parts, raw); }, effort);
    return {.value = 2e-9 * double(n * in * out) / timing.seconds, .unit = "GFLOP/s", .baseline = "oneDNN sgemm", .ratio = timing.ratio};
}

}   // namespace

std::vector<Bench> attentionBenches()
{
    return {{"attention.causal.weights", causalWithWeights},
            {"attention.causal", causalWithoutWeights},
            {"attention.band", narrowBand},
            {"attention.tiles", scatteredTiles},
            {"attention.chosen", chosenKeys},
            {"attention.topk", choosingKeys},
            {"attention.moba", choosingBlocks},
            {"attention.tile", oneTile},
            {"attention.memory", memoryOfARecording},
            {"product", product}};
}

}   // namespace app
