#include "ui/state/session_file.h"

#include <array>

#include <fmt/format.h>

#include "core/attention/attention_plan.h"
#include "core/base/json.h"
#include "core/text/text_file.h"
#include "ui/state/view_json.h"

namespace ui {

namespace {

using core::Fault;
using core::Json;
using core::Result;

constexpr const char* kFormat = "fovea session";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kLargestFile = std::size_t(4) << 20;         // bytes; two texts of the largest size with every letter escaped, and a drawing
constexpr std::int64_t kLargestNumber = std::int64_t(1) << 31;   // of a layer, a head or a place in the text; sums of two stay exact

Json placeToJson(const TokenPlace& place)
{
    return Json(Json::Array{std::int64_t(place.begin), std::int64_t(place.end), place.part});
}

// Whole numbers from 0.
template<std::size_t kCount>
Result<std::array<std::int64_t, kCount>> numbersAt(const Json& json, const char* key)
{
    const Json* member = json.find(key);
    const Json::Array* values = member ? member->array() : nullptr;
    std::array<std::int64_t, kCount> numbers{};
    bool fits = values && values->size() == kCount;
    for (std::size_t i = 0; fits && i < kCount; ++i) {
        const std::int64_t* number = (*values)[i].integer();
        fits = number && *number >= 0 && *number < kLargestNumber;
        if (fits) numbers[i] = *number;
    }
    if (!fits) return core::fail(Fault::BadFile, fmt::format("\"{}\" is not a list of {} numbers from 0.", key, kCount));
    return numbers;
}

Result<TokenPlace> placeAt(const Json& json, const char* key, qsizetype length)
{
    FOVEA_TRY(numbers, numbersAt<3>(json, key));
    const auto [begin, end, part] = numbers;
    if (begin > end || end > length)
        return core::fail(Fault::BadFile, fmt::format("\"{}\" goes from {} to {} in a text of {} letters.", key, begin, end, length));
    return TokenPlace{.begin = qsizetype(begin), .end = qsizetype(end), .part = int(part)};
}

Result<std::optional<Pin>> pinFrom(const Json& json, qsizetype length)
{
    const Json* pin = json.find("pin");
    if (!pin || pin->isNull()) return std::nullopt;
    const Result<TokenPlace> query = placeAt(*pin, "query", length), key = placeAt(*pin, "key", length);
    for (const Result<TokenPlace>* place : {&query, &key})
        if (!*place) return core::fail(Fault::BadFile, fmt::format("\"pin\": {}", place->error().what));
    return Pin{.query = *query, .key = *key};
}

Result<QString> textFrom(const Json& json)
{
    FOVEA_TRY(text, json.stringAt("text"));
    QString exact = exactText(text);
    if (exact.size() > kLongestText) return tl::unexpected(tooLongText(QStringLiteral("\"text\""), exact.size()));
    return exact;
}

Result<std::optional<SecondSentence>> secondFrom(const Json& json)
{
    const Json* second = json.find("second");
    if (!second || second->isNull()) return std::nullopt;
    FOVEA_TRY(text, textFrom(*second));
    SecondSentence sentence{.text = text, .pin = {}};
    FOVEA_TRY(pin, pinFrom(*second, sentence.text.size()));
    sentence.pin = pin;
    return sentence;
}

// Absent in files of programs that did not compare.
Result<QStringList> patternsFrom(const Json& json)
{
    const Json* patterns = json.find("patterns");
    if (!patterns) return QStringList{kFirstPattern};
    const Json::Array* texts = patterns->array();
    if (!texts || texts->empty() || texts->size() > std::size_t(kMostPatterns))
        return core::fail(Fault::BadFile, fmt::format("\"patterns\" is not a list of 1 to {} patterns.", kMostPatterns));
    QStringList result;
    for (const Json& each : *texts) {
        const std::string* text = each.string();
        const auto parsed = text ? core::Pattern::parse(*text) : core::Result<core::Pattern>(core::fail(Fault::BadFile, "it is no text."));
        if (!parsed) return core::fail(Fault::BadFile, fmt::format("\"patterns\": number {} cannot be read: {}", result.size() + 1, parsed.error().what));
        result.append(exactText(*text));
    }
    return result;
}

Json cellsToJson(const QRectF& cells) { return Json(Json::Array{cells.x(), cells.y(), cells.width(), cells.height()}); }

Json pinToJson(const Pin& pin) { return Json::object({{"query", placeToJson(pin.query)}, {"key", placeToJson(pin.key)}}); }

Result<DocumentState> documentFrom(const Json& json)
{
    FOVEA_TRY(text, textFrom(json));
    FOVEA_TRY(model, json.stringAt("model"));
    if (model.empty()) return core::fail(Fault::BadFile, "\"model\" is empty.");
    FOVEA_TRY(plan, json.stringAt("plan", ""));
    FOVEA_TRY(head, numbersAt<2>(json, "head"));
    if (const auto parsed = core::AttentionPlan::parse(plan); !parsed)
        return core::fail(Fault::BadFile, fmt::format("\"plan\" cannot be read: {}", parsed.error().what));
    DocumentState document{
        .text = text, .model = QString::fromStdString(model), .plan = QString::fromStdString(plan), .head = {head[0], head[1]}, .pin = {}};
    FOVEA_TRY(pin, pinFrom(json, document.text.size()));
    document.pin = pin;
    const auto second = secondFrom(json);
    if (!second) return core::fail(second.error().fault, fmt::format("\"second\": {}", second.error().what), second.error().remedy);
    document.second = *second;
    FOVEA_TRY(patterns, patternsFrom(json));
    document.patterns = patterns;
    return document;
}

Result<std::optional<QRectF>> cellsFrom(const Json& json)
{
    const Json* cells = json.find("cells");
    if (!cells || cells->isNull()) return std::nullopt;
    double at[4] = {};
    bool fits = cells->array() && cells->array()->size() == 4;
    for (std::size_t i = 0; fits && i < 4; ++i) {
        const std::optional<double> number = (*cells->array())[i].number();
        fits = number && std::abs(*number) < double(kLargestNumber) && (i < 2 || *number > 0.0);
        if (fits) at[i] = *number;
    }
    if (!fits) return core::fail(Fault::BadFile, "\"cells\" is not a list of left, top, width and height.");
    return QRectF(at[0], at[1], at[2], at[3]);
}

Result<CellsSeen> cellsOfBoth(const Json& json, const DocumentState& document)
{
    FOVEA_TRY(first, cellsFrom(json));
    if (!document.second) return CellsSeen{first};
    const auto second = cellsFrom(*json.find("second"));
    if (!second) return core::fail(Fault::BadFile, fmt::format("\"second\": {}", second.error().what));
    return CellsSeen{first, *second};
}

Result<void> checkFormat(const Json& json)
{
    const Json* format = json.find("format");
    if (!format || !format->string() || *format->string() != kFormat)
        return core::fail(Fault::BadFile, fmt::format("\"format\" is not \"{}\".", kFormat), "Choose a file that was saved by File → Save session.");
    FOVEA_TRY(version, json.integerAt("version"));
    if (version == kVersion) return {};
    return core::fail(Fault::Unsupported, fmt::format("\"version\" is {}, and this program reads {}.", version, kVersion), "Open it with a newer Fovea.");
}

Result<SavedSession> sessionFrom(const Json& json, const ViewState& view)
{
    FOVEA_CHECK(checkFormat(json));
    FOVEA_TRY(document, documentFrom(json));
    FOVEA_TRY(cells, cellsOfBoth(json, document));
    const Json* saved = json.find("view");
    auto shown = saved ? viewFromJson(*saved, ViewPart::Picture, view) : Result<ViewState>(view);
    if (!shown) return core::fail(Fault::BadFile, fmt::format("\"view\": {}", shown.error().what));
    return SavedSession{.document = document, .view = *shown, .cells = cells};
}

}   // namespace

std::string sessionText(const SavedSession& session)
{
    const DocumentState& document = session.document;
    Json json = Json::object({{"format", kFormat},
                              {"version", kVersion},
                              {"text", document.text.toStdString()},
                              {"model", document.model.toStdString()},
                              {"plan", document.plan.toStdString()},
                              {"head", Json(Json::Array{std::int64_t(document.head.layer), std::int64_t(document.head.head)})}});
    if (document.pin) json.set("pin", pinToJson(*document.pin));
    if (document.second) {
        Json second = Json::object({{"text", document.second->text.toStdString()}});
        if (document.second->pin) second.set("pin", pinToJson(*document.second->pin));
        if (const auto& cells = session.cells[std::size_t(Side::Second)]) second.set("cells", cellsToJson(*cells));
        json.set("second", second);
    }
    Json::Array patterns;
    for (const QString& pattern : document.patterns) patterns.emplace_back(pattern.toStdString());
    json.set("patterns", Json(std::move(patterns)));
    json.set("view", viewToJson(session.view, ViewPart::Picture));
    if (const auto& cells = session.cells[std::size_t(Side::First)]) json.set("cells", cellsToJson(*cells));
    return json.dump(1) + "\n";
}

Result<SavedSession> sessionOf(std::string_view text, const std::string& name, const ViewState& view)
{
    FOVEA_TRY(json, Json::parse(text, name));
    Result<SavedSession> session = sessionFrom(json, view);
    if (!session) return core::fail(session.error().fault, fmt::format("{}: {}", name, session.error().what), session.error().remedy);
    return session;
}

Result<SavedSession> readSession(const std::filesystem::path& file, const ViewState& view)
{
    FOVEA_TRY(text, core::readTextFile(file, kLargestFile));
    return sessionOf(text, file.string(), view);
}

}   // namespace ui
