#include "core/text/pre_tokenizer.h"

#include <algorithm>

#include "core/text/byte_level.h"
#include "core/text/normalizer.h"
#include "core/text/unicode.h"

namespace core {

namespace {

using Behavior = PreTokenizer::Behavior;

bool belongs(PreTokenizer::Characters characters, char32_t c)
{
    switch (characters) {
    case PreTokenizer::Characters::WhiteSpace:
        return isWhiteSpace(c);
    case PreTokenizer::Characters::Punctuation:
        return isPunctuation(c);
    case PreTokenizer::Characters::Number:
        break;
    }
    return isNumber(c);
}

// Collects matches of one segment and the text between them.
class PieceList {
public:
    void start(ByteRange segment)
    {
        m_pieces.clear();
        m_segment = segment;
        m_done = segment.begin;
    }
    void add(ByteRange match)
    {
        gapBefore(match.begin);
        m_pieces.push_back({.range = match, .match = true});
        m_done = match.end;
    }
    const std::vector<CutPiece>& finish()
    {
        gapBefore(m_segment.end);
        return m_pieces;
    }

private:
    void gapBefore(std::size_t at)
    {
        if (m_done < at) m_pieces.push_back({.range = {.begin = m_done, .end = at}, .match = false});
    }
    std::vector<CutPiece> m_pieces;
    ByteRange m_segment;
    std::size_t m_done = 0;
};

std::vector<ByteRange> textRanges(const Draft& draft)
{
    std::vector<ByteRange> ranges;
    for (const Segment& segment : draft.segments)
        if (segment.isText()) ranges.push_back({.begin = segment.begin, .end = segment.end});
    return ranges;
}

// Gives every text segment the words that were found for it, in the order of the segments.
void replaceTextSegments(Draft& draft, const std::vector<std::vector<ByteRange>>& words)
{
    std::vector<Segment> segments;
    auto next = words.begin();
    for (const Segment& segment : draft.segments) {
        if (!segment.isText()) {
            segments.push_back(segment);
            continue;
        }
        for (const ByteRange& word : *next++)
            if (word.begin < word.end) segments.push_back({.begin = word.begin, .end = word.end});
    }
    draft.segments = std::move(segments);
}

struct Apply {
    Draft& draft;
    const std::stop_token& stop;   // once it is requested steps end early, and the draft means nothing

    Result<void> operator()(const PreTokenizer::Split& split) const
    {
        const std::vector<ByteRange> ranges = textRanges(draft);
        std::vector<std::vector<ByteRange>> matches(ranges.size()), words(ranges.size());
        const auto note = [&](std::size_t r, ByteRange match) { matches[r].push_back(match); };
        FOVEA_CHECK(split.pattern.search(draft.text.bytes(), ranges, note, stop));
        PieceList list;
        for (std::size_t r = 0; r < ranges.size(); ++r) {
            if (stop.stop_requested()) return cancelled();
            list.start(ranges[r]);
            for (const ByteRange& match : matches[r]) list.add(match);
            std::vector<CutPiece> pieces = list.finish();
            for (CutPiece& piece : pieces) piece.match = piece.match != split.invert;
            words[r] = joinPieces(pieces, split.behavior);
        }
        replaceTextSegments(draft, words);
        return {};
    }

    Result<void> operator()(const PreTokenizer::SplitCharacters& split) const
    {
        std::vector<std::vector<ByteRange>> words;
        PieceList list;
        for (const ByteRange& range : textRanges(draft)) {
            list.start(range);
            for (std::size_t at = range.begin; at < range.end;) {
                if (stop.stop_requested()) return cancelled();
                const std::size_t begin = at;
                if (belongs(split.characters, nextCharacter(draft.text.bytes(), at))) list.add({.begin = begin, .end = at});
            }
            words.push_back(joinPieces(list.finish(), split.behavior));
        }
        replaceTextSegments(draft, words);
        return {};
    }

    Result<void> operator()(const PreTokenizer::ByteLevel& byteLevel) const
    {
        // The expression sees the space put before a segment, so that comes first.
        if (byteLevel.addPrefixSpace) {
            rebuild([&](const Segment& segment, Draft& into) {
                const std::size_t begin = into.text.size();
                if (draft.text.bytes()[segment.begin] != ' ') putInserted(" ", segment.begin, into.text);
                into.text.keep(draft.text, segment.begin, segment.end);
                into.segments.push_back({.begin = begin, .end = into.text.size()});
            });
        }
        rebuild([&](const Segment& segment, Draft& into) {
            const std::string_view text = std::string_view(draft.text.bytes()).substr(0, segment.end);
            for (std::size_t at = segment.begin; at < segment.end && !stop.stop_requested();) {
                const std::size_t end = byteLevel.useRegex ? nextWordEnd(text, at) : segment.end;
                const std::size_t begin = into.text.size();
                putByteCharacters(draft.text, at, end, into.text);
                into.segments.push_back({.begin = begin, .end = into.text.size()});
                at = end;
            }
        });
        return {};
    }

