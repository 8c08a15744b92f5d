// Rows of patterns that select: what each query keeps, chosen from the q and k of its head.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/attention/block_layout.h"
#include "core/attention/head_rows.h"
#include "core/base/result.h"

namespace core {

// One head whose pattern selects.
struct HeadSelection {
    Index head = 0;
    Pattern pattern;                        // the model's own mask & the plan's pattern
    const BlockLayout* earlier = nullptr;   // its rows before the batch's queries are taken over; null where there are none
};

// Heads of one layer, after positional encoding.
struct SelectionBatch {
    const HeadRows* q = nullptr;   // [H][N_q][d]
    const HeadRows* k = nullptr;   // [H_kv][N_k][d]
    float scale = 1.0f;            // tau
    Span queries;                  // rows to choose for, as far as the last
    std::vector<HeadSelection> heads;
    std::int64_t bytesBeside = 0;   // what the work needs besides, for the memory budget
    std::string_view work;          // what it is, for errors: "A run over 12 tokens"
};

// One layout for each head of the batch. The candidates of a selecting operand of & are the pairs that its fixed operands allow, and those of every &
// around it; operands that select in brackets of their own choose before it. Results do not depend on threads, nor a causal row on the text's length.
// Errors: OverBudget once what was chosen takes too much memory; Cancelled.
[[nodiscard]] Result<std::vector<LayoutPtr>> chosenLayouts(const SelectionBatch& batch, const std::stop_token& stop);

// Whether each of the first `rows` queries of a causal pattern that selects chooses among the same keys in texts of `keys` and of `otherKeys` tokens.
[[nodiscard]] bool sameCandidates(const Pattern& pattern, Index rows, Index keys, Index otherKeys);

}   // namespace core
