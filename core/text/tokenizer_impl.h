// What a Tokenizer holds. Included by the tokenizer's own sources alone.
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/added_tokens.h"
#include "core/text/bpe.h"
#include "core/text/decoder.h"
#include "core/text/mapped_text.h"
#include "core/text/normalizer.h"
#include "core/text/post_processor.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/tokenizer.h"

namespace core {

struct Tokenizer::Impl {
    std::vector<AddedToken> added;
    std::unordered_map<std::string, TokenId> addedIds;
    AddedTokenFinder inRawText;          // added tokens with "normalized": false
    AddedTokenFinder inNormalizedText;   // the others
    Normalizer normalizer;
    PreTokenizer preTokenizer;
    Bpe bpe;
    PostProcessor frame;
    Decoder decoder;
    std::vector<std::string> bytes;   // by id: what the token decodes to
    std::vector<bool> special;        // by id

    [[nodiscard]] Result<Tokens> encode(std::string_view text, const std::stop_token& stop) const;
    [[nodiscard]] Result<Tokens> fromIds(std::span<const TokenId> ids) const;
    // The text as the model sees it: added tokens found, the rest normalised and cut into words. `text` is valid UTF-8.
    [[nodiscard]] Result<Draft> prepare(const std::string& text, const std::stop_token& stop) const;
    // Appends the tokens of all segments.
    [[nodiscard]] Result<void> tokenize(const Draft& draft, std::vector<Token>& items, const std::stop_token& stop) const;
    [[nodiscard]] Token make(TokenId id, Span span) const;

    [[nodiscard]] Result<void> read(const Json& json, std::string_view name, const std::stop_token& stop);
    [[nodiscard]] Result<void> indexAddedTokens(const std::stop_token& stop);
    [[nodiscard]] Result<void> listTokens(std::string_view name, const std::stop_token& stop);
};

}   // namespace core
