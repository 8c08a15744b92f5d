#include "ui/state/comparing_json.h"

#include <array>

#include "core/metrics/pattern_cost.h"

namespace ui {

namespace {

using core::Fault;
using core::Json;
using core::Result;

constexpr std::size_t kLongestSweep = 10'000;
constexpr JsonWords<CompareMode, 4> kCompareModes{
    {{CompareMode::Weights, "weights"}, {CompareMode::AllowedBy, "allowedBy"}, {CompareMode::Tiles, "tiles"}, {CompareMode::Pairs, "pairs"}}};
constexpr JsonWords<DifferencePicture, 2> kDifferences{{{DifferencePicture::Shown, "shown"}, {DifferencePicture::Hidden, "hidden"}}};
constexpr JsonWords<PictureOrder, 2> kPictureOrders{{{PictureOrder::OwnFirst, "ownFirst"}, {PictureOrder::SparseFirst, "sparseFirst"}}};
constexpr JsonWords<LinkedZoom, 2> kLinkedZooms{{{LinkedZoom::On, "on"}, {LinkedZoom::Off, "off"}}};
constexpr JsonWords<CostsCard, 2> kCostsCards{{{CostsCard::Cost, "cost"}, {CostsCard::Growth, "growth"}}};
constexpr JsonWords<EffectsCard, 4> kEffectsCards{
    {{EffectsCard::Model, "model"}, {EffectsCard::Context, "context"}, {EffectsCard::Reach, "reach"}, {EffectsCard::Sweep, "sweep"}}};
constexpr JsonWords<core::PlanScope, 3> kScopes{
    {{core::PlanScope::Head, "head"}, {core::PlanScope::Layer, "layer"}, {core::PlanScope::Model, "model"}}};

// Left, top, width and height, in cells; null: all of the matrix.
Json writeCells(const std::optional<QRectF>& cells)
{
    if (!cells) return {};
    return Json::array(std::array{cells->left(), cells->top(), cells->width(), cells->height()});
}

Result<std::optional<QRectF>> readCells(const Json& json)
{
    const Json* found = json.find("cells");
    if (!found || found->isNull()) return std::nullopt;
    const auto* list = found->array();
    std::array<double, 4> numbers{};
    for (std::size_t i = 0; list && list->size() == numbers.size() && i < numbers.size(); ++i) numbers[i] = (*list)[i].number().value_or(-1.0);
    const auto [left, top, width, height] = numbers;
    const double most = double(core::kLongestCosted);
    if (!(left >= 0.0 && top >= 0.0 && width >= 1.0 && height >= 1.0 && left + width <= most && top + height <= most))
        return core::fail(Fault::BadFile, "has \"cells\" that are not left, top, width and height inside a matrix.");
    return QRectF(left, top, width, height);
}

template<class Words, class Value>
Result<void> readWord(const Json& json, const char* key, const Words& words, Value& value)
{
    const Json* named = json.find(key);
    if (!named) return {};
    const auto read = valueOf(words, *named);
    if (!read) return core::fail(Fault::BadFile, fmt::format("\"{}\" {}", key, read.error().what));
    value = *read;
    return {};
}

Result<core::Index> lengthAt(const Json& json, const char* key, core::Index otherwise)
{
    FOVEA_TRY(length, json.integerAt(key, otherwise));
    if (length < 0 || length > core::kLongestCosted)
        return core::fail(Fault::BadFile, fmt::format("has \"{}\" {}, and texts have 0 to {} tokens.", key, length, core::kLongestCosted));
    return core::Index(length);
}

Result<void> readSweep(const Json& json, Comparing& compare)
{
    const Json* named = json.find("sweep");
    if (!named) return {};
    const std::string* text = named->string();
    if (!text || text->size() > kLongestSweep)
        return core::fail(Fault::BadFile, fmt::format("has a \"sweep\" that is not a text of at most {} bytes.", kLongestSweep));
    compare.sweep = QString::fromStdString(*text);
    return {};
}

}   // namespace

Json comparingToJson(const Comparing& compare)
{
    return Json::object({{"pattern", compare.pattern},
                         {"mode", wordOf(kCompareModes, compare.mode)},
                         {"parts", wordOf(kViewParts, compare.parts)},
                         {"linkedZoom", wordOf(kLinkedZooms, compare.zoom)},
                         {"difference", wordOf(kDifferences, compare.difference)},
                         {"order", wordOf(kPictureOrders, compare.order)},
                         {"cells", writeCells(compare.cells)},
                         {"scope", wordOf(kScopes, compare.scope)},
                         {"kvGroups", std::int64_t(compare.kvGroups)},
                         {"costs", wordOf(kCostsCards, compare.costs)},
                         {"effects", wordOf(kEffectsCards, compare.effects)},
                         {"costTokens", std::int64_t(compare.costTokens.value_or(0))},
                         {"window", std::int64_t(compare.window)},
                         {"sinks", std::int64_t(compare.sinks)},
                         {"sweep", compare.sweep.toStdString()}});
}

Result<Comparing> comparingFromJson(const Json& json)
{
    Comparing compare;
    FOVEA_TRY(pattern, json.integerAt("pattern", 0));
    if (pattern < 0 || pattern >= kMostPatterns)
        return core::fail(Fault::BadFile, fmt::format("has \"pattern\" {}, and patterns are 0 to {}.", pattern, kMostPatterns - 1));
    compare.pattern = int(pattern);
    FOVEA_CHECK(readWord(json, "mode", kCompareModes, compare.mode));
    FOVEA_CHECK(readWord(json, "parts", kViewParts, compare.parts));
    FOVEA_CHECK(readWord(json, "linkedZoom", kLinkedZooms, compare.zoom));
    FOVEA_CHECK(readWord(json, "difference", kDifferences, compare.difference));
    FOVEA_CHECK(readWord(json, "order", kPictureOrders, compare.order));
    FOVEA_TRY(cells, readCells(json));
    compare.cells = cells;
    FOVEA_CHECK(readWord(json, "scope", kScopes, compare.scope));
    FOVEA_CHECK(readWord(json, "costs", kCostsCards, compare.costs));
    FOVEA_CHECK(readWord(json, "effects", kEffectsCards, compare.effects));
    FOVEA_TRY(kvGroups, lengthAt(json, "kvGroups", 0));
    FOVEA_TRY(costTokens, lengthAt(json, "costTokens", 0));
    FOVEA_TRY(window, lengthAt(json, "window", compare.window));
    FOVEA_TRY(sinks, lengthAt(json, "sinks", compare.sinks));
    if (window == 0) return core::fail(Fault::BadFile, "has a \"window\" of 0 tokens.");
    if (costTokens > 0) compare.costTokens = costTokens;
    compare.window = window;
    compare.sinks = sinks;
    compare.kvGroups = kvGroups;
    FOVEA_CHECK(readSweep(json, compare));
    return compare;
}

}   // namespace ui
