#include "core/model/reference_transformer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace core {

namespace {

// Pieces of a matrix product between two looks at the stop token: 32 × 256 outputs are a few milliseconds at the widths of real models.
constexpr Index kPieceRows = 32;
constexpr Index kPieceColumns = 256;

// LN(x) = γ ⊙ (x − mean)/√(var + ε) + β, population variance      RMSNorm(x) = γ ⊙ x/√(mean(x²) + ε)
Matrix<double> normed(const Matrix<double>& x, const NormWeights<double>& norm, const ModelConfig& config)
{
    Matrix<double> y(x.rows(), x.cols());
    for (Index t = 0; t < x.rows(); ++t) {
        const double mean = config.norm == NormKind::LayerNorm ? x.row(t).mean() : 0.0;
        const RowVector<double> centred = x.row(t).array() - mean;
        y.row(t) = centred.cwiseProduct(norm.gain) / std::sqrt(centred.squaredNorm() / double(x.cols()) + config.epsilon);
        if (norm.bias.size() > 0) y.row(t) += norm.bias;
    }
    return y;
}

// x·Wᵀ
Result<Matrix<double>> product(const Matrix<double>& x, const Matrix<double>& weight, const std::stop_token& stop)
{
    Matrix<double> y(x.rows(), weight.rows());
    for (Index row = 0; row < y.rows(); row += kPieceRows)
        for (Index column = 0; column < y.cols(); column += kPieceColumns) {
            if (stop.stop_requested()) return cancelled();
            const Index height = std::min(kPieceRows, y.rows() - row), width = std::min(kPieceColumns, y.cols() - column);
            y.block(row, column, height, width).noalias() = x.middleRows(row, height) * weight.middleRows(column, width).transpose();
        }
    return y;
}

Result<Matrix<double>> projected(const Matrix<double>& x, const LinearWeights<double>& linear, const std::stop_token& stop)
{
    FOVEA_TRY(y, product(x, linear.weight, stop));
    if (linear.bias.size() > 0) y.rowwise() += linear.bias;
    return std::move(y);
}

// R_t: pairs (i, i + R/2) of the first R elements turn by t·θ_i, θ_i = base^(−2i/R); the rest pass.   Su et al. 2021, arXiv 2104.09864.
Matrix<double> rotated(Matrix<double> x, const ModelConfig& config)
{
    const Index half = config.rotaryDim / 2;
    for (Index t = 0; t < x.rows(); ++t)
        for (Index i = 0; i < half; ++i) {
            const double angle = double(t) * std::pow(config.ropeBase, -2.0 * double(i) / double(config.rotaryDim));
            const double a = x(t, i), b = x(t, i + half);
            x(t, i) = a * std::cos(angle) - b * std::sin(angle);
            x(t, i + half) = b * std::cos(angle) + a * std::sin(angle);
        }
    return x;
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

Result<Matrix<double>> mlp(const Matrix<double>& x, const LayerWeights<double>& layer, const ModelConfig& config, const std::stop_token& stop)
{
    FOVEA_TRY(up, projected(x, layer.up, stop));
    Matrix<double> hidden = up.leftCols(config.mlpWidth);
    for (Index row = 0; row < hidden.rows(); ++row) {
        if (stop.stop_requested()) return cancelled();
        hidden.row(row) = hidden.row(row).unaryExpr([&](double value) { return activated(value, config.activation); });
    }
    if (config.gated) hidden = hidden.cwiseProduct(up.rightCols(config.mlpWidth));
    return projected(hidden, layer.down, stop);
}

// The pairs of a head: the model's causal mask & the plan's pattern, or what the recorded run chose by it.
Result<LayoutPtr> layoutOf(HeadId head, const Mechanism& mechanism, Index tokens, const Recording* recorded)
{
    Pattern pattern = Pattern::causal();
    if (const auto* softmax = std::get_if<SoftmaxMechanism>(&mechanism)) pattern = pattern & softmax->pattern;
    if (!pattern.selects()) return std::make_shared<const BlockLayout>(pattern, tokens, tokens);
    if (recorded) return recorded->sites[std::size_t(head.layer)].layouts[std::size_t(head.head)];
    return fail(Fault::BadInput, fmt::format("{} selects pairs from queries and keys, and no run is there that did.", pattern.text()),
                "Run the model with this plan first.");
}

// One head under its mechanism. `mean` is attention whose scores are all equal; `off` looks as usual and writes nothing.
Result<ReferenceAttention> attended(const Matrix<double>& q, const Matrix<double>& k, const Matrix<double>& v, const Mechanism& mechanism,
                                    const BlockLayout& layout, const std::stop_token& stop)
{
    const double scale = 1.0 / std::sqrt(double(q.cols()));
    const bool mean = std::holds_alternative<MeanMechanism>(mechanism);
    FOVEA_TRY(result, referenceAttention(mean ? Matrix<double>::Zero(q.rows(), q.cols()) : q, k, v, scale, layout, stop));
    if (std::holds_alternative<OffMechanism>(mechanism)) result.output.setZero();
    return std::move(result);
}

// All heads of a layer, their outputs side by side in front of W_O.
Result<Matrix<double>> attention(const Matrix<double>& x, Index index, const LayerWeights<double>& layer, const ModelConfig& config,
                                 const AttentionPlan& plan, const Recording* recorded, std::vector<ReferenceAttention>& heads,
                                 const std::stop_token& stop)
{
    const Index d = config.headDim;
    FOVEA_TRY(qkv, projected(x, layer.qkv, stop));
    const auto part = [&](Index slot) -> Matrix<double> { return qkv.middleCols(slot * d, d); };
    // Keys or values, which start at slot `first`, as query head `head` reads them: its own head's, or under kv_groups(g) the mean over its group.
    const auto read = [&](Index first, Index head, const Mechanism& mechanism) -> Matrix<double> {
        const Index own = head / config.groupSize();
        const auto* kv = std::get_if<KvGroupsMechanism>(&mechanism);
        if (!kv) return part(first + own);
        const Index members = config.kvHeads / kv->groups;
        Matrix<double> sum = Matrix<double>::Zero(x.rows(), d);
        for (Index other = 0; other < config.kvHeads; ++other)
            if (other / members == own / members) sum += part(first + other);
        return sum / double(members);
    };
    Matrix<double> outputs(x.rows(), config.heads * d);
    for (Index head = 0; head < config.heads; ++head) {
        const Mechanism mechanism = plan.mechanismOf({index, head});
        FOVEA_TRY(layout, layoutOf({index, head}, mechanism, x.rows(), recorded));
        FOVEA_TRY(result, attended(rotated(part(head), config), rotated(read(config.heads, head, mechanism), config),
                                   read(config.heads + config.kvHeads, head, mechanism), mechanism, *layout, stop));
        heads.push_back(std::move(result));
        outputs.middleCols(head * d, d) = heads.back().output;
    }
    return projected(outputs, layer.out, stop);
}

}   // namespace

Result<ReferenceRun> referenceRun(const ModelConfig& config, const Weights<double>& weights, std::span<const TokenId> ids, const AttentionPlan& plan,
                                  const std::stop_token& stop, const Recording* recorded)
{
    Matrix<double> x(Index(ids.size()), config.width);
    for (Index t = 0; t < x.rows(); ++t) x.row(t) = weights.embedding.row(ids[std::size_t(t)]);

    ReferenceRun run;
    for (Index index = 0; index < config.layers; ++index) {
        const LayerWeights<double>& layer = weights.layers[std::size_t(index)];
        std::vector<ReferenceAttention>& heads = run.heads.emplace_back();
        FOVEA_TRY(written, attention(normed(x, layer.attentionNorm, config), index, layer, config, plan, recorded, heads, stop));
        const Matrix<double> between = x + written;
        FOVEA_TRY(added, mlp(normed(config.parallelResidual ? x : between, layer.mlpNorm, config), layer, config, stop));
        x = between + added;
    }
    run.residual = x;
    const Matrix<double>& head = weights.head.size() > 0 ? weights.head : weights.embedding;
    FOVEA_TRY(logits, product(normed(x, weights.finalNorm, config), head, stop));
    run.logits = std::move(logits);
    return run;
}

}   // namespace core
