#include "ui/state/context_presets.h"

#include <array>

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/text/text_file.h"

namespace ui {

namespace {

using core::Fault;
using core::Json;
using core::Result;

constexpr std::size_t kLargestFile = std::size_t(1) << 20;

constexpr std::array<std::pair<std::string_view, ContextReading>, 4> kReadings{{{"full", ContextReading::Full},
                                                                                {"sliding", ContextReading::Sliding},
                                                                                {"sinks", ContextReading::WithSinks},
                                                                                {"cropped", ContextReading::Cropped}}};

Result<ContextReading> readingAt(const Json& json)
{
    FOVEA_TRY(name, json.stringAt("reading"));
    for (const auto& [known, reading] : kReadings)
        if (name == known) return reading;
    return core::fail(Fault::BadFile, fmt::format("\"reading\" is \"{}\"; it can be full, sliding, sinks or cropped.", name));
}

// {"reading", "value"} and either "what", loss or divergence, or "token".
Result<ContextFact> factOf(const Json& json)
{
    FOVEA_TRY(reading, readingAt(json));
    FOVEA_TRY(value, json.numberAt("value"));
    ContextFact fact{.reading = reading, .kind = ContextFact::Kind::Probability, .token = {}, .value = value};
    if (json.find("token")) {
        FOVEA_TRY(token, json.stringAt("token"));
        fact.token = QString::fromStdString(token);
        return fact;
    }
    FOVEA_TRY(what, json.stringAt("what"));
    if (what != "loss" && what != "divergence")
        return core::fail(Fault::BadFile, fmt::format("\"what\" is \"{}\"; it can be loss or divergence.", what));
    fact.kind = what == "loss" ? ContextFact::Kind::Loss : ContextFact::Kind::Divergence;
    return fact;
}

Result<ContextPreset> presetOf(const Json& json)
{
    FOVEA_TRY(title, json.stringAt("title"));
    FOVEA_TRY(text, json.stringAt("text"));
    FOVEA_TRY(window, json.integerAt("window"));
    FOVEA_TRY(sinks, json.integerAt("sinks"));
    FOVEA_TRY(look, json.stringAt("look"));
    ContextPreset preset{.title = QString::fromStdString(title),
                         .text = QString::fromStdString(text),
                         .window = {.window = window, .sinks = sinks},
                         .look = QString::fromStdString(look),
                         .shows = {}};
    FOVEA_CHECK(preset.window.check());
    const Json* shows = json.find("shows");
    if (!shows || !shows->array()) return core::fail(Fault::BadFile, "\"shows\" is no list.");
    for (const Json& each : *shows->array()) {
        FOVEA_TRY(fact, factOf(each));
        preset.shows.push_back(std::move(fact));
    }
    return preset;
}

}   // namespace

const core::ContextRun* readingOf(const core::ContextEffect& effect, ContextReading reading)
{
    switch (reading) {
    case ContextReading::Full:
        return &effect.full;
    case ContextReading::Sliding:
        return &effect.sliding;
    case ContextReading::WithSinks:
        return effect.withSinks ? &*effect.withSinks : nullptr;
    case ContextReading::Cropped:
        return &effect.cropped;
    }
    return nullptr;
}

const ContextPreset* ContextPresets::find(const QString& text, const QString& onModel, const core::ContextWindow& window) const
{
    for (const ContextPreset& preset : contexts)
        if (onModel == model && preset.text == text && preset.window == window) return &preset;
    return nullptr;
}

core::Result<ContextPresets> readContextPresets(const std::filesystem::path& file)
{
    FOVEA_TRY(content, core::readTextFile(file, kLargestFile));
    FOVEA_TRY(json, Json::parse(content, file.string()));
    FOVEA_TRY(model, json.stringAt("model"));
    ContextPresets presets{.model = QString::fromStdString(model), .contexts = {}};
    const Json* contexts = json.find("contexts");
    if (!contexts || !contexts->array()) return core::fail(Fault::BadFile, fmt::format("{}: \"contexts\" is no list.", file.string()));
    for (const Json& each : *contexts->array()) {
        Result<ContextPreset> preset = presetOf(each);
        if (!preset)
            return core::fail(Fault::BadFile, fmt::format("{}: text {}: {}", file.string(), presets.contexts.size() + 1, preset.error().what));
        presets.contexts.push_back(std::move(*preset));
    }
    return presets;
}

ContextPresets builtInContextPresets()
{
    const Result<std::filesystem::path> folder = core::resourceFolder("samples");
    return folder ? readContextPresets(*folder / "contexts.json").value_or(ContextPresets()) : ContextPresets();
}

}   // namespace ui
