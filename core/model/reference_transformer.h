// The full forward pass in double precision from the token ids, written from the formulas: the oracle of Transformer::run.
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/attention/attention_plan.h"
#include "core/attention/reference.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"
#include "core/recording/recording.h"
#include "core/text/tokens.h"

namespace core {

struct ReferenceRun {
    std::vector<std::vector<ReferenceAttention>> heads;   // [L][H]
    Matrix<double> residual;                              // x_L before the final norm [N × d_m]
    Matrix<double> logits;                                // [N × V]
};

// Ids must be in range and the plan must fit; N × N memory on purpose. Where a pattern of the plan selects, the pairs are those of `recorded`, a
// run over the same tokens: which of two scores that are nearly equal is the larger is the run's to say.
// Errors: BadInput for a plan that selects without a recording; Cancelled.
[[nodiscard]] Result<ReferenceRun> referenceRun(const ModelConfig& config, const Weights<double>& weights, std::span<const TokenId> ids,
                                                const AttentionPlan& plan = {}, const std::stop_token& stop = {},
                                                const Recording* recorded = nullptr);

}   // namespace core
