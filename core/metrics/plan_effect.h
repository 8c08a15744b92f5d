// What an attention plan does to the model on one text: every next token's distribution and loss under the plan, beside those of its own attention.
// Where the model was trained without the plan, this is masking a trained model; it does not say what one trained with the plan would do.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/metrics/prediction_effect.h"
#include "core/model/transformer.h"

namespace core {

inline constexpr Index kEffectCandidates = 5;

struct PlanEffect {
    std::vector<double> divergence;   // [N] Kullback-Leibler KL(own ‖ plan) of the token after each position, nats
    std::vector<double> ownLoss;      // [N − 1] −ln p(token i + 1) with the model's own attention, nats
    std::vector<double> loss;         // [N − 1] the same under the plan
    Index trained = 0;                // the first so many positions are ones the model was trained on; what follows is of these alone
    Index sameTop = 0;                // … whose most likely next token stays what it was
    PredictionEffect next;            // of the token after the last one

    // Null where there is no such position.
    [[nodiscard]] std::optional<double> meanDivergence() const;
    [[nodiscard]] std::optional<double> meanOwnLoss() const;
    [[nodiscard]] std::optional<double> meanLoss() const;
    [[nodiscard]] std::optional<double> sameTopShare() const;
};

// `own`: a run of the same model and tokens without a plan and with the logits of all rows; null, or any other recording: it is run.
// A plan without rules changes nothing, not one bit. Errors: OverBudget, stated for both runs together; those of Transformer::run; Cancelled.
[[nodiscard]] Result<PlanEffect> planEffect(const Transformer& transformer, const Tokens& tokens, const AttentionPlan& plan,
                                            const RecordingPtr& own = {}, const std::stop_token& stop = {});

}   // namespace core
