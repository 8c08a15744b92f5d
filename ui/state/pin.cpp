#include "ui/state/pin.h"

#include <algorithm>

#include "ui/state/document.h"
#include "ui/state/token_boxes.h"

namespace ui {

namespace {

TokenPlace placeOf(const TokenBox& box) { return {box.begin, box.end, box.part}; }

std::optional<TokenPlace> moved(TokenPlace place, const TextEdit& edit)
{
    const qsizetype behind = edit.position + edit.removed.size();
    if (place.end <= edit.position) return place;
    if (place.begin < behind) return std::nullopt;
    const qsizetype shift = edit.added.size() - edit.removed.size();
    return TokenPlace{place.begin + shift, place.end + shift, place.part};
}

std::optional<Pin> moved(const Pin& pin, const TextEdit& edit)
{
    const std::optional<TokenPlace> query = moved(pin.query, edit), key = moved(pin.key, edit);
    return query && key ? std::optional(Pin{*query, *key}) : std::nullopt;
}

}   // namespace

std::optional<Pin> pinOf(Pair pair, const core::Tokens& tokens, const QString& text)
{
    const std::vector<TokenBox> places = tokenPlaces(tokens, text);
    const auto of = [&](core::Index token) {
        return std::find_if(places.begin(), places.end(), [&](const TokenBox& box) { return box.token == token; });
    };
    const auto query = of(pair.query), key = of(pair.key);
    if (query == places.end() || key == places.end()) return std::nullopt;
    return Pin{placeOf(*query), placeOf(*key)};
}

std::optional<Pair> pairOf(const Pin& pin, const core::Tokens& tokens, const QString& text)
{
    const std::vector<TokenBox> places = tokenPlaces(tokens, text);
    const auto at = [&](const TokenPlace& place) {
        return std::find_if(places.begin(), places.end(), [&](const TokenBox& box) { return placeOf(box) == place; });
    };
    const auto query = at(pin.query), key = at(pin.key);
    if (query == places.end() || key == places.end()) return std::nullopt;
    return Pair{query->token, key->token};
}

// A letter typed beside an equal one can be said to stand before or behind it: the pin lives where either way of saying it spares the letters.
std::optional<Pin> afterEdit(const Pin& pin, const QString& before, const QString& after)
{
    const TextEdit edit = TextEdit::between(before, after);
    const std::optional<Pin> result = moved(pin, edit);
    return result ? result : moved(pin, edit.earliest(before));
}

}   // namespace ui
