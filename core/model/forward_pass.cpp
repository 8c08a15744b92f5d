#include "core/model/forward_pass.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/parallel.h"
#include "core/linalg/matmul.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

constexpr Index kRowsPerPiece = 64;

const float* orNull(const RowVector<float>& bias) { return bias.size() > 0 ? bias.data() : nullptr; }

void activate(float* x, Index n, Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return rows::gelu(x, n);
    case Activation::GeluTanh:
        return rows::geluTanh(x, n);
    case Activation::Silu:
        return rows::silu(x, n);
    }
}

// An lse is −∞ where a row has no keys.
bool isLogSum(float lse) { return std::isfinite(lse) || lse == -std::numeric_limits<float>::infinity(); }

}   // namespace

ForwardPass::ForwardPass(const Transformer& model, const Tokens& tokens, const RunOptions& options, std::vector<std::vector<LayoutPtr>> layouts,
                         Index firstNew) :
    m_model(model),
    m_config(model.config()),
    m_tokens(tokens),
    m_options(options),
    m_layouts(std::move(layouts)),
    m_firstNew(firstNew),
    m_rotary(model.config(), {firstNew, tokens.size()})
{
}

Result<void> ForwardPass::run(Recording& recording)
{
    FOVEA_CHECK(embed());
    recording.sites.resize(std::size_t(m_config.layers));
    for (Index layer = 0; layer < m_config.layers; ++layer) FOVEA_CHECK(runLayer(layer, recording.sites[std::size_t(layer)]));
    return computeLogits(recording);
}

Result<void> ForwardPass::embed()
{
    m_x.resize(m_tokens.size() - m_firstNew, m_config.width);
    FirstBadRow bad;
    FOVEA_CHECK(overRows(m_x.rows(), [&](Index row) {
        m_x.row(row) = m_model.weights().embedding.row(m_tokens.items[std::size_t(m_firstNew + row)].id);
        if (!rows::allFinite(m_x.row(row).data(), m_config.width)) bad.note(row);
    }));
    if (bad.found()) return notFinite(m_model.weights(), kNoLayer, "embedding", tokenOf(bad.row()));
    return {};
}

// sequential: a = x + attention(norm₁ x), x' = a + mlp(norm₂ a)      parallel: x' = x + attention(norm₁ x) + mlp(norm₂ x)
Result<void> ForwardPass::runLayer(Index layer, AttentionSite& site)
{
    const LayerWeights<float>& weights = m_model.weights().layers[std::size_t(layer)];
    FOVEA_CHECK(projectQkv(layer, site));
    FOVEA_TRY(heads, attend(layer, site));
    if (layer + 1 == m_config.layers) keepRowsForLogits(heads);
    FOVEA_TRY(write, projected(heads, weights.out));
    const Span all{0, m_x.rows()};
    if (!m_config.parallelResidual) FOVEA_CHECK(addWrite(layer, write, "attention output", all));
    FOVEA_CHECK(addMlp(layer));
    if (m_config.parallelResidual) FOVEA_CHECK(addWrite(layer, write, "attention output", all));
    return {};
}

// q, k, v of the new rows, q and k rotated, appended to those of the earlier recording.
Result<void> ForwardPass::projectQkv(Index layer, AttentionSite& site)
{
    const LayerWeights<float>& weights = m_model.weights().layers[std::size_t(layer)];
    FOVEA_TRY(x, normed(weights.attentionNorm, {0, m_x.rows()}));
    FOVEA_TRY(qkv, projected(x, weights.qkv));
    const Index d = m_config.headDim, rotatedHeads = m_config.heads + m_config.kvHeads;
    FirstBadRow bad;
    FOVEA_CHECK(overRows(qkv.rows(), [&](Index row) {
        float* values = qkv.row(row).data();
        if (!rows::allFinite(values, qkv.cols())) bad.note(row);
        m_rotary.rotate(Turn::Forward, m_firstNew + row, values, rotatedHeads);
    }));
    if (bad.found()) return notFinite(m_model.weights(), layer, "query, key or value", tokenOf(bad.row()));

    const AttentionSite* shared = m_firstNew > 0 ? &m_options.previous->sites[std::size_t(layer)] : nullptr;
    const auto extended = [&](HeadRows AttentionSite::*rows, Index heads, Index column) {
        const HeadRows before = shared ? (shared->*rows).truncated(m_firstNew) : HeadRows(heads, d);
        return before.appended(qkv.data() + column, qkv.rows(), qkv.cols());
    };
    site.q = extended(&AttentionSite::q, m_config.heads, 0);
    site.k = extended(&AttentionSite::k, m_config.kvHeads, m_config.heads * d);
    site.v = extended(&AttentionSite::v, m_config.kvHeads, rotatedHeads * d);
    return {};
}

