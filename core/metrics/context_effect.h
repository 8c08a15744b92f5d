// Three ways to give a model less than the whole text, beside the whole: attention restricted to a sliding window, the same with the first tokens
// (attention sinks) always in sight, and the text itself cropped to its last tokens.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/model/generate.h"
#include "core/model/transformer.h"

namespace core {

struct ContextWindow {
    Index window = 1;   // tokens, the query itself among them
    Index sinks = 0;    // first tokens that stay in sight
    // Errors: BadInput naming the parameter and its legal range.
    [[nodiscard]] Result<void> check() const;
    friend bool operator==(const ContextWindow&, const ContextWindow&) = default;
};

// One way of reading the text.
struct ContextRun {
    Index begin = 0;               // the text's token that it reads first
    std::vector<double> loss;      // −ln p(token begin + i + 1), nats, of the tokens it reads
    std::vector<NextToken> next;   // after the last token, most likely first
    double divergence = 0.0;       // of that token: Kullback-Leibler KL(full ‖ this), nats
};

struct ContextEffect {
    ContextWindow window;
    Index tokens = 0;
    Index trained = 0;      // the first so many positions are ones the model was trained on
    ContextRun full{};      // the model as it is
    ContextRun sliding{};   // every head sees |p − j| < window. Layers add up: through L of them a token reaches L·(window − 1) back
    std::optional<ContextRun> withSinks{};   // … or j < sinks; where sinks are asked for
    ContextRun cropped{};   // the last `window` tokens alone, positions from 0; its first token stands where the start of a text stood
};

// Errors: BadInput for no tokens and of ContextWindow::check; OverBudget; those of Transformer::run; Cancelled.
[[nodiscard]] Result<ContextEffect> contextEffect(const Transformer& transformer, const Tokens& tokens, const ContextWindow& window,
                                                  const std::stop_token& stop = {});

}   // namespace core
