#include "core/model/forward_pass.h"

#include <algorithm>
#include <cmath>

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

}   // namespace

ForwardPass::ForwardPass(const Transformer& model, const Tokens& tokens, const RunOptions& options, std::vector<std::vector<LayoutPtr>> layouts,
                         Index firstNew) :
    m_model(model),
    m_config(model.config()),
    m_tokens(tokens),
    m_options(options),
    m_layouts(std::move(layouts)),
    m_firstNew(firstNew),
    m_rotary(model.config(), {firstNew, tokens.size()}, options.stop)
{
}

Result<void> ForwardPass::run(Recording& recording)
{
    FOVEA_CHECK(goOn());
    FOVEA_CHECK(copyTokens(recording));
    FOVEA_CHECK(embed());
    recording.sites.resize(std::size_t(m_config.layers));
    for (Index layer = 0; layer < m_config.layers; ++layer) FOVEA_CHECK(runLayer(layer, recording.sites[std::size_t(layer)]));
    return computeLogits(recording);
}

Result<void> ForwardPass::copyTokens(Recording& recording) const
{
    recording.tokens.text = m_tokens.text;
    recording.tokens.items.resize(m_tokens.items.size());
    return overRows(m_tokens.size(), [&](Index i) { recording.tokens.items[std::size_t(i)] = m_tokens.items[std::size_t(i)]; });
}

Result<void> ForwardPass::embed()
{
    m_x.resize(m_tokens.size() - m_firstNew, m_config.width);
    FirstBadRow bad;
    FOVEA_CHECK(overRows(m_x.rows(), [&](Index row) {
        m_x.row(row) = m_model.weights().embedding.row(m_tokens.items[std::size_t(m_firstNew + row)].id);
        if (!rows::allFinite(m_x.row(row).data(), m_config.width)) bad.note(row);
    }));
    if (bad.found()) return notFinite(m_model, kNoLayer, "embedding", tokenOf(bad.row()));
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
    FOVEA_TRY(x, normed(layer, weights.mlpNorm, rows));
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
    if (bad.found()) return notFinite(m_model, layer, what, tokenOf(bad.row()));
    return {};
}

Result<void> ForwardPass::computeLogits(Recording& recording)
{
    if (m_options.logits == Logits::None) return {};
    const Weights<float>& weights = m_model.weights();
    const RowMatrix& head = weights.head.size() > 0 ? weights.head : weights.embedding;
    FOVEA_TRY(x, normed(kNoLayer, weights.finalNorm, {0, m_x.rows()}));
    FOVEA_TRY(logits, projected(x, head.data(), nullptr, m_config.vocabulary));
    const bool joined = m_options.logits == Logits::All && m_firstNew > 0;
    if (joined) recording.logits.resize(m_tokens.size(), m_config.vocabulary);
    FirstBadRow bad;
    FOVEA_CHECK(overRows(logits.rows(), [&](Index row) {
        if (!rows::allFinite(logits.row(row).data(), logits.cols())) bad.note(row);
        if (joined) recording.logits.row(m_firstNew + row) = logits.row(row);
    }));
    if (bad.found()) return notFinite(m_model, kNoLayer, "prediction", tokenOf(bad.row()));
    if (joined) return overRows(m_firstNew, [&](Index row) { recording.logits.row(row) = m_options.previous->logits.row(row); });
    recording.logits = std::move(logits);
    return {};
}

Result<void> ForwardPass::goOn() const
{
    if (m_options.stop.stop_requested()) return cancelled();
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
    return complete ? goOn() : cancelled();
}

// Squares leave single precision long before the numbers do, and a row divided by infinity would look like a row of zeros.
Result<RowMatrix> ForwardPass::normed(Index layer, const NormWeights<float>& norm, Span rows) const
{
    RowMatrix y(rows.size(), m_config.width);
    FirstBadRow bad;
    FOVEA_CHECK(overRows(rows.size(), [&](Index row) {
        const float* x = m_x.row(rows.begin + row).data();
        const float spread =
            m_config.norm == NormKind::LayerNorm
                ? rows::layerNorm(x, m_config.width, norm.gain.data(), norm.bias.data(), float(m_config.epsilon), y.row(row).data())
                : rows::rmsNorm(x, m_config.width, norm.gain.data(), float(m_config.epsilon), y.row(row).data());
        if (!std::isfinite(spread)) bad.note(rows.begin + row);
    }));
    if (bad.found()) return notFinite(m_model, layer, "mean square before a norm", tokenOf(bad.row()));
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
