#include "ui/state/pattern_gallery.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/attention/pattern.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/text/text_file.h"

namespace ui {

namespace {

using core::Fault;
using core::Json;
using core::Result;

constexpr std::size_t kLargestFile = std::size_t(1) << 20;

Result<QString> patternIn(const Json& json)
{
    FOVEA_TRY(pattern, core::Pattern::fromJson(json));
    return QString::fromStdString(pattern.text());
}

Result<QString> patternAt(const Json& json, std::string_view key)
{
    FOVEA_CHECK(json.stringAt(key));
    return patternIn(*json.find(key));
}

Result<std::vector<QString>> patternsAt(const Json& json, std::string_view key)
{
    std::vector<QString> patterns;
    const Json* member = json.find(key);
    if (!member) return patterns;
    if (!member->array() || member->array()->empty()) return core::fail(Fault::BadFile, fmt::format("\"{}\" is no list of patterns.", key));
    for (const Json& each : *member->array()) {
        FOVEA_TRY(pattern, patternIn(each));
        patterns.push_back(pattern);
    }
    return patterns;
}

Result<NamedPattern> namedPattern(const Json& json)
{
    NamedPattern named;
    for (const auto& [key, text] : {std::pair("id", &named.id), {"name", &named.name}, {"line", &named.line}, {"source", &named.source}}) {
        FOVEA_TRY(value, json.stringAt(key));
        *text = QString::fromStdString(value);
    }
    FOVEA_TRY(pattern, patternAt(json, "pattern"));
    FOVEA_TRY(real, patternAt(json, "real"));
    FOVEA_TRY(layers, patternsAt(json, "layers"));
    FOVEA_TRY(realLayers, patternsAt(json, "realLayers"));
    if (layers.size() != realLayers.size()) return core::fail(Fault::BadFile, "\"layers\" and \"realLayers\" are not equally many.");
    named.pattern = pattern;
    named.realPattern = real;
    named.layers = std::move(layers);
    named.realLayers = std::move(realLayers);
    return named;
}

}   // namespace

QString NamedPattern::plan(core::Index layerCount) const
{
    if (layers.empty()) return QStringLiteral("all: ") + pattern;
    QString rules;
    for (core::Index layer = 0; layer < layerCount; ++layer) {
        if (layer > 0) rules += QStringLiteral("; ");
        rules += QStringLiteral("layer %1: ").arg(layer) + layers[std::size_t(layer) % layers.size()];
    }
    return rules;
}

const NamedPattern* PatternGallery::find(const QString& id) const
{
    const auto found = std::ranges::find(patterns, id, &NamedPattern::id);
    return found == patterns.end() ? nullptr : &*found;
}

core::Result<PatternGallery> PatternGallery::load(const std::filesystem::path& file)
{
    FOVEA_TRY(content, core::readTextFile(file, kLargestFile));
    FOVEA_TRY(json, Json::parse(content, file.string()));
    const Json* patterns = json.find("patterns");
    if (!patterns || !patterns->array()) return core::fail(Fault::BadFile, fmt::format("{}: \"patterns\" is no list.", file.string()));
    PatternGallery gallery;
    for (const Json& each : *patterns->array()) {
        const auto refused = [&](const std::string& what) {
            return core::fail(Fault::BadFile, fmt::format("{}: pattern {}: {}", file.string(), gallery.patterns.size() + 1, what));
        };
        Result<NamedPattern> named = namedPattern(each);
        if (!named) return refused(named.error().what);
        if (gallery.find(named->id)) return refused(fmt::format("the id \"{}\" stands twice.", named->id.toStdString()));
        gallery.patterns.push_back(std::move(*named));
    }
    return gallery;
}

Json PatternGallery::fileOf(const core::Pattern& pattern)
{
    const Json text = pattern.toJson();
    const Json named = Json::object({{"id", "own"}, {"name", text}, {"line", text}, {"source", "Fovea"}, {"pattern", text}, {"real", text}});
    return Json::object({{"patterns", Json(Json::Array{named})}});
}

PatternGallery PatternGallery::builtIn()
{
    const Result<std::filesystem::path> folder = core::resourceFolder("samples");
    return folder ? load(*folder / "patterns" / "named.json").value_or(PatternGallery()) : PatternGallery();
}

}   // namespace ui
