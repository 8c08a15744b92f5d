#include "core/recording/recording_export.h"

#include <algorithm>
#include <span>
#include <system_error>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/base/parallel.h"
#include "core/base/version.h"
#include "core/recording/attention_map.h"

namespace core {

namespace {

constexpr Index kPanelBytes = Index(16) << 20;   // of weights computed side by side before they are written
constexpr const char* kTexts = "token_texts";    // metadata that no other kind of file has
constexpr Index kPieceRows = 16;                 // rows that one thread computes at a time

bool keepsWeights(const ExportOptions& options, Index layer)
{
    const auto inLayer = [layer](HeadId head) { return head.layer == layer; };
    return options.weights && (options.keep.empty() || std::ranges::any_of(options.keep, inLayer));
}

Result<void> checkKept(const Recording& recording, const ExportOptions& options)
{
    for (const HeadId head : options.keep)
        if (head.layer < 0 || head.layer >= recording.layers() || head.head < 0 || head.head >= recording.heads())
            return fail(Fault::BadInput, fmt::format("There is no head {}:{} to keep.", head.layer, head.head),
                        fmt::format("The recording has {} layers with {} heads each, counted from 0.", recording.layers(), recording.heads()));
    return {};
}

Result<void> writeRows(const HeadRows& rows, const ByteSink& sink, const std::stop_token& stop)
{
    for (Index head = 0; head < rows.heads(); ++head)
        for (Index block = 0; block < rows.blocks(); ++block) {
            if (stop.stop_requested()) return cancelled();
            FOVEA_CHECK(sink(std::as_bytes(std::span(rows.panel(head, block), std::size_t(rows.rowsInBlock(block) * rows.width())))));
        }
    return {};
}

// Calls fill(row, out) for every query row of every head of a layer, out [N] of T, and hands the rows to the sink in [H][N][N] order.
template<class T, class FillRows>
Result<void> writeSquares(Index heads, Index n, const ByteSink& sink, const std::stop_token& stop, const FillRows& fill)
{
    if (n == 0) return {};
    const Index panelRows = std::clamp(kPanelBytes / Index(sizeof(T)) / n, kPieceRows, std::max(n, kPieceRows));
    std::vector<T> panel;
    for (Index head = 0; head < heads; ++head)
        for (Index first = 0; first < n; first += panelRows) {
            const Span rows{first, std::min(first + panelRows, n)};
            panel.assign(std::size_t(rows.size() * n), T(0));
            const bool complete = parallelFor(
                ceilDiv(rows.size(), kPieceRows),
                [&](Index piece) {
                    const Index begin = rows.begin + piece * kPieceRows;
                    fill(head, Span{begin, std::min(begin + kPieceRows, rows.end)}, panel.data() + (begin - first) * n);
                },
                stop);
            if (!complete) return cancelled();
            FOVEA_CHECK(sink(std::as_bytes(std::span<const T>(panel))));
        }
    return {};
}

Result<void> writeWeights(const RecordingPtr& recording, Index layer, const ByteSink& sink, const std::stop_token& stop)
{
    std::vector<MapPtr> maps;
    for (Index head = 0; head < recording->heads(); ++head) maps.push_back(mapOf(recording, {layer, head}));
    const Index n = recording->size();
    return writeSquares<float>(Index(maps.size()), n, sink, stop, [&](Index head, Span rows, float* out) {
        maps[std::size_t(head)]->weights(rows, {0, n}, out);
    });
}

Result<void> writeAllowed(const AttentionSite& site, Index n, const ByteSink& sink, const std::stop_token& stop)
{
    return writeSquares<std::uint8_t>(site.heads(), n, sink, stop, [&](Index head, Span rows, std::uint8_t* out) {
        for (Index row = rows.begin; row < rows.end; ++row)
            for (const Span run : site.layouts[std::size_t(head)]->row(row)) std::fill_n(out + (row - rows.begin) * n + run.begin, run.size(), 1);
    });
}

void addLayer(SafetensorsWriter& writer, const RecordingPtr& recording, Index layer, const ExportOptions& options, const std::stop_token& stop)
{
    const AttentionSite& site = recording->sites[std::size_t(layer)];
    const Index n = recording->size(), heads = site.heads();
    const auto add = [&](std::string_view name, const HeadRows& rows, std::vector<Index> shape) {
        writer.add(fmt::format("layer.{}.{}", layer, name), DType::F32, std::move(shape),
                   [&rows, &stop](const ByteSink& sink) { return writeRows(rows, sink, stop); });
    };
    add("q", site.q, {heads, n, site.q.width()});
    add("k", site.k, {site.k.heads(), n, site.k.width()});
    add("v", site.v, {site.v.heads(), n, site.v.width()});
    add("lse", site.lse, {heads, n});
    if (!keepsWeights(options, layer)) return;
    writer.add(fmt::format("layer.{}.weights", layer), DType::F32, {heads, n, n},
               [&recording, layer, &stop](const ByteSink& sink) { return writeWeights(recording, layer, sink, stop); });
    writer.add(fmt::format("layer.{}.allowed", layer), DType::U8, {heads, n, n},
               [&site, n, &stop](const ByteSink& sink) { return writeAllowed(site, n, sink, stop); });
}

void addMetadata(SafetensorsWriter& writer, const Recording& recording)
{
    Json::Array texts, layers;
    for (const Token& token : recording.tokens.items) texts.emplace_back(token.bytes);
    for (const AttentionSite& site : recording.sites) {
        Json::Array heads;
        for (const Mechanism& mechanism : site.mechanisms) heads.emplace_back(textOf(mechanism));
        layers.emplace_back(std::move(heads));
    }
    writer.setMetadata("model", recording.model);
    writer.setMetadata(kTexts, Json(std::move(texts)).dump());
    writer.setMetadata("plan", Json(std::move(layers)).dump());
    writer.setMetadata("fovea_version", version());
}

Result<void> writeFile(const RecordingPtr& recording, const std::filesystem::path& path, const ExportOptions& options, const std::stop_token& stop)
{
    FOVEA_CHECK(checkKept(*recording, options));
    FOVEA_CHECK(checkExportRoom(exportBytes(shapeOf(*recording), options), path));
    const std::vector<TokenId> ids = recording->tokens.ids();
    const RowMatrix& logits = recording->logits;
    SafetensorsWriter writer;
    writer.add("tokens", {recording->size()}, std::span<const std::int32_t>(ids));
    if (logits.cols() > 0) writer.add("logits", {logits.rows(), logits.cols()}, std::span<const float>(logits.data(), std::size_t(logits.size())));
    for (Index layer = 0; layer < recording->layers(); ++layer) addLayer(writer, recording, layer, options, stop);
    addMetadata(writer, *recording);
    return writer.save(path);
}

}   // namespace

ExportShape shapeOf(const Recording& recording)
{
    ExportShape shape{.tokens = recording.size(), .layers = recording.layers(), .heads = recording.heads(), .logits = Index(recording.logits.size())};
    if (shape.layers == 0) return shape;
    const AttentionSite& site = recording.sites.front();
    shape.kvHeads = site.k.heads();
    shape.headDim = site.q.width();
    return shape;
}

std::int64_t exportBytes(const ExportShape& shape, const ExportOptions& options)
{
    const std::int64_t n = shape.tokens, rowOfHeads = (shape.heads + 2 * shape.kvHeads) * shape.headDim + shape.heads;   // q, k, v and lse
    std::int64_t total = n * std::int64_t(sizeof(std::int32_t)) + (shape.logits + shape.layers * n * rowOfHeads) * std::int64_t(sizeof(float));
    for (Index layer = 0; layer < shape.layers; ++layer)
        if (keepsWeights(options, layer)) total += shape.heads * n * n * std::int64_t(sizeof(float) + sizeof(std::uint8_t));
    return total;
}

bool isRecording(const Safetensors& file) { return file.metadata().contains(kTexts); }

Result<void> checkExportRoom(std::int64_t bytes, const std::filesystem::path& path)
{
    FOVEA_TRY(target, fileToSave(path));
    std::error_code error;
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    // A file system that does not tell its room is not asked again: the write itself reports a full disk.
    if (error || space.available >= std::uintmax_t(bytes)) return {};
    return fail(Fault::System,
                fmt::format("{} needs {}, and its disk has {} left.", path.string(), formatBytes(bytes), formatBytes(std::int64_t(space.available))),
                "Leave out --weights, keep fewer layers with --keep, or write to another disk.");
}

Result<void> exportRecording(const RecordingPtr& recording, const std::filesystem::path& path, const ExportOptions& options,
                             const std::stop_token& stop)
{
    return orOutOfMemory([&] { return fmt::format("an export to {}", path.string()); }, "Close other programs, or export fewer layers with --keep.",
                         [&] { return writeFile(recording, path, options, stop); });
}

}   // namespace core
