// Laws of the training graph: it computes the model that the reference defines, no gradient reaches a token that comes later, positions and
// sequences count separately, and float follows double.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/metrics/largest_error.h"
#include "core/model/reference_transformer.h"
#include "core/training/graph.h"
#include "tests/core/model/tiny_models.h"

namespace core::test {

namespace {

using training::kIgnoredTarget;

template<class T>
struct Outcome {
    double loss = 0.0;
    Weights<T> gradients;
};

template<class T>
Outcome<T> outcomeOf(const ModelConfig& config, const Weights<T>& weights, Index sequences, std::span<const TokenId> inputs,
                     std::span<const TokenId> targets, double targetWeight = 1.0)
{
    TrainingGraph<T> graph(config, sequences, Index(inputs.size()) / sequences);
    Outcome<T> outcome{.gradients = Weights<T>::zeros(config)};
    outcome.loss = graph.lossAndGradients(weights, inputs, targets, targetWeight, outcome.gradients);
    return outcome;
}

// Largest gap of a tensor relative to the largest number of that tensor, over all tensors.
double relativeGap(const Weights<double>& a, const Weights<double>& b)
{
    std::vector<RowVector<double>> tensors;
    forEachTensor(
        a, [&](const std::string&, const double* data, Index size, bool) { tensors.push_back(Eigen::Map<const RowVector<double>>(data, size)); });
    double worst = 0.0;
    std::size_t tensor = 0;
    forEachTensor(b, [&](const std::string&, const double* data, Index size, bool) {
        const Eigen::Map<const RowVector<double>> expected(data, size);
        noteLargest(worst, largestGap(tensors[tensor++], expected) / std::max(1e-6, largestMagnitude(expected)));
    });
    return worst;
}

// Targets that count at one position alone.
std::vector<TokenId> onlyAt(Index position, const std::vector<TokenId>& targets)
{
    std::vector<TokenId> one(targets.size(), kIgnoredTarget);
    one[std::size_t(position)] = targets[std::size_t(position)];
    return one;
}

// A configuration without a shared head, whose embedding's gradient comes from the inputs alone, and inputs that never repeat a token.
struct DistinctTokens {
    ModelConfig config;
    std::vector<TokenId> inputs;
};
DistinctTokens distinctTokens(ModelConfig config, Index length)
{
    config.tiedHead = false;
    config.vocabulary = length + 3;
    std::vector<TokenId> inputs(static_cast<std::size_t>(length));
    std::iota(inputs.rbegin(), inputs.rend(), 2);
    return {config, inputs};
}

// The first position later than `target` whose token's embedding the gradient reaches, or an earlier one that it does not; −1 when there is none.
Index acausalPosition(const Matrix<double>& gradient, const std::vector<TokenId>& inputs, Index target)
{
    for (Index i = 0; i < Index(inputs.size()); ++i) {
        const bool reached = largestMagnitude(gradient.row(inputs[std::size_t(i)])) > 0.0;
        if (reached != (i <= target)) return i;
    }
    return -1;
}

}   // namespace

TEST(Graph, LogitsAreThoseOfTheReference)
{
    for (const auto& [name, config] : tinyConfigs())
        for (const Index length : {1, 2, 7, 33, 130}) {
            const Weights<double> weights = randomWeights<double>(config, 3);
            const std::vector<TokenId> ids = randomIds(config, 2 * length, 5);
            const Matrix<double> logits = TrainingGraph<double>(config, 2, length).logits(weights, ids);
            for (Index s = 0; s < 2; ++s) {
                const auto sequence = std::span(ids).subspan(std::size_t(s * length), std::size_t(length));
                const Matrix<double> expected = referenceRun(config, weights, sequence)->logits;
                EXPECT_LE(largestGap(logits.middleRows(s * length, length), expected), 1e-12 * largestMagnitude(expected)) << name << " " << length;
            }
        }
}

TEST(Graph, ComparisonWithTheReferenceSeesAnotherModel)
{
    ModelConfig config = tinyLlama();
    const Weights<double> weights = randomWeights<double>(config, 3);
    const std::vector<TokenId> ids = randomIds(config, 7, 5);
    const Matrix<double> logits = TrainingGraph<double>(config, 1, 7).logits(weights, ids);
    config.ropeBase *= 1.1;
    EXPECT_GE(largestGap(logits, referenceRun(config, weights, ids)->logits), 1e-6);
}

TEST(Graph, FloatFollowsDouble)
{
    for (const auto& [name, config] : tinyConfigs())
        for (const Index length : {1, 7, 130}) {
            const Weights<float> single = randomWeights<double>(config, 3).cast<float>();
            const std::vector<TokenId> inputs = randomIds(config, 2 * length, 5), targets = randomIds(config, 2 * length, 6);
            const double share = 0.5 / double(length);
            const auto a = outcomeOf<float>(config, single, 2, inputs, targets, share);
            const auto b = outcomeOf<double>(config, single.cast<double>(), 2, inputs, targets, share);
            EXPECT_LE(std::abs(a.loss - b.loss), 2e-6 * b.loss) << name << " " << length;
            EXPECT_LE(relativeGap(a.gradients.cast<double>(), b.gradients), 2e-5) << name << " " << length;
        }
}

TEST(Graph, ComparisonOfScalarsSeesAPlantedErrorAndNaN)
{
    const ModelConfig config = tinyGptNeoX();
    const std::vector<TokenId> inputs = randomIds(config, 7, 5), targets = randomIds(config, 7, 6);
    const Weights<double> right = outcomeOf<double>(config, randomWeights<double>(config, 3), 1, inputs, targets).gradients;
    Weights<double> wrong = right.cast<float>().cast<double>();
    EXPECT_LE(relativeGap(wrong, right), 1e-7);
    wrong.layers[1].up.bias[3] += 1e-3 * wrong.layers[1].up.bias.cwiseAbs().maxCoeff();
    EXPECT_GE(relativeGap(wrong, right), 5e-4);
    wrong.layers[1].up.bias[3] = std::nan("");
    EXPECT_FALSE(relativeGap(wrong, right) <= 1.0);
}

TEST(Graph, LossIsTheWeightedCrossEntropyOfTheLogits)
{
    for (const auto& [name, config] : tinyConfigs()) {
        const Weights<double> weights = randomWeights<double>(config, 3);
        const std::vector<TokenId> inputs = randomIds(config, 6, 5), targets = randomIds(config, 6, 6);
        TrainingGraph<double> graph(config, 2, 3);
        const Matrix<double> logits = graph.logits(weights, inputs);
        double expected = 0.0;
        for (Index i = 0; i < 6; ++i) expected += std::log(logits.row(i).array().exp().sum()) - logits(i, targets[std::size_t(i)]);
        EXPECT_NEAR(graph.loss(weights, inputs, targets, 0.25), 0.25 * expected, 1e-12) << name;
        EXPECT_EQ(outcomeOf<double>(config, weights, 2, inputs, targets, 0.25).loss, graph.loss(weights, inputs, targets, 0.25)) << name;
    }
}

TEST(Graph, NoGradientReachesALaterToken)
{
    for (const auto& [name, tiny] : tinyConfigs())
        for (const Index length : {1, 2, 9}) {
            const auto [config, inputs] = distinctTokens(tiny, length);
            const Weights<double> weights = randomWeights<double>(config, 3);
            const std::vector<TokenId> targets = randomIds(config, length, 6);
            for (Index target = 0; target < length; ++target) {
                const auto outcome = outcomeOf<double>(config, weights, 1, inputs, onlyAt(target, targets));
                EXPECT_EQ(acausalPosition(outcome.gradients.embedding, inputs, target), -1) << name << " loss on " << target << " of " << length;
            }
        }
}

TEST(Graph, NoGradientReachesALaterTokenAcrossPanels)
{
    ModelConfig tiny = tinyLlama();
    tiny.layers = 1;
    const auto [config, inputs] = distinctTokens(tiny, 131);
    const std::vector<TokenId> targets = randomIds(config, 131, 6);
    for (const Index target : {0, 126, 127, 128, 130}) {
        const auto outcome = outcomeOf<double>(config, randomWeights<double>(config, 3), 1, inputs, onlyAt(target, targets));
        EXPECT_EQ(acausalPosition(outcome.gradients.embedding, inputs, target), -1) << "loss on " << target;
    }
}

TEST(Graph, CausalityCheckerSeesAPlantedLeak)
{
    const auto [config, inputs] = distinctTokens(tinyGptNeoX(), 9);
    const std::vector<TokenId> targets = randomIds(config, 9, 6);
    Matrix<double> gradient = outcomeOf<double>(config, randomWeights<double>(config, 3), 1, inputs, onlyAt(4, targets)).gradients.embedding;
    ASSERT_EQ(acausalPosition(gradient, inputs, 4), -1);
    gradient(inputs[7], 2) = 1e-300;
    EXPECT_EQ(acausalPosition(gradient, inputs, 4), 7);
    gradient.row(inputs[2]).setZero();
    EXPECT_EQ(acausalPosition(gradient, inputs, 4), 2);
}

TEST(Graph, IgnoredTargetsContributeNothing)
{
    for (const auto& [name, config] : tinyConfigs()) {
        const Weights<double> weights = randomWeights<double>(config, 3);
        const std::vector<TokenId> inputs = randomIds(config, 14, 5), targets = randomIds(config, 14, 6);
        const auto none = outcomeOf<double>(config, weights, 2, inputs, std::vector<TokenId>(14, kIgnoredTarget));
        EXPECT_EQ(none.loss, 0.0) << name;
        forEachTensor(none.gradients, [&, n = name](const std::string& tensor, const double* data, Index size, bool) {
            EXPECT_EQ(std::count(data, data + size, 0.0), size) << n << " " << tensor;
        });
        // The whole is the sum of its positions: what stands at one counts at no other.
        const auto whole = outcomeOf<double>(config, weights, 2, inputs, targets);
        TrainingGraph<double> graph(config, 2, 7);
        Outcome<double> sum{.gradients = Weights<double>::zeros(config)};
        for (Index i = 0; i < 14; ++i) sum.loss += graph.lossAndGradients(weights, inputs, onlyAt(i, targets), 1.0, sum.gradients);
        EXPECT_NEAR(sum.loss, whole.loss, 1e-12 * whole.loss) << name;
        EXPECT_LE(relativeGap(sum.gradients, whole.gradients), 1e-12) << name;
    }
}

TEST(Graph, SequencesOfABatchDoNotMeet)
{
    for (const auto& [name, config] : tinyConfigs()) {
        const Weights<double> weights = randomWeights<double>(config, 3);
        const std::vector<TokenId> inputs = randomIds(config, 14, 5), targets = randomIds(config, 14, 6);
        const auto both = outcomeOf<double>(config, weights, 2, inputs, targets);
        TrainingGraph<double> graph(config, 1, 7);
        Outcome<double> sum{.gradients = Weights<double>::zeros(config)};
        for (const std::size_t s : {0, 7})
            sum.loss += graph.lossAndGradients(weights, std::span(inputs).subspan(s, 7), std::span(targets).subspan(s, 7), 1.0, sum.gradients);
        EXPECT_NEAR(sum.loss, both.loss, 1e-12 * both.loss) << name;
        EXPECT_LE(relativeGap(sum.gradients, both.gradients), 1e-12) << name;
    }
}

TEST(Graph, GradientIsAddedToWhatIsThere)
{
    const ModelConfig config = tinyGptNeoX();
    const Weights<double> weights = randomWeights<double>(config, 3);
    const std::vector<TokenId> inputs = randomIds(config, 7, 5), targets = randomIds(config, 7, 6);
    const auto once = outcomeOf<double>(config, weights, 1, inputs, targets, 2.0);
    auto twice = outcomeOf<double>(config, weights, 1, inputs, targets, 1.0);
    TrainingGraph<double> graph(config, 1, 7);
    EXPECT_GT(graph.lossAndGradients(weights, inputs, targets, 1.0, twice.gradients), 0.0);
    EXPECT_LE(relativeGap(twice.gradients, once.gradients), 1e-13);
}

}   // namespace core::test
