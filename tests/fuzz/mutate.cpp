#include "tests/fuzz/mutate.h"

#include <algorithm>
#include <limits>

namespace fuzz {

namespace {

struct Piece {
    std::size_t begin = 0, size = 0;
};

Piece pieceOf(const std::string& text, core::Random& random)
{
    const std::size_t begin = std::size_t(random.below(std::int64_t(text.size()) + 1));
    return {begin, std::size_t(random.below(std::int64_t(std::min<std::size_t>(text.size() - begin, 32)) + 1))};
}

// Counts and sizes at the edges of their types, as eight bytes of a header.
void overwriteNumber(std::string& text, core::Random& random)
{
    constexpr std::uint64_t kEdges[] = {0, 1, 2, 7, 8, 255, 65536, std::uint64_t(1) << 31, std::uint64_t(1) << 63, std::numeric_limits<std::uint64_t>::max()};
    std::uint64_t value = kEdges[std::size_t(random.below(std::int64_t(std::size(kEdges))))];
    const std::size_t begin = random.below(2) == 0 ? 0 : std::size_t(random.below(std::int64_t(text.size()) + 1));
    for (std::size_t i = begin; i < std::min(text.size(), begin + 8); ++i, value >>= 8) text[i] = char(value & 0xFF);
}

// The same edges as digits.
void replaceDigits(std::string& text, core::Random& random)
{
    constexpr const char* kNumbers[] = {"0", "-1", "1e999", "0.5", "65537", "2147483648", "9223372036854775808", "99999999999999999999", "null"};
    const std::size_t from = std::size_t(random.below(std::int64_t(text.size()) + 1));
    const std::size_t begin = std::min(text.find_first_of("0123456789", from), text.size());
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    text.replace(begin, end - begin, kNumbers[std::size_t(random.below(std::int64_t(std::size(kNumbers))))]);
}

void change(std::string& text, const std::string& other, core::Random& random)
{
    const Piece piece = pieceOf(text, random);
    switch (random.below(8)) {
    case 0:
        if (piece.begin < text.size()) text[piece.begin] = char(text[piece.begin] ^ (1 << random.below(8)));
        return;
    case 1:
        if (piece.begin < text.size()) text[piece.begin] = char(random.below(256));
        return;
    case 2:
        text.erase(piece.begin, piece.size);
        return;
    case 3:
        text.insert(piece.begin, text.substr(piece.begin, piece.size));
        return;
    case 4: {
        const Piece spliced = pieceOf(other, random);
        text.insert(piece.begin, other, spliced.begin, spliced.size);
        return;
    }
    case 5:
        text.resize(piece.begin);
        return;
    case 6:
        return overwriteNumber(text, random);
    default:
        return replaceDigits(text, random);
    }
}

}   // namespace

std::string mutated(std::string input, const std::string& other, core::Random& random)
{
    for (std::int64_t changes = 1 + random.below(4); changes > 0; --changes) change(input, other, random);
    return input;
}

}   // namespace fuzz
