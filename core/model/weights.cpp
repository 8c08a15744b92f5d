#include "core/model/weights.h"

#include <fmt/format.h>

namespace core
{

namespace
{

template<class T>
NormWeights<T> zeroNorm(const ModelConfig& config)
{
    const Index shift = config.norm == NormKind::LayerNorm ? config.width : 0;
    return {RowVector<T>::Zero(config.width), RowVector<T>::Zero(shift)};
}

template<class T>
LinearWeights<T> zeroLinear(Index out, Index in, bool bias)
{
    return {Matrix<T>::Zero(out, in), RowVector<T>::Zero(bias ? out : 0)};
}

template<class U, class T>
NormWeights<U> castNorm(const NormWeights<T>& norm)
{
    return {norm.gain.template cast<U>(), norm.bias.template cast<U>()};
}

template<class U, class T>
LinearWeights<U> castLinear(const LinearWeights<T>& linear)
{
    return {linear.weight.template cast<U>(), linear.bias.template cast<U>()};
}

// W is Weights<T> or const Weights<T>; visit takes (name, data, size, isMatrix).
template<class W, class Visit>
void visitAll(W& weights, const Visit& visit)
{
    const auto put = [&](const std::string& name, auto& tensor, bool isMatrix) {
        if (tensor.size() > 0) visit(name, tensor.data(), tensor.size(), isMatrix);
    };
    const auto putNorm = [&](const std::string& name, auto& norm) {
        put(name + ".gain", norm.gain, false);
        put(name + ".bias", norm.bias, false);
    };
    const auto putLinear = [&](const std::string& name, auto& linear) {
        put(name + ".weight", linear.weight, true);
        put(name + ".bias", linear.bias, false);
    };
    put("embedding", weights.embedding, true);
    for (std::size_t i = 0; i < weights.layers.size(); ++i) {
        const std::string layer = fmt::format("layer.{}.", i);
        putNorm(layer + "attention_norm", weights.layers[i].attentionNorm);
        putLinear(layer + "qkv", weights.layers[i].qkv);
        putLinear(layer + "out", weights.layers[i].out);
        putNorm(layer + "mlp_norm", weights.layers[i].mlpNorm);
        putLinear(layer + "up", weights.layers[i].up);
        putLinear(layer + "down", weights.layers[i].down);
    }
    putNorm("final_norm", weights.finalNorm);
    put("head", weights.head, true);
}

}   // namespace

template<class T>
Weights<T> Weights<T>::zeros(const ModelConfig& c)
{
    const Index attended = c.heads * c.headDim;
    Weights result;
    result.embedding = Matrix<T>::Zero(c.vocabulary, c.width);
    for (Index i = 0; i < c.layers; ++i)
        result.layers.push_back({.attentionNorm = zeroNorm<T>(c),
                                 .qkv = zeroLinear<T>(c.qkvWidth(), c.width, c.attentionBias),
                                 .out = zeroLinear<T>(c.width, attended, c.attentionBias),
                                 .mlpNorm = zeroNorm<T>(c),
                                 .up = zeroLinear<T>(c.gated ? 2 * c.mlpWidth : c.mlpWidth, c.width, c.mlpBias),
                                 .down = zeroLinear<T>(c.width, c.mlpWidth, c.mlpBias)});
    result.finalNorm = zeroNorm<T>(c);
    if (!c.tiedHead) result.head = Matrix<T>::Zero(c.vocabulary, c.width);
    return result;
}

template<class T>
template<class U>
Weights<U> Weights<T>::cast() const
{
    Weights<U> result;
    result.embedding = embedding.template cast<U>();
    for (const LayerWeights<T>& layer : layers)
        result.layers.push_back({.attentionNorm = castNorm<U>(layer.attentionNorm),
                                 .qkv = castLinear<U>(layer.qkv),
                                 .out = castLinear<U>(layer.out),
                                 .mlpNorm = castNorm<U>(layer.mlpNorm),
                                 .up = castLinear<U>(layer.up),
                                 .down = castLinear<U>(layer.down)});
    result.finalNorm = castNorm<U>(finalNorm);
    result.head = head.template cast<U>();
    return result;
}

template<class T>
void forEachTensor(Weights<T>& weights, const std::type_identity_t<TensorVisit<T>>& visit)
{
    visitAll(weights, visit);
}

template<class T>
void forEachTensor(const Weights<T>& weights, const std::type_identity_t<TensorVisit<const T>>& visit)
{
    visitAll(weights, visit);
}

template struct Weights<float>;
template struct Weights<double>;
template Weights<float> Weights<float>::cast() const;
template Weights<double> Weights<float>::cast() const;
template Weights<float> Weights<double>::cast() const;
template Weights<double> Weights<double>::cast() const;
template void forEachTensor(Weights<float>&, const TensorVisit<float>&);
template void forEachTensor(Weights<double>&, const TensorVisit<double>&);
template void forEachTensor(const Weights<float>&, const TensorVisit<const float>&);
template void forEachTensor(const Weights<double>&, const TensorVisit<const double>&);

}   // namespace core
