// The "added_tokens" of a tokenizer.json: texts that become one id wherever they occur, untouched by the model.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/mapped_text.h"
#include "core/text/normalizer.h"
#include "core/text/vocabulary.h"

namespace core {

struct AddedToken {
    TokenId id = 0;
    std::string content;
    bool singleWord = false;   // no match next to a word character
    bool stripLeft = false;    // swallows the white space before it
    bool stripRight = false;   // … and behind it
    bool normalized = true;    // searched in the normalised text
    bool special = false;      // skipped by decode()
};

// `json` may be null. Errors: BadFile for broken entries, ids used twice, and ids that contradict the model's vocabulary.
[[nodiscard]] Result<std::vector<AddedToken>> readAddedTokens(const Json& json, const Vocabulary& vocabulary, std::string_view name);

// Finds many texts at once, the leftmost first and the longest of those that begin together.
class AddedTokenFinder {
public:
    // `index` is the token's place in the list that find() is given.
    void add(std::string_view text, std::size_t index);
    // Appends the segments of text[begin, end): added tokens and the text between them. Once `stop` is requested it ends early, and what it
    // appended means nothing.
    void find(const std::vector<AddedToken>& tokens, std::string_view text, std::size_t begin, std::size_t end, std::vector<Segment>& segments,
              const std::stop_token& stop = {}) const;
    [[nodiscard]] bool empty() const { return m_ends.empty(); }

private:
    struct Match {
        std::size_t end = 0;
        std::size_t index = 0;
    };
    [[nodiscard]] std::optional<Match> longestAt(std::string_view text, std::size_t begin) const;

    std::unordered_map<std::uint64_t, std::uint32_t> m_children;   // (node << 8 | byte) → node; the root is 0
    std::unordered_map<std::uint32_t, std::size_t> m_ends;         // node → index of the token that ends there
    std::uint32_t m_nodes = 1;
};

}   // namespace core