// The heads' outputs of the new rows [n × H·d]; completes the site.
Result<RowMatrix> ForwardPass::attend(Index layer, AttentionSite& site)
{
    site.layer = layer;
    site.scale = float(1.0 / std::sqrt(double(m_config.headDim)));
    site.layouts = m_layouts[std::size_t(layer)];
    for (Index head = 0; head < m_config.heads; ++head) site.mechanisms.push_back(m_options.plan.mechanismOf({layer, head}));
    const HeadBatch batch{.q = &site.q,
                          .k = &site.k,
                          .v = &site.v,
                          .queries = {m_firstNew, m_tokens.size()},
                          .scale = site.scale,
                          .layouts = site.layouts,
                          .mechanisms = site.mechanisms};
    RowObserver* observer = m_options.observer ? m_options.observer(layer) : nullptr;
    Result<AttentionOutput> attended = backendOf(m_options).attend(batch, observer, m_options.stop);
    if (!attended) {
        Error error = std::move(attended).error();
        if (error.fault == Fault::NotFinite) error.what = fmt::format("Layer {}: {}", layer, error.what);
        return tl::unexpected(std::move(error));
    }
    FOVEA_CHECK(checkAttended(layer, *attended));
    const AttentionSite* shared = m_firstNew > 0 ? &m_options.previous->sites[std::size_t(layer)] : nullptr;
    const HeadRows lse = shared ? shared->lse.truncated(m_firstNew) : HeadRows(m_config.heads, 1);
    site.lse = lse.appended(attended->lse.data(), attended->lse.rows(), attended->lse.cols());
    const HeadRows output = shared && m_options.keepOutputs ? shared->output.truncated(m_firstNew) : HeadRows(m_config.heads, m_config.headDim);
    site.output = m_options.keepOutputs ? output.appended(attended->out.data(), attended->out.rows(), attended->out.cols()) : output;
    return std::move(attended->out);
}

// Whatever the backend promises: behind the last attention nobody else looks at most rows, and later runs share what is recorded here.
Result<void> ForwardPass::checkAttended(Index layer, const AttentionOutput& attended) const
{
    FirstBadRow bad;
    FOVEA_CHECK(overRows(attended.out.rows(), [&](Index row) {
        const auto lse = attended.lse.row(row);
        if (!rows::allFinite(attended.out.row(row).data(), attended.out.cols()) || !std::all_of(lse.begin(), lse.end(), isLogSum)) bad.note(row);
    }));
    if (bad.found()) return notFinite(m_model.weights(), layer, "output of a head", tokenOf(bad.row()));
    return {};
}

// Behind the last attention a row only matters to its own logits.
void ForwardPass::keepRowsForLogits(RowMatrix& heads)
{
    if (m_options.logits == Logits::All || m_x.rows() == 0) return;
    const Index kept = m_options.logits == Logits::Last ? 1 : 0;
    heads = RowMatrix(heads.bottomRows(kept));
    m_x = RowMatrix(m_x.bottomRows(kept));
}

Result<void> ForwardPass::addMlp(Index layer)
{
    for (Index row = 0; row < m_x.rows(); row += kMlpRows) FOVEA_CHECK(mlpRows(layer, {row, std::min(row + kMlpRows, m_x.rows())}));
    return {};
}

