// How far a run lies from the definition: every weight, head output, row sum and logit against the double-precision reference.
#pragma once

#include "core/base/result.h"
#include "core/model/transformer.h"

namespace core {

// What this program calls exact, for scores up to 10 and values up to 1: ten times the field guide's gates for one attention (section 13),
// because a run is many layers of it.
inline constexpr double kCheckTolerance = 1e-5;

// Of all comparisons of one kind, the one that comes nearest to failing or fails the most: heads differ in what may be asked of them.
struct WorstError {
    double error = 0.0;
    double tolerance = kCheckTolerance;
    [[nodiscard]] bool ok() const { return error <= tolerance; }   // NaN never is
    void note(double otherError, double otherTolerance);           // keeps the larger share of its tolerance, and the first NaN
};

struct CheckReport {
    WorstError weights;   // of all heads and pairs, recomputed from q, k and lse
    WorstError output;    // P·V of each head
    WorstError rowSum;    // |Σ_j P_ij − 1| of rows with keys
    WorstError logits;    // of all rows
    [[nodiscard]] bool ok() const { return weights.ok() && output.ok() && rowSum.ok() && logits.ok(); }
};

// Runs the model on the tokens and compares. Needs 2·L·H·N² doubles for the reference.
// Errors: OverBudget with the number of tokens that would fit; those of Transformer::run; Cancelled, by options.stop, also while the
// reference is computed.
[[nodiscard]] Result<CheckReport> checkRun(const Transformer& transformer, const Tokens& tokens, const RunOptions& options = {});

}   // namespace core
