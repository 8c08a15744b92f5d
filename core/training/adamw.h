// AdamW (Loshchilov & Hutter 2019, 1711.05101) over the parameters of a model, with clipping by the global norm of the gradient.
//
//   m ← β₁m + (1 − β₁)g,  v ← β₂v + (1 − β₂)g²,  θ ← θ − η·(m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε) + λθ)       λ = 0 for gains and biases
#pragma once

#include <vector>

#include "core/base/shape.h"
#include "core/model/weights.h"

namespace core {

struct AdamWOptions {
    double beta1 = 0.9;
    double beta2 = 0.95;
    double epsilon = 1e-8;
    double weightDecay = 0.1;   // λ of matrices
    double clip = 1.0;          // largest global norm of the gradient; 0: no limit
    friend bool operator==(const AdamWOptions&, const AdamWOptions&) = default;
};

namespace training {

// The numbers of one update that are the same for every parameter. t counts from 1.
struct AdamWStep {
    AdamWStep(const AdamWOptions& options, Index t, double learningRate, double gradientFactor);
    float beta1, beta2, epsilon;
    float rate;             // η/(1 − β₁ᵗ)
    float rootFactor;       // 1/√(1 − β₂ᵗ)
    float decay;            // η·λ
    float gradientFactor;   // from clipping
};

// Updates n parameters and both moments in one pass.
enum class Decays { No, Yes };
void adamwUpdate(const AdamWStep& step, Decays decays, Index n, float* parameter, float* m, float* v, const float* gradient);

}   // namespace training

// Moments beside the weights, and the update of all of them. Work is cut into pieces of fixed borders, so results do not depend on threads.
class AdamW {
public:
    AdamW(const ModelConfig& config, const AdamWOptions& options);

    // Sums the shards' gradients in their order, clips, updates `weights`, and leaves every gradient 0 for the next step. t counts from 1.
    // Returns the norm of the gradient before clipping; when that is not finite nothing but the gradients has changed.
    double update(Index t, double learningRate, Weights<float>& weights, std::vector<Weights<float>>& shardGradients);

    [[nodiscard]] Weights<float>& first() { return m_first; }   // m
    [[nodiscard]] const Weights<float>& first() const { return m_first; }
    [[nodiscard]] Weights<float>& second() { return m_second; }   // v
    [[nodiscard]] const Weights<float>& second() const { return m_second; }

private:
    AdamWOptions m_options;
    Weights<float> m_first;
    Weights<float> m_second;
};

}   // namespace core
