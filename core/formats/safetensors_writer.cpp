#include "core/formats/safetensors.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "core/base/half.h"
#include "core/base/json.h"
#include "core/base/out_of_memory.h"

namespace core
{

namespace
{

constexpr std::size_t kAlignment = 8;
constexpr std::size_t kChunkElements = 16384;   // converted at a time

std::optional<std::int64_t> byteSize(DType type, const std::vector<Index>& shape)
{
    std::int64_t size = bytesOf(type);
    for (const Index extent : shape)
        if (extent < 0 || __builtin_mul_overflow(size, std::int64_t(extent), &size)) return std::nullopt;
    return size;
}

// One by one: when memory ends inside a list of initializers, GCC 12 destroys members of it that were never made.
Json description(DType type, const std::vector<Index>& shape, Span bytes)
{
    Json json;
    json.set("dtype", Json(nameOf(type)));
    json.set("shape", Json::array(shape));
    json.set("data_offsets", Json::array(std::array{bytes.begin, bytes.end}));
    return json;
}

// A finite number must not become an infinity in silence: the file would then hold another model.
Result<void> writeAsHalf(std::string_view tensor, std::span<const float> values, const ByteSink& sink)
{
    std::array<std::uint16_t, kChunkElements> chunk;
    for (std::size_t at = 0; at < values.size(); at += kChunkElements) {
        const std::span<const float> part = values.subspan(at, std::min(kChunkElements, values.size() - at));
        std::ranges::transform(part, chunk.begin(), toHalf);
        for (std::size_t i = 0; i < part.size(); ++i)
            if (std::isfinite(part[i]) && !std::isfinite(fromHalf(chunk[i])))
                return fail(Fault::BadInput, fmt::format("Tensor \"{}\" holds {}; F16 ends at 65504.", tensor, part[i]), "Store it as F32.");
        FOVEA_CHECK(sink(std::as_bytes(std::span(chunk).first(part.size()))));
    }
    return {};
}

}   // namespace

void SafetensorsWriter::add(std::string name, DType dtype, std::vector<Index> shape, std::function<Result<void>(const ByteSink&)> fill)
{
    m_entries.push_back({std::move(name), dtype, std::move(shape), std::move(fill)});
}

void SafetensorsWriter::add(std::string name, std::vector<Index> shape, std::span<const float> values)
{
    addFloats(std::move(name), DType::F32, std::move(shape), {values});
}

void SafetensorsWriter::add(std::string name, std::vector<Index> shape, std::span<const std::int32_t> values)
{
    add(std::move(name), DType::I32, std::move(shape), [values](const ByteSink& sink) { return sink(std::as_bytes(values)); });
}

void SafetensorsWriter::addHalf(std::string name, std::vector<Index> shape, std::span<const float> values)
{
    addFloats(std::move(name), DType::F16, std::move(shape), {values});
}

void SafetensorsWriter::addFloats(std::string name, DType dtype, std::vector<Index> shape, std::vector<std::span<const float>> pieces)
{
    assert(dtype == DType::F32 || dtype == DType::F16);
    auto fill = [name, dtype, parts = std::move(pieces)](const ByteSink& sink) -> Result<void> {
        for (const std::span<const float> part : parts) FOVEA_CHECK(dtype == DType::F16 ? writeAsHalf(name, part, sink) : sink(std::as_bytes(part)));
        return {};
    };
    add(std::move(name), dtype, std::move(shape), std::move(fill));
}

void SafetensorsWriter::setMetadata(std::string key, std::string value) { m_metadata.insert_or_assign(std::move(key), std::move(value)); }

Result<std::string> SafetensorsWriter::header(const std::vector<const Entry*>& order) const
{
    Json::Object members;
    if (!m_metadata.empty()) {
        Json::Object metadata;
        for (const auto& [key, value] : m_metadata) metadata.emplace_back(key, Json(value));
        members.emplace_back("__metadata__", Json(std::move(metadata)));
    }
    std::int64_t begin = 0;
    for (const Entry* entry : order) {
        const std::optional<std::int64_t> size = byteSize(entry->dtype, entry->shape);
        std::int64_t end = 0;
        if (!size || __builtin_add_overflow(begin, *size, &end))
            return fail(Fault::BadInput, fmt::format("Tensor \"{}\" has a shape that no file can hold.", entry->name),
                        "Save fewer or smaller tensors.");
        members.emplace_back(entry->name, description(entry->dtype, entry->shape, {begin, end}));
        begin = end;
    }
    std::string text = Json(std::move(members)).dump();
    text.append((kAlignment - text.size() % kAlignment) % kAlignment, ' ');   // the data then starts aligned, as the reference writer's does
    return text;
}

Result<void> SafetensorsWriter::save(const std::filesystem::path& path) const
{
    return orOutOfMemory([&] { return "writing " + path.string(); }, "Close other programs.", [&] { return write(path); });
}

Result<void> SafetensorsWriter::write(const std::filesystem::path& path) const
{
    std::vector<const Entry*> order;
    for (const Entry& entry : m_entries) order.push_back(&entry);
    // Widest type first keeps every tensor aligned to its own elements.
    std::ranges::sort(order, {}, [](const Entry* e) { return std::pair(-bytesOf(e->dtype), std::string_view(e->name)); });
    std::vector<std::string_view> names;
    for (const Entry* entry : order) names.push_back(entry->name);
    std::ranges::sort(names);
    if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
        return fail(Fault::BadInput, fmt::format("Two tensors to be saved in {} are named \"{}\".", path.string(), *twice),
                    "Give each its own name.");
    if (std::ranges::find(names, "__metadata__") != names.end())
        return fail(Fault::BadInput, "A tensor cannot be named \"__metadata__\".", "Give it another name.");
    FOVEA_TRY(text, header(order));
    return saveFile(path, [&](const ByteSink& sink) -> Result<void> {
        const std::uint64_t length = text.size();
        FOVEA_CHECK(sink(std::as_bytes(std::span(&length, 1))));
        FOVEA_CHECK(sink(std::as_bytes(std::span(text.data(), text.size()))));
        for (const Entry* entry : order) FOVEA_CHECK(writeData(*entry, sink));
        return {};
    });
}

Result<void> SafetensorsWriter::writeData(const Entry& entry, const ByteSink& sink)
{
    std::int64_t written = 0;
    FOVEA_CHECK(entry.fill([&](std::span<const std::byte> bytes) {
        written += std::int64_t(bytes.size());
        return sink(bytes);
    }));
    const std::int64_t expected = byteSize(entry.dtype, entry.shape).value_or(-1);
    if (written != expected)
        return fail(Fault::BadInput, fmt::format("Tensor \"{}\" delivered {} bytes; its shape takes {}.", entry.name, written, expected),
                    "Give data of the tensor's own shape.");
    return {};
}

}   // namespace core
