#include "core/training/generators/repeats.h"

#include <algorithm>
#include <cassert>

namespace core
{
namespace
{

Index drawIn(Span range, Random& random) { return range.begin + random.below(range.size()); }

Index drawLength(const RepeatOptions& options, Random& random)
{
    return drawIn(random.uniform() < options.longShare ? options.longLength : options.length, random);
}

void append(std::span<const TokenId> ids, Index size, std::vector<TokenId>& out)
{
    const Index room = std::max<Index>(0, size - Index(out.size()));
    const auto part = ids.first(std::size_t(std::min<Index>(room, Index(ids.size()))));
    out.insert(out.end(), part.begin(), part.end());
}

}   // namespace

void appendRandomRepeats(std::span<const TokenId> alphabet, const RepeatOptions& options, Index size, Random& random, std::vector<TokenId>& out)
{
    assert(!alphabet.empty() && options.length.begin >= 1 && options.times.begin >= 1);
    while (Index(out.size()) < size) {
        std::vector<TokenId> passage(std::size_t(drawLength(options, random)), 0);
        for (TokenId& id : passage) id = alphabet[std::size_t(random.below(Index(alphabet.size())))];
        for (Index copy = drawIn(options.times, random); copy > 0; --copy) append(passage, size, out);
    }
}

void appendNaturalRepeats(std::span<const TokenId> text, std::span<const TokenId> separator, const RepeatOptions& options, Index size, Random& random,
                          std::vector<TokenId>& out)
{
    enum class Between { Nothing, Separator, Continuation };
    while (Index(out.size()) < size && !text.empty()) {
        const auto passage = text.first(std::min<std::size_t>(text.size(), std::size_t(drawLength(options, random))));
        text = text.subspan(passage.size());
        const auto between = Between(random.below(3));
        for (Index copy = drawIn(options.times, random); copy > 0; --copy) {
            append(passage, size, out);
            if (between == Between::Separator) append(separator, size, out);
            if (between == Between::Continuation) {
                const auto onward = text.first(std::min<std::size_t>(text.size(), std::size_t(3 + random.below(10))));
                append(onward, size, out);
                text = text.subspan(onward.size());
            }
        }
    }
}

}   // namespace core
