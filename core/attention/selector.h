// Selectors: patterns that a query chooses by content, from q and k. The choice of row i looks at keys up to its own position alone, so that no text
// that follows can change it. Sources and pitfalls: field guide, sections 3.1 and 5.
//
// Of equal scores the lower index is chosen. What is no number comes before every number, and where it has no place it is everywhere: attention
// then meets it and names the row, which leaving it out in silence would not. Runs are refused before that.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "core/attention/head_rows.h"
#include "core/attention/key_runs.h"

namespace core {

// One query head and what it looks at. q, k after positional encoding; row i of q sits at position i + k->rows() − q->rows().
struct SelectionInput {
    const HeadRows* q = nullptr;   // [H][N_q][d]
    const HeadRows* k = nullptr;   // [H_kv][N_k][d]
    Index head = 0;
    float scale = 1.0f;   // tau
    Span queries;         // rows that will be asked for

    [[nodiscard]] Index group() const { return q->heads() / k->heads(); }   // query heads that share one key head
    [[nodiscard]] Index kvHead() const { return head / group(); }
    [[nodiscard]] Index offset() const { return k->rows() - q->rows(); }
};

class Selector {
public:
    virtual ~Selector() = default;
    // What each of `rows` keeps of its candidates [rows.size()]. The rows lie in one block of 256 and among the input's queries.
    // May be called from several threads.
    [[nodiscard]] virtual std::vector<KeyRuns> select(Span rows, const std::vector<KeyRuns>& candidates) const = 0;
};

// The arguments of the primitive, in the order of its parameters.
using SelectorNumbers = std::vector<Index>;
// Once `stop` is requested what is made means nothing.
using SelectorMaker = std::unique_ptr<const Selector> (*)(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop);

[[nodiscard]] std::unique_ptr<const Selector> makeTopK(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop);
[[nodiscard]] std::unique_ptr<const Selector> makeMoba(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop);
[[nodiscard]] std::unique_ptr<const Selector> makeNsa(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop);
[[nodiscard]] std::unique_ptr<const Selector> makeLsh(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop);
[[nodiscard]] std::unique_ptr<const Selector> makeRouting(const SelectorNumbers& numbers, const SelectionInput& input, const std::stop_token& stop);

}   // namespace core
