// Text on its way through the normalizers: every byte knows which bytes of the original it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core {

// Half-open range of bytes of the original text. 32 bits keep the map at 8 bytes per byte; encode() refuses longer texts.
struct Origin {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Origin&, const Origin&) = default;
};

// Origins never run backwards: origins[i].end ≤ origins[i + 1].begin. So the origins of pieces that tile the text do not overlap.
class MappedText {
public:
    MappedText() = default;
    explicit MappedText(std::string original);   // every byte is its own origin

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const { return std::string_view(m_bytes).substr(begin, end - begin); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

    // The original bytes behind [begin, end); of an empty range the place where it lies.
    [[nodiscard]] Origin origin(std::size_t begin, std::size_t end) const;

    void reserve(std::size_t bytes);
    void keep(const MappedText& from, std::size_t begin, std::size_t end);   // appends from[begin, end) as it is
    // Appends `content` in place of `origin`: byte for byte when the sizes agree; else its first byte stands for the whole and the rest for
    // the empty place behind it. An empty origin makes inserted text.
    void put(std::string_view content, Origin origin);

private:
    std::string m_bytes;
    std::vector<Origin> m_origins;   // one for each byte
};

// A stretch of a draft: text for the model, or an added token that was found there and is not touched any more.
struct Segment {
    static constexpr TokenId kText = -1;
    std::size_t begin = 0;
    std::size_t end = 0;
    TokenId added = kText;
    [[nodiscard]] bool isText() const { return added == kText; }
};

struct Draft {
    MappedText text;
    std::vector<Segment> segments;   // tile `text` in order, except for what a step removed
};

}   // namespace core
