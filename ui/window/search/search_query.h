// What was typed into the search, and how far things are from it. Plain values, tested without a window.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/base/shape.h"

namespace ui {

// What is read of one thing that can be found.
struct Searched {
    QStringView name;       // what it is called
    QStringView number{};   // as good as its name: a token's position
    QStringView around{};   // where it stands; what is found there alone comes later
    QStringView kind{};     // what all such things are called: found by the whole word alone
};

// A stretch of a text that was typed.
struct Letters {
    qsizetype begin = 0;
    qsizetype end = 0;
    friend bool operator==(const Letters&, const Letters&) = default;
};

// What layers and heads are called in the reader's language; "layer 2 head 5", "L2 H5" and "2.5" are understood in any.
struct HeadWords {
    QString layer;
    QString head;
};

// Words in any order, each of which must be found, in small letters or capitals. Where a head is meant the words are read as its place.
class SearchQuery {
public:
    SearchQuery(const QString& typed, const HeadWords& words);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    // 0: it is what was typed; less is nearer. Whole words are nearer than beginnings, beginnings nearer than letters inside, names nearer than what
    // is around them. Null: a word is nowhere in it.
    [[nodiscard]] std::optional<int> distanceTo(const Searched& thing) const;
    [[nodiscard]] std::optional<int> distanceTo(core::HeadId head) const;
    [[nodiscard]] std::vector<Letters> lettersIn(const QString& name) const;   // by place, apart from each other

private:
    struct HeadPlace {
        QString layer{};   // digits; empty: any
        QString head{};
        bool endsInLayer = false;   // the number that was typed last may go on
        bool endsInHead = false;
    };
    [[nodiscard]] static std::optional<HeadPlace> placeIn(const QString& typed, const HeadWords& words);   // null: it speaks of something else

    QStringList m_words;
    std::optional<HeadPlace> m_place;
};

struct Found {
    std::size_t thing = 0;
    int distance = 0;
    friend bool operator==(const Found&, const Found&) = default;
};

struct Nearest {
    std::vector<Found> kept;   // nearest first, equally near ones in their own order
    std::size_t total = 0;     // of all that were found
};

// Of `count` things the nearest, at most so many. distance: of the thing with this number; null: it is not found.
template<class Distance>
[[nodiscard]] Nearest nearestOf(std::size_t count, std::size_t most, const Distance& distance)
{
    Nearest nearest;
    for (std::size_t i = 0; i < count; ++i)
        if (const std::optional<int> far = distance(i)) nearest.kept.push_back({i, *far});
    nearest.total = nearest.kept.size();
    const auto nearer = [](const Found& a, const Found& b) { return a.distance != b.distance ? a.distance < b.distance : a.thing < b.thing; };
    const std::size_t kept = std::min(most, nearest.total);
    std::partial_sort(nearest.kept.begin(), nearest.kept.begin() + std::ptrdiff_t(kept), nearest.kept.end(), nearer);
    nearest.kept.resize(kept);
    return nearest;
}

}   // namespace ui
