// TokenTrace: what one token's row goes through, from its embedding to the chances of the next token.
//
//     x_0 = embedding     x_{l+1} = x_l + attention_l + mlp_l     logits = W_U·norm(x_L)
#pragma once

#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/model/transformer.h"
#include "core/recording/recording.h"

namespace core {

// y = gain ⊙ (x − mean)/√(meanSquare + ε) + bias. RMSNorm subtracts no mean: it is 0 here.
struct TracedNorm {
    double mean = 0.0;
    double meanSquare = 0.0;   // of x − mean: LayerNorm's variance
    RowVector<double> y;       // [d_m]
};

struct TracedLayer {
    RowVector<double> x;           // the residual stream before the layer [d_m]
    TracedNorm attentionNorm;      // of x; q, k and v are projected from it
    RowVector<double> heads;       // o of all heads side by side [H·d], from the recorded q, k and v of every token
    RowVector<double> attention;   // heads·W_O + b [d_m]
    TracedNorm mlpNorm;            // of x + attention; of x alone where the model adds both at once
    RowVector<double> hidden;      // [F] behind the activation and the gate
    RowVector<double> mlp;         // [d_m]
};

struct TokenTrace {
    Index token = 0;
    std::vector<TracedLayer> layers;
    RowVector<double> x;   // behind the last layer [d_m]
    TracedNorm finalNorm;
    RowVector<double> logits;   // [V]

    // The residual stream before layer l; behind the last one for l = L.
    [[nodiscard]] const RowVector<double>& streamBefore(Index layer) const { return layer < Index(layers.size()) ? layers[std::size_t(layer)].x : x; }
};

// In double, which the run's own single precision agrees with within its rounding. Nothing of it is kept by a recording: one token costs what one
// step of decoding costs. The token is one of the recording's.
// Errors: BadInput where another model ran; Cancelled.
[[nodiscard]] Result<TokenTrace> traceToken(const Transformer& model, const Recording& recording, Index token, const std::stop_token& stop = {});

// What head (l, h) writes to the residual stream for its output o [d]: o·W_Oʰ [d_m]. The writes of all heads and the bias add up to `attention`.
[[nodiscard]] RowVector<double> headWrite(const Transformer& model, HeadId head, const RowVector<double>& o);

// Logits [V] that the model would give if its last layer had left x behind: "logit lens".   nostalgebraist 2020. Errors: Cancelled.
[[nodiscard]] Result<RowVector<double>> logitsOf(const Transformer& model, const RowVector<double>& x, const std::stop_token& stop = {});

}   // namespace core
