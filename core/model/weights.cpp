#include "core/model/weights.h"

#include <algorithm>

#include <fmt/format.h>

namespace core {

namespace {

template<class T>
NormWeights<T> sizedNorm(const ModelConfig& config)
{
    const Index shift = config.norm == NormKind::LayerNorm ? config.width : 0;
    return {RowVector<T>(config.width), RowVector<T>(shift)};
}

template<class T>
LinearWeights<T> sizedLinear(Index out, Index in, bool bias)
{
    return {Matrix<T>(out, in), RowVector<T>(bias ? out : 0)};
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
Weights<T> Weights<T>::sized(const ModelConfig& c)
{
    const Index attended = c.heads * c.headDim;
    Weights result;
    result.embedding = Matrix<T>(c.vocabulary, c.width);
    for (Index i = 0; i < c.layers; ++i)
        result.layers.push_back({.attentionNorm = sizedNorm<T>(c),
                                 .qkv = sizedLinear<T>(c.qkvWidth(), c.width, c.attentionBias),
                                 .out = sizedLinear<T>(c.width, attended, c.attentionBias),
                                 .mlpNorm = sizedNorm<T>(c),
                                 .up = sizedLinear<T>(c.gated ? 2 * c.mlpWidth : c.mlpWidth, c.width, c.mlpBias),
                                 .down = sizedLinear<T>(c.width, c.mlpWidth, c.mlpBias)});
    result.finalNorm = sizedNorm<T>(c);
    if (!c.tiedHead) result.head = Matrix<T>(c.vocabulary, c.width);
    return result;
}

template<class T>
Weights<T> Weights<T>::zeros(const ModelConfig& c)
{
    Weights result = sized(c);
    forEachTensor(result, [](const std::string&, T* data, Index size, bool) { std::fill_n(data, size, T(0)); });
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

Result<void> checkShapes(const Weights<float>& weights, const ModelConfig& c)
{
    const auto sized = [](const std::string& name, Index rows, Index columns, Index r, Index k) -> Result<void> {
        if (rows == r && columns == k) return {};
        return fail(Fault::BadInput, fmt::format("{} is {} × {}; the configuration asks for {} × {}.", name, rows, columns, r, k),
                    "Use weights of the same configuration.");
    };
    const auto norm = [&](const std::string& name, const NormWeights<float>& n) -> Result<void> {
        FOVEA_CHECK(sized(name + ".gain", 1, n.gain.size(), 1, c.width));
        return sized(name + ".bias", 1, n.bias.size(), 1, c.norm == NormKind::LayerNorm ? c.width : 0);
    };
    const auto linear = [&](const std::string& name, const LinearWeights<float>& l, Index out, Index in, bool bias) -> Result<void> {
        FOVEA_CHECK(sized(name + ".weight", l.weight.rows(), l.weight.cols(), out, in));
        return sized(name + ".bias", 1, l.bias.size(), 1, bias ? out : 0);
    };
    FOVEA_CHECK(sized("embedding", weights.embedding.rows(), weights.embedding.cols(), c.vocabulary, c.width));
    FOVEA_CHECK(sized("layers", 1, Index(weights.layers.size()), 1, c.layers));
    for (Index i = 0; i < c.layers; ++i) {
        const LayerWeights<float>& layer = weights.layers[std::size_t(i)];
        const std::string name = fmt::format("layer.{}.", i);
        FOVEA_CHECK(norm(name + "attention_norm", layer.attentionNorm));
        FOVEA_CHECK(linear(name + "qkv", layer.qkv, c.qkvWidth(), c.width, c.attentionBias));
        FOVEA_CHECK(linear(name + "out", layer.out, c.width, c.heads * c.headDim, c.attentionBias));
        FOVEA_CHECK(norm(name + "mlp_norm", layer.mlpNorm));
        FOVEA_CHECK(linear(name + "up", layer.up, c.gated ? 2 * c.mlpWidth : c.mlpWidth, c.width, c.mlpBias));
        FOVEA_CHECK(linear(name + "down", layer.down, c.width, c.mlpWidth, c.mlpBias));
    }
    FOVEA_CHECK(norm("final_norm", weights.finalNorm));
    if (weights.head.size() == 0) return {};
    return sized("head", weights.head.rows(), weights.head.cols(), c.vocabulary, c.width);
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
