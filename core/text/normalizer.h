// The normalizers of tokenizer.json: what happens to a text before it is cut into words.
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

class Normalizer {
public:
    enum class Form { Nfc, Nfd, Nfkc, Nfkd };
    struct Lowercase {};
    struct StripAccents {};   // drops every \p{M}; files put NFD before it
    struct Strip {
        bool left = true;
        bool right = true;
    };
    struct Replace {
        SearchPattern pattern;
        std::string content;   // used as it is, no group references
    };
    struct Prepend {
        std::string text;   // before every stretch that is not empty
    };
    struct ByteCharacters {};
    using Step = std::variant<Form, Lowercase, StripAccents, Strip, Replace, Prepend, ByteCharacters>;

    // `json` may be null: nothing happens then. Errors: Unsupported with the type that is not known here; BadFile.
    [[nodiscard]] static Result<Normalizer> fromJson(const Json& json, std::string_view name);

    // Errors: BadInput when the text would grow beyond all measure, which only a hostile file brings about; Cancelled.
    [[nodiscard]] Result<MappedText> apply(MappedText text, const std::stop_token& stop = {}) const;
    [[nodiscard]] bool empty() const { return m_steps.empty(); }
    [[nodiscard]] bool mapsBytes() const;   // one of the steps writes bytes as characters

private:
    std::vector<Step> m_steps;   // nested sequences are flat here
};

// Writes every byte of text[begin, end) as its character at the end of `into`.
void putByteCharacters(const MappedText& text, std::size_t begin, std::size_t end, MappedText& into);

}   // namespace core
