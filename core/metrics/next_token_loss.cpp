#include "core/metrics/next_token_loss.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/parallel.h"

namespace core {

// Around the maximum, so that no exponential overflows.
std::vector<double> logProbabilities(const float* logits, Index vocabulary)
{
    std::vector<double> result(logits, logits + vocabulary);
    if (result.empty()) return result;
    const double top = *std::max_element(result.begin(), result.end());
    double sum = 0.0;
    for (double& x : result) sum += std::exp(x -= top);
    for (double& x : result) x -= std::log(sum);
    return result;
}

Result<std::vector<double>> nextTokenLoss(const Recording& recording, const std::stop_token& stop)
{
    std::vector<double> loss(std::size_t(std::max(Index(0), recording.size() - 1)));
    const auto body = [&](Index i) {
        const std::vector<double> chances = logProbabilities(recording.logits.row(i).data(), recording.logits.cols());
        loss[std::size_t(i)] = -chances[std::size_t(recording.tokens.items[std::size_t(i + 1)].id)];
    };
    if (!parallelFor(Index(loss.size()), body, stop)) return cancelled();
    return loss;
}

std::optional<double> meanOf(std::span<const double> values, Index n)
{
    const auto some = values.first(std::min(values.size(), std::size_t(std::max(Index(0), n))));
    if (some.empty()) return std::nullopt;
    return std::accumulate(some.begin(), some.end(), 0.0) / double(some.size());
}

}   // namespace core
