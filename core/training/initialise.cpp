#include "core/training/initialise.h"

#include <cmath>

#include "core/base/random.h"

namespace core {

namespace {

void fillNormal(Matrix<float>& matrix, double deviation, std::uint64_t seed)
{
    Random random(seed);
    for (Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = float(deviation * random.normal());
}

}   // namespace

Weights<float> initialWeights(const ModelConfig& config, std::uint64_t seed)
{
    constexpr double kDeviation = 0.02;
    const double residual = kDeviation / std::sqrt(2.0 * double(config.layers));
    Weights<float> weights = Weights<float>::zeros(config);
    std::uint64_t tensor = 0;
    const auto next = [&] { return hashOf(seed, tensor++); };
    fillNormal(weights.embedding, kDeviation, next());
    for (LayerWeights<float>& layer : weights.layers) {
        layer.attentionNorm.gain.setOnes();
        layer.mlpNorm.gain.setOnes();
        fillNormal(layer.qkv.weight, kDeviation, next());
        fillNormal(layer.out.weight, residual, next());
        fillNormal(layer.up.weight, kDeviation, next());
        fillNormal(layer.down.weight, residual, next());
    }
    weights.finalNorm.gain.setOnes();
    fillNormal(weights.head, kDeviation, next());
    return weights;
}

}   // namespace core
