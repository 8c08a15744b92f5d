#include "core/training/adamw.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"

namespace core {

namespace training {

AdamWStep::AdamWStep(const AdamWOptions& options, Index t, double learningRate, double factor) :
    beta1(float(options.beta1)),
    beta2(float(options.beta2)),
    epsilon(float(options.epsilon)),
    rate(float(learningRate / (1.0 - std::pow(options.beta1, double(t))))),
    rootFactor(float(1.0 / std::sqrt(1.0 - std::pow(options.beta2, double(t))))),
    decay(float(learningRate * options.weightDecay)),
    gradientFactor(float(factor))
{
}

void adamwUpdate(const AdamWStep& step, Decays decays, Index n, float* parameter, float* m, float* v, const float* gradient)
{
    const AdamWStep s = step;   // a local copy cannot alias the arrays, which lets the loop vectorise
    const float keep = decays == Decays::Yes ? 1.0f - s.decay : 1.0f;
    Eigen::Map<Eigen::ArrayXf> theta(parameter, n), first(m, n), second(v, n);
    Eigen::Map<const Eigen::ArrayXf> g(gradient, n);
    first = s.beta1 * first + (1.0f - s.beta1) * s.gradientFactor * g;
    second = s.beta2 * second + (1.0f - s.beta2) * (s.gradientFactor * g).square();
    theta = keep * theta - s.rate * first / (s.rootFactor * second.sqrt() + s.epsilon);
}

namespace {

constexpr Index kPiece = 4096;          // numbers of one call: five arrays of a piece stay in the first cache
constexpr Index kGrain = 16 * kPiece;   // numbers of one parallel task

struct Tensor {
    float* data;
    Index size;
    Decays decays;
};

std::vector<Tensor> tensorsOf(Weights<float>& weights)
{
    std::vector<Tensor> tensors;
    forEachTensor<float>(weights, [&](const std::string&, float* data, Index size, bool isMatrix) {
        tensors.push_back({data, size, isMatrix ? Decays::Yes : Decays::No});
    });
    return tensors;
}

struct Task {
    std::size_t tensor;
    Span range;
};

std::vector<Task> cut(const std::vector<Tensor>& tensors)
{
    std::vector<Task> tasks;
    for (std::size_t t = 0; t < tensors.size(); ++t)
        for (Index begin = 0; begin < tensors[t].size; begin += kGrain) tasks.push_back({t, {begin, std::min(begin + kGrain, tensors[t].size)}});
    return tasks;
}

// Adds the other shards to shard 0, leaves them 0, and returns Σ g² of the range.
double gather(const std::vector<std::vector<Tensor>>& shards, const Task& task)
{
    using Map = Eigen::Map<Eigen::ArrayXf>;
    double squares = 0.0;
    for (Index begin = task.range.begin; begin < task.range.end; begin += kPiece) {
        const Index n = std::min(kPiece, task.range.end - begin);
        Map total(shards.front()[task.tensor].data + begin, n);
        for (std::size_t s = 1; s < shards.size(); ++s) {
            Map part(shards[s][task.tensor].data + begin, n);
            total += part;
            part.setZero();
        }
        squares += double(total.square().sum());
    }
    return squares;
}

}   // namespace

}   // namespace training

using namespace training;

AdamW::AdamW(const ModelConfig& config, const AdamWOptions& options) :
    m_options(options), m_first(Weights<float>::zeros(config)), m_second(Weights<float>::zeros(config))
{
}

double AdamW::update(Index t, double learningRate, Weights<float>& weights, std::vector<Weights<float>>& shardGradients)
{
    const std::vector<Tensor> parameters = tensorsOf(weights), first = tensorsOf(m_first), second = tensorsOf(m_second);
    std::vector<std::vector<Tensor>> shards;
    for (Weights<float>& shard : shardGradients) shards.push_back(tensorsOf(shard));
    const std::vector<Task> tasks = cut(parameters);

    std::vector<double> squares(tasks.size());
    parallelFor(Index(tasks.size()), [&](Index i) { squares[std::size_t(i)] = gather(shards, tasks[std::size_t(i)]); });
    double total = 0.0;
    for (const double square : squares) total += square;
    const double norm = std::sqrt(total);

    const bool clipped = m_options.clip > 0.0 && norm > m_options.clip;
    const AdamWStep step(m_options, t, learningRate, clipped ? m_options.clip / norm : 1.0);
    parallelFor(Index(tasks.size()), [&](Index i) {
        const auto [tensor, range] = tasks[std::size_t(i)];
        for (Index begin = range.begin; begin < range.end; begin += kPiece) {
            const Index n = std::min(kPiece, range.end - begin);
            float* gradient = shards.front()[tensor].data + begin;
            if (std::isfinite(norm))
                adamwUpdate(step, parameters[tensor].decays, n, parameters[tensor].data + begin, first[tensor].data + begin,
                            second[tensor].data + begin, gradient);
            std::fill_n(gradient, n, 0.0f);
        }
    });
    return norm;
}

}   // namespace core
