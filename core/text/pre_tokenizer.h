// The pre-tokenizers of tokenizer.json: how a text is cut into the words that the model sees one at a time.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/mapped_text.h"
#include "core/text/search_pattern.h"

namespace core {

class PreTokenizer {
public:
    enum class Behavior { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };
    enum class Characters { WhiteSpace, Punctuation, Number };

    struct ByteLevel {
        bool addPrefixSpace = true;
        bool useRegex = true;
    };
    struct Split {
        SearchPattern pattern;
        Behavior behavior = Behavior::Isolated;
        bool invert = false;   // cut at what the pattern leaves over
    };
    struct SplitCharacters {   // every character of the class is a match of its own
        Characters characters;
        Behavior behavior = Behavior::Isolated;
    };
    struct Metaspace {
        enum class Prepend { Always, First, Never };
        std::string replacement;
        Prepend prepend = Prepend::Always;
        bool split = true;
    };
    using Step = std::variant<ByteLevel, Split, SplitCharacters, Metaspace>;

    // `json` may be null: the whole text is one word then. Errors: Unsupported with the type that is not known here; BadFile.
    [[nodiscard]] static Result<PreTokenizer> fromJson(const Json& json, std::string_view name);

    // Cuts the text segments of `draft`; added tokens stay as they are. Errors: those of patterns; Cancelled.
    [[nodiscard]] Result<void> apply(Draft& draft, const std::stop_token& stop = {}) const;
    [[nodiscard]] bool mapsBytes() const;   // one of the steps writes bytes as characters

private:
    std::vector<Step> m_steps;   // nested sequences are flat here
};

// A piece of a segment: what a pattern matched, or what lies between matches.
struct CutPiece {
    ByteRange range;
    bool match = false;
};
// The words that the pieces of one segment make: joins or drops matches as `behavior` says. Pieces are given and returned in order.
[[nodiscard]] std::vector<ByteRange> joinPieces(const std::vector<CutPiece>& pieces, PreTokenizer::Behavior behavior);

}   // namespace core
