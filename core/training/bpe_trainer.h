// Learns a byte-level byte pair encoding from text (Sennrich et al. 2016, arXiv:1508.07909, over GPT-2's 256 byte characters).
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

struct BpeTrainingOptions {
    Index vocabulary = 4096;                                  // V, at least 256 + special tokens
    std::vector<std::string> specialTokens = {"<|start|>"};   // ids 0, 1, …; the first is put before every text, none are learned from it
    std::int64_t minimumFrequency = 2;                        // a pair must occur this often to become a token
};

// A complete tokenizer.json for core::Tokenizer and for Hugging Face's tokenizers: ids are the special tokens, the 256 bytes in the order of
// their characters, then the merges in the order they were learned. In every step the most frequent pair of neighbours is joined; of equally
// frequent ones the one with the smallest ids. So the result depends on the documents alone, and not on their order or the machine.
// The vocabulary stays smaller when the documents run out of frequent pairs. Words are counted once: time grows with the number of different words.
// Documents may hold any bytes; invalid UTF-8 counts as U+FFFD. Errors: BadInput for options that cannot be, Cancelled.
[[nodiscard]] Result<Json> trainByteLevelBpe(std::span<const std::string> documents, const BpeTrainingOptions& options, std::stop_token stop = {});

}   // namespace core