// x += W_down·φ(W_up·norm₂ x)      gated: x += W_down·(φ(W_gate·norm₂ x) ⊙ W_up·norm₂ x)
Result<void> ForwardPass::mlpRows(Index layer, Span rows)
{
    const LayerWeights<float>& weights = m_model.weights().layers[std::size_t(layer)];
    const Index width = m_config.mlpWidth;
    const float* weight = weights.up.weight.data();
    const float* bias = orNull(weights.up.bias);
    FOVEA_TRY(x, normed(weights.mlpNorm, rows));
    FOVEA_TRY(hidden, projected(x, weight, bias, width));   // gated: the gate's rows come first
    RowMatrix up;
    if (m_config.gated) {
        FOVEA_TRY(product, projected(x, weight + width * m_config.width, bias ? bias + width : nullptr, width));
        up = std::move(product);
    }
    FOVEA_CHECK(overRows(rows.size(), [&](Index row) {
        activate(hidden.row(row).data(), width, m_config.activation);
        if (m_config.gated) rows::multiply(hidden.row(row).data(), up.row(row).data(), width);
    }));
    FOVEA_TRY(write, projected(hidden, weights.down));
    return addWrite(layer, write, "MLP output", rows);
}

// x += write, for the rows of a span.
Result<void> ForwardPass::addWrite(Index layer, const RowMatrix& write, std::string_view what, Span rows)
{
    FirstBadRow bad;
    FOVEA_CHECK(overRows(write.rows(), [&](Index row) {
        float* x = m_x.row(rows.begin + row).data();
        rows::add(x, write.row(row).data(), m_config.width);
        if (!rows::allFinite(x, m_config.width)) bad.note(rows.begin + row);
    }));
    if (bad.found()) return notFinite(m_model.weights(), layer, what, tokenOf(bad.row()));
    return {};
}

Result<void> ForwardPass::computeLogits(Recording& recording)
{
    if (m_options.logits == Logits::None) return {};
    const Weights<float>& weights = m_model.weights();
    const RowMatrix& head = weights.head.size() > 0 ? weights.head : weights.embedding;
    FOVEA_TRY(x, normed(weights.finalNorm, {0, m_x.rows()}));
    FOVEA_TRY(logits, projected(x, head.data(), nullptr, m_config.vocabulary));
    for (Index row = 0; row < logits.rows(); ++row)
        if (!rows::allFinite(logits.row(row).data(), logits.cols())) return notFinite(weights, kNoLayer, "prediction", tokenOf(row));
    const bool joined = m_options.logits == Logits::All && m_firstNew > 0;
    if (!joined) {
        recording.logits = std::move(logits);
        return {};
    }
    recording.logits.resize(m_tokens.size(), m_config.vocabulary);
    recording.logits.topRows(m_firstNew) = m_options.previous->logits.topRows(m_firstNew);
    recording.logits.bottomRows(logits.rows()) = logits;
    return {};
}

Result<void> ForwardPass::overRows(Index n, const std::function<void(Index)>& body) const
{
    const bool complete = parallelFor(
        ceilDiv(n, kRowsPerPiece),
        [&](Index piece) {
            const Index end = std::min(n, (piece + 1) * kRowsPerPiece);
            for (Index row = piece * kRowsPerPiece; row < end; ++row) body(row);
        },
        m_options.stop);
    if (!complete || m_options.stop.stop_requested()) return cancelled();
    return {};
}

Result<RowMatrix> ForwardPass::normed(const NormWeights<float>& norm, Span rows) const
{
    RowMatrix y(rows.size(), m_config.width);
    FOVEA_CHECK(overRows(rows.size(), [&](Index row) {
        const float* x = m_x.row(rows.begin + row).data();
        if (m_config.norm == NormKind::LayerNorm)
            rows::layerNorm(x, m_config.width, norm.gain.data(), norm.bias.data(), float(m_config.epsilon), y.row(row).data());
        else
            rows::rmsNorm(x, m_config.width, norm.gain.data(), float(m_config.epsilon), y.row(row).data());
    }));
    return y;
}

Result<RowMatrix> ForwardPass::projected(const RowMatrix& x, const float* weight, const float* bias, Index out) const
{
    RowMatrix y(x.rows(), out);
    if (!linear(x.data(), x.rows(), x.cols(), weight, bias, out, y.data(), m_options.stop)) return cancelled();
    return y;
}

Result<RowMatrix> ForwardPass::projected(const RowMatrix& x, const LinearWeights<float>& linear) const
{
    return projected(x, linear.weight.data(), orNull(linear.bias), linear.weight.rows());
}

}   // namespace core
