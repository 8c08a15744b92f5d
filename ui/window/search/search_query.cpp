#include "ui/window/search/search_query.h"

#include <utility>

namespace ui {

namespace {

enum class Place { Whole, Begin, Inside };   // of a typed word in a text: as a word of it, at the beginning of one, elsewhere

constexpr int kInName[] = {0, 1, 4}, kAround[] = {2, 3, 5};   // by Place

struct FoundWord {
    Place place;
    qsizetype at;
};

bool isOfWord(QChar c) { return c.isLetterOrNumber(); }

// The best place of a word; signs begin anywhere.
std::optional<FoundWord> find(QStringView word, QStringView text)
{
    std::optional<FoundWord> best;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + word.size();
        const bool begins = at == 0 || !isOfWord(text[at - 1]) || !isOfWord(word.front());
        const bool ends = end == text.size() || !isOfWord(text[end]) || !isOfWord(word.back());
        const Place place = begins && ends ? Place::Whole : begins ? Place::Begin : Place::Inside;
        if (!best || place < best->place) best = {place, at};
        if (place == Place::Whole) break;
    }
    return best;
}

std::optional<int> nearer(std::optional<int> a, std::optional<int> b) { return !a ? b : !b ? a : std::min(*a, *b); }

std::optional<int> distanceIn(QStringView text, QStringView word, const int (&distances)[3])
{
    const std::optional<FoundWord> found = find(word, text);
    return found ? std::optional(distances[int(found->place)]) : std::nullopt;
}

enum class Part { None, Layer, Head };

// What a word names, which may not be typed to its end.
Part partNamed(QStringView word, const HeadWords& words)
{
    const auto begins = [word](const QString& name) { return name.startsWith(word, Qt::CaseInsensitive); };
    const bool isLayer = begins(QStringLiteral("layer")) || begins(words.layer), isHead = begins(QStringLiteral("head")) || begins(words.head);
    return isLayer == isHead ? Part::None : isLayer ? Part::Layer : Part::Head;
}

// Runs of letters, and of digits as ASCII has them; what may stand between the numbers of a head is left out. Null: something else stands there.
std::optional<QStringList> runsIn(const QString& typed)
{
    QStringList runs;
    bool goesOn = false;
    for (const QChar c : typed) {
        const bool isRun = c.isLetter() || c.isDigit();
        if (!isRun && !c.isSpace() && !QStringView(u".,:/-·").contains(c)) return std::nullopt;
        if (isRun) {
            const bool sameKind = goesOn && runs.back().back().isDigit() == c.isDigit();
            if (!sameKind) runs.append(QString());
            runs.back() += c.isDigit() ? QChar(u'0' + c.digitValue()) : c;
        }
        goesOn = isRun;
    }
    return runs;
}

std::optional<int> distanceOf(const QString& typed, core::Index number, bool mayGoOn)
{
    if (typed.isEmpty()) return 1;
    const QString digits = QString::number(number);
    if (digits == typed) return 0;
    return mayGoOn && digits.startsWith(typed) ? std::optional(1) : std::nullopt;
}

}   // namespace

SearchQuery::SearchQuery(const QString& typed, const HeadWords& words) :
    m_words(typed.simplified().split(u' ', Qt::SkipEmptyParts)), m_place(placeIn(typed, words))
{
}

// Two numbers are layer and head; a number behind a word is what the word says, and "head 2.5" is layer 2 all the same.
std::optional<SearchQuery::HeadPlace> SearchQuery::placeIn(const QString& typed, const HeadWords& words)
{
    const std::optional<QStringList> runs = runsIn(typed);
    if (!runs || runs->isEmpty()) return std::nullopt;
    HeadPlace place;
    Part next = Part::None;
    for (const QString& run : *runs) {
        if (!run.front().isDigit()) {
            next = partNamed(run, words);
            if (next == Part::None) return std::nullopt;
            continue;
        }
        const bool isSecond = !place.layer.isEmpty() || !place.head.isEmpty();
        if (next == Part::None && isSecond && place.layer.isEmpty()) place.layer = std::exchange(place.head, {});
        QString& part = next == Part::Head || (next == Part::None && isSecond) ? place.head : place.layer;
        if (!part.isEmpty()) return std::nullopt;
        part = run;
        next = Part::None;
        place.endsInHead = &part == &place.head;
        place.endsInLayer = !place.endsInHead;
    }
    if (next != Part::None) place.endsInHead = place.endsInLayer = false;   // a word stands behind the last number
    return place;
}

std::optional<int> SearchQuery::distanceTo(const Searched& thing) const
{
    int sum = 0;
    for (const QString& word : m_words) {
        const std::optional<int> named = nearer(distanceIn(thing.name, word, kInName), distanceIn(thing.number, word, kInName));
        const std::optional<int> ofKind = thing.kind.compare(word, Qt::CaseInsensitive) == 0 ? std::optional(kAround[0]) : std::nullopt;
        const std::optional<int> distance = named && *named == 0 ? named : nearer(nearer(named, ofKind), distanceIn(thing.around, word, kAround));
        if (!distance) return std::nullopt;
        sum += *distance;
    }
    const bool isBegun = m_words.isEmpty() || thing.name.startsWith(m_words.front(), Qt::CaseInsensitive) || thing.number == m_words.front();
    return 2 * sum + (isBegun ? 0 : 1);
}

std::optional<int> SearchQuery::distanceTo(core::HeadId head) const
{
    if (!m_place) return std::nullopt;
    const std::optional<int> layer = distanceOf(m_place->layer, head.layer, m_place->endsInLayer);
    const std::optional<int> inLayer = distanceOf(m_place->head, head.head, m_place->endsInHead);
    return layer && inLayer ? std::optional(2 * (*layer + *inLayer)) : std::nullopt;
}

std::vector<Letters> SearchQuery::lettersIn(const QString& name) const
{
    std::vector<Letters> letters;
    for (const QString& word : m_words)
        if (const std::optional<FoundWord> found = find(word, name)) letters.push_back({found->at, found->at + word.size()});
    std::ranges::sort(letters, {}, &Letters::begin);
    std::vector<Letters> apart;
    for (const Letters& each : letters) {
        if (apart.empty() || each.begin > apart.back().end)
            apart.push_back(each);
        else
            apart.back().end = std::max(apart.back().end, each.end);
    }
    return apart;
}

}   // namespace ui
