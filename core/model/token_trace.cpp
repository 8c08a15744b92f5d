#include "core/model/token_trace.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/base/parallel.h"
#include "core/recording/unfolded_row.h"

namespace core {

namespace {

constexpr Index kRowsPerPiece = 256;

// Some rows of W·x + bias.
Result<RowVector<double>> product(const RowMatrix& weight, const RowVector<float>& bias, Span rows, const RowVector<double>& x,
                                  const std::stop_token& stop)
{
    RowVector<double> y(rows.size());
    const bool complete = parallelFor(
        ceilDiv(rows.size(), kRowsPerPiece),
        [&](Index piece) {
            const Index end = std::min(rows.size(), (piece + 1) * kRowsPerPiece);
            for (Index i = piece * kRowsPerPiece; i < end; ++i)
                y[i] = weight.row(rows.begin + i).cast<double>().dot(x) + (bias.size() > 0 ? double(bias[rows.begin + i]) : 0.0);
        },
        stop);
    if (!complete) return cancelled();
    return y;
}

Result<RowVector<double>> projected(const LinearWeights<float>& linear, const RowVector<double>& x, const std::stop_token& stop)
{
    return product(linear.weight, linear.bias, {0, linear.weight.rows()}, x, stop);
}

TracedNorm normed(const ModelConfig& config, const NormWeights<float>& norm, const RowVector<double>& x)
{
    TracedNorm traced;
    if (config.norm == NormKind::LayerNorm) traced.mean = x.mean();
    const RowVector<double> centred = x.array() - traced.mean;
    traced.meanSquare = centred.squaredNorm() / double(x.size());
    traced.y = centred.cwiseProduct(norm.gain.cast<double>()) / std::sqrt(traced.meanSquare + config.epsilon);
    if (norm.bias.size() > 0) traced.y += norm.bias.cast<double>();
    return traced;
}

double activated(double x, Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return 0.5 * x * (1.0 + std::erf(x / std::numbers::sqrt2));
    case Activation::GeluTanh:
        return 0.5 * x * (1.0 + std::tanh(std::sqrt(2.0 / std::numbers::pi) * (x + 0.044715 * x * x * x)));
    case Activation::Silu:
        return x / (1.0 + std::exp(-x));
    }
    return x;
}

// φ(W_up·y)      gated: φ(W_gate·y) ⊙ W_up·y, the gate's rows first
Result<RowVector<double>> hiddenOf(const ModelConfig& config, const LinearWeights<float>& up, const RowVector<double>& y, const std::stop_token& stop)
{
    FOVEA_TRY(hidden, product(up.weight, up.bias, {0, config.mlpWidth}, y, stop));
    for (double& value : hidden) value = activated(value, config.activation);
    if (!config.gated) return std::move(hidden);
    FOVEA_TRY(factor, product(up.weight, up.bias, {config.mlpWidth, 2 * config.mlpWidth}, y, stop));
    return RowVector<double>(hidden.cwiseProduct(factor));
}

Result<TracedLayer> traceLayer(const Transformer& model, const Recording& recording, Index index, Index token, RowVector<double> x,
                               const std::stop_token& stop)
{
    const ModelConfig& config = model.config();
    const LayerWeights<float>& weights = model.weights().layers[std::size_t(index)];
    TracedLayer layer{.x = std::move(x), .attentionNorm = {}, .heads = {}, .attention = {}, .mlpNorm = {}, .hidden = {}, .mlp = {}};
    layer.attentionNorm = normed(config, weights.attentionNorm, layer.x);
    layer.heads.resize(config.heads * config.headDim);
    for (Index head = 0; head < config.heads; ++head) {
        if (stop.stop_requested()) return cancelled();
        layer.heads.segment(head * config.headDim, config.headDim) = unfold(recording, {index, head}, token).output;
    }
    FOVEA_TRY(attention, projected(weights.out, layer.heads, stop));
    layer.attention = std::move(attention);
    layer.mlpNorm = normed(config, weights.mlpNorm, config.parallelResidual ? layer.x : RowVector<double>(layer.x + layer.attention));
    FOVEA_TRY(hidden, hiddenOf(config, weights.up, layer.mlpNorm.y, stop));
    layer.hidden = std::move(hidden);
    FOVEA_TRY(mlp, projected(weights.down, layer.hidden, stop));
    layer.mlp = std::move(mlp);
    return layer;
}

Result<RowVector<double>> unembedded(const Transformer& model, const RowVector<double>& y, const std::stop_token& stop)
{
    const Weights<float>& weights = model.weights();
    const RowMatrix& head = weights.head.size() > 0 ? weights.head : weights.embedding;
    return product(head, {}, {0, head.rows()}, y, stop);
}

}   // namespace

Result<TokenTrace> traceToken(const Transformer& model, const Recording& recording, Index token, const std::stop_token& stop)
{
    if (recording.modelId != model.id())
        return fail(Fault::BadInput, fmt::format("This was recorded from {}, not from {}.", recording.model, model.name()),
                    "Run the model on the text again.");
    TokenTrace trace{.token = token, .layers = {}, .x = {}, .finalNorm = {}, .logits = {}};
    RowVector<double> x = model.weights().embedding.row(recording.tokens.items[std::size_t(token)].id).cast<double>();
    for (Index index = 0; index < model.config().layers; ++index) {
        FOVEA_TRY(layer, traceLayer(model, recording, index, token, std::move(x), stop));
        x = layer.x + layer.attention + layer.mlp;
        trace.layers.push_back(std::move(layer));
    }
    trace.x = std::move(x);
    trace.finalNorm = normed(model.config(), model.weights().finalNorm, trace.x);
    FOVEA_TRY(logits, unembedded(model, trace.finalNorm.y, stop));
    trace.logits = std::move(logits);
    return trace;
}

RowVector<double> headWrite(const Transformer& model, HeadId head, const RowVector<double>& o)
{
    const RowMatrix& out = model.weights().layers[std::size_t(head.layer)].out.weight;
    return o * out.middleCols(head.head * o.size(), o.size()).cast<double>().transpose();
}

Result<RowVector<double>> logitsOf(const Transformer& model, const RowVector<double>& x, const std::stop_token& stop)
{
    return unembedded(model, normed(model.config(), model.weights().finalNorm, x).y, stop);
}

}   // namespace core
