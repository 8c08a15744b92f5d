#include "ui/views/explore/token_chips.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

constexpr qreal kAir = 4.0;        // between the letters of a word and its outline
constexpr qreal kTouching = 1.0;   // px between pieces that belong together

bool touch(const QRectF& a, const QRectF& b) { return std::max(a.left(), b.left()) - std::min(a.right(), b.right()) <= kTouching; }

}   // namespace

void joinWords(std::vector<TokenChip>& line)
{
    struct Word {
        std::size_t begin, end;
        QRectF letters;
    };
    std::vector<Word> words;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == 0 || line[i].wordStart || !touch(line[i - 1].rect, line[i].rect)) words.push_back({i, i, line[i].rect});
        words.back().end = i + 1;
        words.back().letters |= line[i].rect;
    }
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.letters.left() < b.letters.left(); });
    constexpr qreal kFar = std::numeric_limits<qreal>::max();
    const auto air = [](qreal gap) { return std::clamp(gap / 2 - 1.0, 0.0, kAir); };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QRectF& letters = words[i].letters;
        const qreal before = i > 0 ? letters.left() - words[i - 1].letters.right() : kFar;
        const qreal behind = i + 1 < words.size() ? words[i + 1].letters.left() - letters.right() : kFar;
        const QRectF word = letters.adjusted(-air(before), 0, air(behind), 0);
        for (std::size_t at = words[i].begin; at < words[i].end; ++at) {
            TokenChip& chip = line[at];
            if (chip.rect.left() <= letters.left()) chip.rect.setLeft(word.left());
            if (chip.rect.right() >= letters.right()) chip.rect.setRight(word.right());
            chip.word = word;
        }
    }
}

QRectF partOf(const QRectF& shared, int part, int parts)
{
    const qreal width = shared.width() / parts;
    return {shared.left() + part * width, shared.top(), width, shared.height()};
}

}   // namespace ui
