#include "ui/state/samples.h"

#include <algorithm>
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

// [3, 5]
Result<std::array<core::Index, 2>> twoAt(const Json& json, std::string_view key)
{
    const Json* member = json.find(key);
    const Json::Array* values = member ? member->array() : nullptr;
    const bool fits = values && values->size() == 2 && std::ranges::all_of(*values, [](const Json& v) { return v.integer() && *v.integer() >= 0; });
    if (!fits) return core::fail(Fault::BadFile, fmt::format("\"{}\" is not a list of two numbers from 0.", key));
    return std::array{core::Index(*(*values)[0].integer()), core::Index(*(*values)[1].integer())};
}

Result<SampleWeight> weightOf(const Json& json)
{
    FOVEA_TRY(head, twoAt(json, "head"));
    FOVEA_TRY(pair, twoAt(json, "pair"));
    FOVEA_TRY(weight, json.numberAt("weight"));
    return SampleWeight{.head = {head[0], head[1]}, .pair = {pair[0], pair[1]}, .weight = weight};
}

Result<Sample> sampleOf(const Json& json)
{
    FOVEA_TRY(title, json.stringAt("title"));
    FOVEA_TRY(text, json.stringAt("text"));
    FOVEA_TRY(look, json.stringAt("look"));
    std::string beside;
    if (json.find("beside")) {
        FOVEA_TRY(given, json.stringAt("beside"));
        beside = given;
    }
    Sample sample{.title = QString::fromStdString(title),
                  .text = QString::fromStdString(text),
                  .beside = QString::fromStdString(beside),
                  .look = QString::fromStdString(look),
                  .shows = {}};
    const Json* shows = json.find("shows");
    if (!shows || !shows->array()) return core::fail(Fault::BadFile, "\"shows\" is no list.");
    for (const Json& each : *shows->array()) {
        FOVEA_TRY(weight, weightOf(each));
        sample.shows.push_back(weight);
    }
    return sample;
}

}   // namespace

const Sample* Samples::find(const QString& text, const QString& onModel) const
{
    const auto found = onModel == model ? std::ranges::find(sentences, text, &Sample::text) : sentences.end();
    return found == sentences.end() ? nullptr : &*found;
}

QString Samples::besideOf(const QString& text) const
{
    const auto found = std::ranges::find(sentences, text, &Sample::text);
    return found == sentences.end() || found->beside.isEmpty() ? text : found->beside;
}

core::Result<Samples> readSamples(const std::filesystem::path& file)
{
    FOVEA_TRY(content, core::readTextFile(file, kLargestFile));
    FOVEA_TRY(json, Json::parse(content, file.string()));
    FOVEA_TRY(model, json.stringAt("model"));
    Samples samples{.model = QString::fromStdString(model), .sentences = {}};
    const Json* sentences = json.find("sentences");
    if (!sentences || !sentences->array()) return core::fail(Fault::BadFile, fmt::format("{}: \"sentences\" is no list.", file.string()));
    for (const Json& each : *sentences->array()) {
        Result<Sample> sample = sampleOf(each);
        if (!sample)
            return core::fail(Fault::BadFile, fmt::format("{}: sentence {}: {}", file.string(), samples.sentences.size() + 1, sample.error().what));
        samples.sentences.push_back(std::move(*sample));
    }
    return samples;
}

Samples builtInSamples()
{
    const Result<std::filesystem::path> folder = core::resourceFolder("samples");
    return folder ? readSamples(*folder / "sentences.json").value_or(Samples()) : Samples();
}

}   // namespace ui
