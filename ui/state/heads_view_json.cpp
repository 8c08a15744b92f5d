#include <cmath>

#include "ui/state/json_words.h"
#include "ui/state/view_json.h"

namespace ui {

namespace {

using core::Fault;
using core::Json;
using core::Result;

constexpr std::size_t kMostBlocks = 10'000;   // several times the squares of the pad that they are drawn on
constexpr std::int64_t kFurthestCell = std::int64_t(1) << 24;   // tokens; longer texts than any that is shown

constexpr JsonWords<HeadMeasure, 7> kMeasures{{{HeadMeasure::PreviousToken, "previous token"},
                                               {HeadMeasure::FirstToken, "first token"},
                                               {HeadMeasure::Entropy, "entropy"},
                                               {HeadMeasure::MeanDistance, "mean distance"},
                                               {HeadMeasure::SameToken, "same token"},
                                               {HeadMeasure::Induction, "induction"},
                                               {HeadMeasure::Drawn, "drawn"}}};
constexpr JsonWords<HeadDirection, 2> kDirections{{{HeadDirection::HighestFirst, "highest first"}, {HeadDirection::LowestFirst, "lowest first"}}};
constexpr JsonWords<HeadBaseline, 3> kBaselines{
    {{HeadBaseline::ShuffledIfShort, "shuffled if short"}, {HeadBaseline::Shuffled, "shuffled"}, {HeadBaseline::None, "none"}}};
constexpr JsonWords<TargetRule, 4> kRules{{{TargetRule::PreviousToken, "previous token"},
                                           {TargetRule::FirstToken, "first token"},
                                           {TargetRule::OwnToken, "own token"},
                                           {TargetRule::SameToken, "same token"}}};

// Its errors name the member; those of valueOf begin behind the name.
template<class Words>
auto wordAt(const Json& json, const char* key, const Words& words) -> decltype(valueOf(words, json))
{
    const Json* member = json.find(key);
    if (!member) return core::fail(Fault::BadFile, fmt::format("lacks \"{}\".", key));
    auto value = valueOf(words, *member);
    if (!value) return core::fail(Fault::BadFile, fmt::format("has a \"{}\" that {}", key, value.error().what));
    return value;
}

Json rangeToJson(const HeadRange& range)
{
    return Json::object({{"measure", wordOf(kMeasures, range.measure)}, {"least", range.least}, {"most", range.most}});
}

Result<HeadRange> rangeFromJson(const Json& json)
{
    FOVEA_TRY(measure, wordAt(json, "measure", kMeasures));
    FOVEA_TRY(least, json.numberAt("least"));
    FOVEA_TRY(most, json.numberAt("most"));
    if (!(least <= most)) return core::fail(Fault::BadFile, fmt::format("has a filter from {} to {}.", least, most));
    return HeadRange{.measure = measure, .least = least, .most = most};
}

// [first query, behind the last, first key, behind the last]
Json blockToJson(const core::HeadTarget::Block& block)
{
    return Json(Json::Array{std::int64_t(block.queries.begin), std::int64_t(block.queries.end), std::int64_t(block.keys.begin), std::int64_t(block.keys.end)});
}

// Null for anything else.
std::optional<core::HeadTarget::Block> blockFromJson(const Json& json)
{
    if (!json.array() || json.array()->size() != 4) return std::nullopt;
    std::int64_t at[4];
    for (std::size_t i = 0; i < 4; ++i) {
        const std::int64_t* number = (*json.array())[i].integer();
        if (!number || *number < 0 || *number > kFurthestCell) return std::nullopt;
        at[i] = *number;
    }
    if (at[0] >= at[1] || at[2] >= at[3]) return std::nullopt;
    return core::HeadTarget::Block{.queries = {at[0], at[1]}, .keys = {at[2], at[3]}};
}

Json drawingToJson(const HeadDrawing& drawing)
{
    if (const auto* rule = std::get_if<TargetRule>(&drawing)) return Json::object({{"rule", wordOf(kRules, *rule)}});
    Json::Array blocks;
    for (const core::HeadTarget::Block& block : std::get<DrawnCells>(drawing)) blocks.push_back(blockToJson(block));
    return Json::object({{"blocks", Json(std::move(blocks))}});
}

Result<HeadDrawingPtr> drawingFromJson(const Json& json)
{
    if (const Json* member = json.find("rule")) {
        const auto rule = valueOf(kRules, *member);
        if (!rule) return core::fail(Fault::BadFile, fmt::format("has a \"drawing\" with a \"rule\" that {}", rule.error().what));
        return std::make_shared<const HeadDrawing>(*rule);
    }
    const Json* blocks = json.find("blocks");
    if (!blocks || !blocks->array() || blocks->array()->empty() || blocks->array()->size() > kMostBlocks)
        return core::fail(Fault::BadFile, "has a \"drawing\" without a \"rule\" and without a list of \"blocks\".");
    DrawnCells cells;
    for (const Json& each : *blocks->array()) {
        const std::optional<core::HeadTarget::Block> block = blockFromJson(each);
        if (!block) return core::fail(Fault::BadFile, "has a \"drawing\" with a block that is not [query, behind it, key, behind it], from 0.");
        cells.push_back(*block);
    }
    return std::make_shared<const HeadDrawing>(std::move(cells));
}

bool isThere(const Json* json) { return json && !json->isNull(); }

}   // namespace

Json headsToJson(const HeadsView& heads)
{
    return Json::object({{"sort", heads.sort ? wordOf(kMeasures, *heads.sort) : Json()},
                         {"bars", wordOf(kMeasures, heads.bars)},
                         {"direction", wordOf(kDirections, heads.direction)},
                         {"filter", heads.filter ? rangeToJson(*heads.filter) : Json()},
                         {"drawing", heads.drawing ? drawingToJson(*heads.drawing) : Json()},
                         {"baseline", wordOf(kBaselines, heads.baseline)}});
}

Result<HeadsView> headsFromJson(const Json& json)
{
    HeadsView heads;
    if (isThere(json.find("sort"))) {
        FOVEA_TRY(sort, wordAt(json, "sort", kMeasures));
        heads.sort = sort;
    }
    FOVEA_TRY(bars, wordAt(json, "bars", kMeasures));
    FOVEA_TRY(direction, wordAt(json, "direction", kDirections));
    FOVEA_TRY(baseline, wordAt(json, "baseline", kBaselines));
    heads.bars = bars;
    heads.direction = direction;
    heads.baseline = baseline;
    if (const Json* filter = json.find("filter"); isThere(filter)) {
        FOVEA_TRY(range, rangeFromJson(*filter));
        heads.filter = range;
    }
    if (const Json* drawing = json.find("drawing"); isThere(drawing)) {
        FOVEA_TRY(drawn, drawingFromJson(*drawing));
        heads.drawing = drawn;
    }
    if (!heads.drawing && heads.uses(HeadMeasure::Drawn)) return core::fail(Fault::BadFile, "lists heads by a \"drawing\" that is not there.");
    return heads;
}

}   // namespace ui
