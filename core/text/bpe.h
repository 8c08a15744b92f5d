// Byte pair encoding (Sennrich et al. 2016, arXiv:1508.07909): a word starts as its characters; while some neighbours form a known merge, the
// one of lowest rank is joined, the leftmost first. With a heap over a linked list this takes O(n log n) for a word of n characters.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace core {

struct BpePiece {
    TokenId id = 0;
    std::uint32_t size = 0;   // bytes of the word it covers; the pieces of a word cover it without gaps
};

class Bpe {
public:
    // Working memory of encode(), kept by the caller so that words do not allocate.
    struct Scratch {
        struct Symbol {
            TokenId id;
            std::uint32_t size;
            std::int32_t previous, next;   // neighbours by index, −1 at the ends
        };
        struct Candidate {
            std::uint32_t rank;
            std::int32_t position;   // index of the left symbol
            TokenId left, right, merged;
        };
        std::vector<Symbol> symbols;
        std::vector<Candidate> heap;
    };

    // `json` is the "model" of tokenizer.json. Errors: BadFile (merges that name unknown tokens …), Unsupported for other model types;
    // Cancelled.
    [[nodiscard]] static Result<Bpe> fromJson(const Json& json, std::string_view name, const std::stop_token& stop = {});

    // Appends the pieces of `word`, valid UTF-8. Errors: BadInput naming the first character that has no token, byte or unknown token; Cancelled,
    // because a text without spaces is one word.
    [[nodiscard]] Result<void> encode(std::string_view word, Scratch& scratch, std::vector<BpePiece>& pieces, const std::stop_token& stop = {}) const;

    [[nodiscard]] const Vocabulary& vocabulary() const { return m_vocabulary; }
    [[nodiscard]] const std::string& wordSuffix() const { return m_suffix; }

private:
    struct Merge {
        std::uint32_t rank;
        TokenId merged;
    };
    struct PairHash {
        std::size_t operator()(std::uint64_t pair) const { return std::size_t(mixBits(pair)); }
    };
    static std::uint64_t pairKey(TokenId left, TokenId right) { return std::uint64_t(std::uint32_t(left)) << 32 | std::uint32_t(right); }

    [[nodiscard]] Result<void> readSettings(const Json& json, std::string_view name);
    [[nodiscard]] Result<void> readMerges(const Json& json, std::string_view name, const std::stop_token& stop);
    [[nodiscard]] Result<void> addMerge(std::string_view left, std::string_view right, std::size_t rank, std::string_view name);
    void readByteTokens();

    [[nodiscard]] Result<void> split(std::string_view word, std::vector<Scratch::Symbol>& symbols, const std::stop_token& stop) const;
    [[nodiscard]] std::optional<TokenId> characterToken(std::string_view character, bool first, bool last) const;
    [[nodiscard]] bool appendBytes(std::string_view character, std::vector<Scratch::Symbol>& symbols) const;
    void offer(std::int32_t position, Scratch& scratch) const;
    void join(Scratch& scratch, const std::stop_token& stop) const;

    Vocabulary m_vocabulary;
    std::unordered_map<std::uint64_t, Merge, PairHash> m_merges;
    std::vector<std::optional<TokenId>> m_byteTokens;   // [256] "<0x00>" … "<0xFF>"; empty without byte fallback
    std::optional<TokenId> m_unknown;
    bool m_fuseUnknown = false;
    bool m_ignoreMerges = false;
    std::string m_prefix;   // of every character but a word's first
    std::string m_suffix;   // of a word's last character
    std::string m_name;
};

}   // namespace core
