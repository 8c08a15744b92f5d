// A learned byte-level byte pair encoding as the tokenizer.json that core::Tokenizer and Hugging Face's tokenizers read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/text/tokens.h"

namespace core {

using TokenPair = std::pair<TokenId, TokenId>;

// tokens by id, in byte characters, the special ones first; joined: the merges in the order they were learned. The first special token is put
// before every text.
[[nodiscard]] Json byteLevelTokenizerJson(const std::vector<std::string>& tokens, const std::vector<TokenPair>& joined,
                                          const std::vector<std::string>& specialTokens);

}   // namespace core
