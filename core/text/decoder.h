// The decoders of tokenizer.json, taken apart into what they do to each token and what they do to the joined text. Tokens become raw bytes:
// a character that spans several tokens is whole only when they are joined.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace core {

class Decoder {
public:
    struct ByteCharacters {};   // undoes the byte-level alphabet
    struct ByteFallback {};     // "<0x0A>" is one byte
    struct Replace {
        std::string from;
        std::string to;
    };
    struct Strip {   // up to `start` copies of `content` from the front, up to `stop` from the back
        std::string content;
        std::int64_t start = 0;
        std::int64_t stop = 0;
    };
    using Step = std::variant<ByteCharacters, ByteFallback, Replace, Strip>;

    // `json` may be null: tokens are written as they are, or through the byte-level alphabet when `mapsBytes`.
    // Errors: Unsupported with the type that is not known here; BadFile.
    [[nodiscard]] static Result<Decoder> fromJson(const Json& json, bool mapsBytes, std::string_view name);

    // The bytes of a token of the model, and of an added token, which only replacements touch.
    // Errors: BadFile when the token would grow beyond all measure.
    [[nodiscard]] Result<std::string> bytesOf(std::string_view token) const;
    [[nodiscard]] Result<std::string> bytesOfAdded(std::string_view token) const;

    // How many bytes the joined text loses at its front and back.
    struct Trim {
        std::size_t front = 0;
        std::size_t back = 0;
    };
    [[nodiscard]] Trim trim(std::string_view text) const;

private:
    [[nodiscard]] Result<void> readStep(const Json& json, const std::string& type, std::string_view name);
    [[nodiscard]] Result<void> readMetaspace(const Json& json, std::string_view name);
    std::vector<Step> m_tokenSteps;
    std::vector<Strip> m_textSteps;
    bool m_fused = false;   // a Fuse step has been read: what follows works on the joined text
};

}   // namespace core
