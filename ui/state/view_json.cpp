#include "ui/state/view_json.h"

#include "ui/state/comparing_json.h"
#include "ui/state/json_words.h"

namespace ui {

namespace {

using core::Fault;
using core::Json;
using core::Result;

constexpr int kWidestPanel = 10'000;   // px; more than any screen has

constexpr JsonWords<ScaleKind, 3> kScales{{{ScaleKind::Linear, "linear"}, {ScaleKind::Sqrt, "sqrt"}, {ScaleKind::Log, "log"}}};
constexpr JsonWords<FirstToken, 2> kFirstTokens{{{FirstToken::Shown, "shown"}, {FirstToken::Hidden, "hidden"}}};
constexpr JsonWords<AxisUnit, 2> kUnits{{{AxisUnit::Tokens, "tokens"}, {AxisUnit::Words, "words"}}};
constexpr JsonWords<Loupe, 2> kLoupes{{{Loupe::Off, "off"}, {Loupe::On, "on"}}};
constexpr JsonWords<LinkMode, 2> kLinkModes{{{LinkMode::ShareOfRow, "share"}, {LinkMode::FixedWeight, "weight"}}};
constexpr JsonWords<ThemeKind, 3> kThemes{{{ThemeKind::Light, "light"}, {ThemeKind::Dark, "dark"}, {ThemeKind::Contrast, "contrast"}}};
constexpr JsonWords<WeightColors, 3> kColors{
    {{WeightColors::Standard, "standard"}, {WeightColors::Cividis, "cividis"}, {WeightColors::Grey, "grey"}}};
constexpr JsonWords<Viewing, 2> kViewings{{{Viewing::Desk, "desk"}, {Viewing::Projector, "projector"}}};
constexpr JsonWords<Motion, 2> kMotions{{{Motion::Full, "full"}, {Motion::Reduced, "reduced"}}};
constexpr JsonWords<Centre, 2> kCentres{{{Centre::Shared, "shared"}, {Centre::Solo, "solo"}}};
constexpr JsonWords<SidePanel, 2> kSidePanels{{{SidePanel::Open, "open"}, {SidePanel::Folded, "folded"}}};

struct Member {
    const char* name;
    ViewPart part;
    Json (*write)(const ViewState& view);
    Result<void> (*read)(const Json& json, ViewState& view);   // changes nothing when it fails
};

template<auto kField, const auto& kWords>
constexpr Member choice(const char* name, ViewPart part)
{
    return {name, part, [](const ViewState& view) { return wordOf(kWords, view.*kField); },
            [](const Json& json, ViewState& view) -> Result<void> {
                FOVEA_TRY(value, valueOf(kWords, json));
                view.*kField = value;
                return {};
            }};
}

// A look is the person's, all of it.
template<auto kField, const auto& kWords>
constexpr Member lookChoice(const char* name)
{
    return {name, ViewPart::Person, [](const ViewState& view) { return wordOf(kWords, view.look.*kField); },
            [](const Json& json, ViewState& view) -> Result<void> {
                FOVEA_TRY(value, valueOf(kWords, json));
                view.look.*kField = value;
                return {};
            }};
}

Result<void> readTextPercent(const Json& json, ViewState& view)
{
    const std::int64_t* percent = json.integer();
    if (!percent || *percent < kTextSizes.front() || *percent > kTextSizes.back())
        return core::fail(Fault::BadFile, fmt::format("is not a number from {} to {}.", kTextSizes.front(), kTextSizes.back()));
    view.look.textPercent = int(*percent);
    return {};
}

Json writePanels(const ViewState& view) { return Json::object({{"heads", view.panels.heads}, {"inspector", view.panels.inspector}}); }

Result<void> readPanels(const Json& json, ViewState& view)
{
    FOVEA_TRY(heads, json.integerAt("heads", 0));
    FOVEA_TRY(inspector, json.integerAt("inspector", 0));
    for (const std::int64_t width : {heads, inspector})
        if (width < 0 || width > kWidestPanel) return core::fail(Fault::BadFile, fmt::format("has a width of {} pixels.", width));
    view.panels = {.heads = int(heads), .inspector = int(inspector)};
    return {};
}

Json writeLinks(const ViewState& view)
{
    return Json::object({{"mode", wordOf(kLinkModes, view.links.mode)}, {"share", view.links.share}, {"weight", view.links.weight}});
}

Result<void> readLinks(const Json& json, ViewState& view)
{
    const Json* named = json.find("mode");
    if (!named) return core::fail(Fault::BadFile, "has no \"mode\".");
    FOVEA_TRY(mode, valueOf(kLinkModes, *named));
    FOVEA_TRY(share, json.numberAt("share"));
    FOVEA_TRY(weight, json.numberAt("weight"));
    for (const double threshold : {share, weight})
        if (!(threshold > 0.0 && threshold <= 1.0)) return core::fail(Fault::BadFile, fmt::format("has a threshold of {}.", threshold));
    view.links = {.mode = mode, .share = share, .weight = weight};
    return {};
}

// A view that this program lacks is left to the window, which knows them.
Result<void> readShown(const Json& json, ViewState& view)
{
    const std::string* id = json.string();
    if (!id || id->empty()) return core::fail(Fault::BadFile, "is not the name of a view.");
    view.shown = QString::fromStdString(*id);
    return {};
}

Result<void> readHeads(const Json& json, ViewState& view)
{
    FOVEA_TRY(heads, headsFromJson(json));
    view.heads = heads;
    return {};
}

constexpr Member kMembers[] = {
    {"shown", ViewPart::Picture, [](const ViewState& view) { return Json(view.shown.toStdString()); }, &readShown},
    {"compare", ViewPart::Picture, [](const ViewState& view) { return comparingToJson(view.compare); },
     [](const Json& json, ViewState& view) -> Result<void> {
         FOVEA_TRY(compare, comparingFromJson(json));
         view.compare = compare;
         return {};
     }},
    choice<&ViewState::scale, kScales>("scale", ViewPart::Picture),
    choice<&ViewState::firstToken, kFirstTokens>("firstToken", ViewPart::Picture),
    choice<&ViewState::parts, kViewParts>("parts", ViewPart::Picture),
    choice<&ViewState::unit, kUnits>("unit", ViewPart::Picture),
    {"links", ViewPart::Picture, &writeLinks, &readLinks},
    choice<&ViewState::loupe, kLoupes>("loupe", ViewPart::Picture),
    {"heads", ViewPart::Picture, [](const ViewState& view) { return headsToJson(view.heads); }, &readHeads},
    choice<&ViewState::centre, kCentres>("centre", ViewPart::Picture),
    lookChoice<&Look::theme, kThemes>("theme"),
    lookChoice<&Look::colors, kColors>("colors"),
    lookChoice<&Look::viewing, kViewings>("viewing"),
    lookChoice<&Look::motion, kMotions>("motion"),
    {"textPercent", ViewPart::Person, [](const ViewState& view) { return Json(view.look.textPercent); }, &readTextPercent},
    choice<&ViewState::headsPanel, kSidePanels>("headsPanel", ViewPart::Person),
    choice<&ViewState::inspectorPanel, kSidePanels>("inspectorPanel", ViewPart::Person),
    {"panels", ViewPart::Person, &writePanels, &readPanels},
};

}   // namespace

Json viewToJson(const ViewState& view, ViewPart part)
{
    Json json = Json::object({});
    for (const Member& member : kMembers)
        if (member.part == part) json.set(member.name, member.write(view));
    return json;
}

Json changesToJson(const ViewState& before, const ViewState& view)
{
    Json json = Json::object({});
    for (const Member& member : kMembers)
        if (Json value = member.write(view); !(value == member.write(before))) json.set(member.name, std::move(value));
    return json;
}

Result<ViewState> viewFromJson(const Json& json, ViewPart part, ViewState view)
{
    if (!json.isObject()) return core::fail(Fault::BadFile, fmt::format("is {}, and no object.", json.kindName()));
    for (const Member& member : kMembers) {
        const Json* value = member.part == part ? json.find(member.name) : nullptr;
        if (!value) continue;
        if (const Result<void> done = member.read(*value, view); !done)
            return core::fail(Fault::BadFile, fmt::format("\"{}\" {}", member.name, done.error().what));
    }
    return view;
}

ViewState readableView(const Json& json, ViewState view)
{
    for (const Member& member : kMembers)
        if (const Json* value = json.find(member.name)) static_cast<void>(member.read(*value, view));
    return view;
}

}   // namespace ui
