// Text ⇄ tokens from a Hugging Face tokenizer.json: byte-level BPE (GPT-2, NeoX, Llama 3) and SentencePiece-style BPE (Llama 2).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/tokens.h"

namespace core {

// Immutable; copies share the vocabulary. Safe to use from many threads.
class Tokenizer {
public:
    // `name` stands in error messages. Errors: BadFile (broken JSON, merges that name unknown tokens, ids out of range or used twice …),
    // Unsupported with the name of the normalizer, pre-tokenizer, model or processor that is not known here; Cancelled.
    [[nodiscard]] static Result<Tokenizer> fromJson(const Json& json, std::string_view name, const std::stop_token& stop = {});
    [[nodiscard]] static Result<Tokenizer> load(const std::filesystem::path& tokenizerJson, const std::stop_token& stop = {});

    // Any bytes are legal: invalid UTF-8 becomes U+FFFD, NUL stays. Adds what the post-processor adds (start token).
    // Spans index the returned Tokens::text. Empty text gives the start token alone. Linear-logarithmic in the length of the text.
    // Errors: BadInput when the text has characters for which the vocabulary has neither token, byte nor unknown token; OverBudget when the
    // system's memory ends before; Cancelled, which is looked for at every word.
    [[nodiscard]] Result<Tokens> encode(std::string_view text, const std::stop_token& stop = {}) const;
    // Ids used as they are, nothing added. The text is what they decode to. Errors: BadInput naming the first id out of range;
    // OverBudget.
    [[nodiscard]] Result<Tokens> fromIds(std::span<const TokenId> ids) const;

    // Special tokens are skipped; bytes may be invalid UTF-8. Errors: OverBudget.
    [[nodiscard]] Result<std::string> decode(std::span<const TokenId> ids) const;
    [[nodiscard]] std::string bytes(TokenId id) const;   // raw bytes of one token, "" when out of range
    [[nodiscard]] bool isSpecial(TokenId id) const;
    [[nodiscard]] std::optional<TokenId> find(std::string_view token) const;   // vocabulary entry as written in tokenizer.json
    [[nodiscard]] Index vocabularySize() const;                                // largest id + 1
    [[nodiscard]] std::optional<TokenId> startToken() const;                   // what encode() puts first, if it does

private:
    struct Impl;
    explicit Tokenizer(std::shared_ptr<const Impl> impl) : m_impl(std::move(impl)) {}
    std::shared_ptr<const Impl> m_impl;
};

}   // namespace core
