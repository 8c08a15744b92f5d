// How far a run lies from the definition: every weight, head output, row sum and logit against the double-precision reference.
#pragma once

#include "core/base/result.h"
#include "core/model/transformer.h"

namespace core {

// Largest absolute errors that pass: what this program calls exact. Rounding grows with the size of what is rounded, so each is multiplied by
// max(1, |S|max / 10), |S|max the largest score of the reference (field guide, section 13), and the last two also by the largest value compared.
struct CheckTolerance {
    double weights = 1e-5;
    double rowSum = 1e-5;
    double output = 1e-5;   // times max(1, largest |output|)
    double logits = 1e-5;   // times max(1, largest |logit|)
};

struct CheckReport {
    double maxErrorWeights = 0.0;   // over all heads and pairs, recomputed from q, k and lse
    double maxErrorOutput = 0.0;    // P·V of each head
    double maxRowSumError = 0.0;    // |Σ_j P_ij − 1| over rows with keys
    double maxErrorLogits = 0.0;    // all rows
    CheckTolerance tolerance;       // as applied, factors included
    bool ok = false;                // every error is at most its tolerance; NaN never is
};

// Runs the model on the tokens and compares. Needs 2·L·H·N² doubles for the reference.
// Errors: OverBudget with the number of tokens that would fit; those of Transformer::run; Cancelled, by options.stop, also while the reference is computed.
[[nodiscard]] Result<CheckReport> checkRun(const Transformer& transformer, const Tokens& tokens, const RunOptions& options = {});

}   // namespace core