    Result<void> operator()(const PreTokenizer::Metaspace& metaspace) const
    {
        rebuild([&](const Segment& segment, Draft& into) {
            const std::size_t begin = into.text.size();
            putMetaspaced(metaspace, segment, into.text);
            into.segments.push_back({.begin = begin, .end = into.text.size()});
        });
        if (!metaspace.split) return {};
        return (*this)(PreTokenizer::Split{.pattern = SearchPattern::literal(metaspace.replacement), .behavior = Behavior::MergedWithNext});
    }

private:
    // Makes the draft anew: added tokens are copied, text segments go through `change`.
    template<class Change>
    void rebuild(const Change& change) const
    {
        Draft fresh;
        fresh.text.reserve(draft.text.size() + draft.text.size() / 2);
        for (const Segment& segment : draft.segments) {
            if (stop.stop_requested()) break;
            if (segment.isText()) {
                change(segment, fresh);
                continue;
            }
            const std::size_t begin = fresh.text.size();
            fresh.text.keep(draft.text, segment.begin, segment.end);
            fresh.segments.push_back({.begin = begin, .end = fresh.text.size(), .added = segment.added});
        }
        draft = std::move(fresh);
    }
    void putInserted(std::string_view inserted, std::size_t before, MappedText& into) const
    {
        const std::uint32_t place = draft.text.origin(before, before).begin;
        into.put(inserted, {.begin = place, .end = place});
    }

    void putMetaspaced(const PreTokenizer::Metaspace& metaspace, const Segment& segment, MappedText& into) const
    {
        using Prepend = PreTokenizer::Metaspace::Prepend;
        const std::string_view text = draft.text.view(segment.begin, segment.end);
        const bool begun = text.starts_with(' ') || text.starts_with(metaspace.replacement);
        const bool wanted =
            metaspace.prepend == Prepend::Always || (metaspace.prepend == Prepend::First && draft.text.origin(segment.begin, segment.end).begin == 0);
        if (wanted && !begun) putInserted(metaspace.replacement, segment.begin, into);
        for (std::size_t i = segment.begin; i < segment.end && !stop.stop_requested(); ++i) {
            if (draft.text.bytes()[i] == ' ')
                into.put(metaspace.replacement, draft.text.origin(i, i + 1));
            else
                into.keep(draft.text, i, i + 1);
        }
    }
};

}   // namespace

std::vector<ByteRange> joinPieces(const std::vector<CutPiece>& pieces, Behavior behavior)
{
    std::vector<ByteRange> words;
    bool matchBefore = false;
    const auto add = [&](const CutPiece& piece, bool joins) {
        if (joins && !words.empty()) {
            words.back().begin = std::min(words.back().begin, piece.range.begin);
            words.back().end = std::max(words.back().end, piece.range.end);
        } else {
            words.push_back(piece.range);
        }
        matchBefore = piece.match;
    };
    if (behavior == Behavior::MergedWithNext) {
        std::for_each(pieces.rbegin(), pieces.rend(), [&](const CutPiece& piece) { add(piece, piece.match && !matchBefore); });
        std::reverse(words.begin(), words.end());
        return words;
    }
    for (const CutPiece& piece : pieces) {
        if (behavior == Behavior::Removed && piece.match) continue;
        const bool joins = (behavior == Behavior::MergedWithPrevious && piece.match && !matchBefore) ||
                           (behavior == Behavior::Contiguous && piece.match == matchBefore);
        add(piece, joins);
    }
    return words;
}

Result<void> PreTokenizer::apply(Draft& draft, const std::stop_token& stop) const
{
    for (const Step& step : m_steps) {
        FOVEA_CHECK(std::visit(Apply{draft, stop}, step));
        if (stop.stop_requested()) return cancelled();
    }
    return {};
}

bool PreTokenizer::mapsBytes() const
{
    return std::any_of(m_steps.begin(), m_steps.end(), [](const Step& step) { return std::holds_alternative<ByteLevel>(step); });
}

}   // namespace core
