// UnfoldedRow: one query of one head, step by step: q·k, score, mask, weight, Σ w·v. From the recording's own q, k and v, in double.
//
//     s = tau·(q·k)     w = exp(s − lse)     o = Σ w·v
#pragma once

#include <stop_token>

#include "core/attention/key_runs.h"
#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/recording/recording.h"

namespace core {

// As a head without an ablation computes it; where a plan switches the head off or gives it the mean, `weights` and `output` are the plan's, and
// the products and the lse are those it would have had.
struct UnfoldedRow {
    HeadId head;
    Index query = 0;
    double scale = 1.0;           // tau
    RowVector<double> products;   // q·k [N], of absent pairs too: what the mask removes was computed
    KeyRuns allowed;
    double lse = 0.0;            // of the scores of the allowed keys; −∞ without any
    RowVector<double> weights;   // [N], absent pairs as 0
    RowVector<double> output;    // o [d]

    [[nodiscard]] double scoreOf(Index key) const { return scale * products[key]; }
};
// O(N·d). Precondition: the recording has the head and the query.
[[nodiscard]] UnfoldedRow unfold(const Recording& recording, HeadId head, Index query);

// Softmax of factor·(q·k) over some keys [N], others as 0. With the factor 1 it is the row that is not divided by √d, with all keys the one that is
// not masked.
[[nodiscard]] RowVector<double> softmaxOver(const RowVector<double>& products, double factor, const KeyRuns& keys);
// The softmax taken along the wrong axis, over the queries that may see each key: exp(s_qk)/Σ_q' exp(s_q'k) [N], absent pairs as 0. Its rows add up
// to anything. O(N²·d). Errors: Cancelled.
[[nodiscard]] Result<RowVector<double>> softmaxOverQueries(const Recording& recording, HeadId head, Index query, const std::stop_token& stop = {});

[[nodiscard]] double entropyOf(const RowVector<double>& weights);   // −Σ w·ln w, in nats
// Σ w·(1 − w), the trace of ∂w/∂s = diag(w) − w·wᵀ: how far weights give way to scores, and so how much a gradient passes. 0 for a row of one key.
[[nodiscard]] double responseOf(const RowVector<double>& weights);

}   // namespace core
