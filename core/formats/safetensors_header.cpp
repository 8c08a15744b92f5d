#include "core/formats/safetensors_header.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/json.h"
#include "core/base/memory.h"
#include "core/base/printable.h"

namespace core
{

static_assert(std::endian::native == std::endian::little, "safetensors stores little-endian numbers and they are copied as they are");

namespace
{

constexpr std::size_t kPrefixBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr const char* kDamaged = "The file is damaged or was not copied completely: get it again.";

tl::unexpected<Error> damaged(std::string what) { return fail(Fault::BadFile, std::move(what), kDamaged); }

tl::unexpected<Error> damagedTensor(std::string_view file, std::string_view tensor, std::string_view what)
{
    return damaged(fmt::format("{}: tensor {} {}.", file, inQuotes(tensor), what));
}

// The header's text, or why there can be none (rules 1 to 3).
Result<std::string> headerText(const InputFile& file, std::string_view name)
{
    if (file.size() < kPrefixBytes) return damaged(fmt::format("{} has {} bytes, too few for a safetensors file.", name, file.size()));
    std::uint64_t length = 0;
    FOVEA_CHECK(file.read(0, std::as_writable_bytes(std::span(&length, 1))));
    if (length > kMaxHeaderBytes) return damaged(fmt::format("{} announces a header of {} bytes; {} are allowed.", name, length, kMaxHeaderBytes));
    if (length > file.size() - kPrefixBytes)
        return damaged(fmt::format("{} announces a header of {} bytes but has {} bytes in all.", name, length, file.size()));
    FOVEA_CHECK(withinBudget(std::int64_t(length), fmt::format("The header of {}", name), "Choose a smaller file, or allow more memory."));
    std::string text(length, ' ');
    FOVEA_CHECK(file.read(kPrefixBytes, std::as_writable_bytes(std::span(text))));
    return text;
}

// The header's text as an object (rule 4).
Result<Json> headerObject(std::string_view text, std::string_view name)
{
    if (!text.starts_with('{')) return damaged(fmt::format("{}: the header does not begin with \"{{\".", name));
    // A NUL ends the text for the parser, which would hide whatever follows it.
    if (text.find('\0') != std::string_view::npos) return damaged(fmt::format("{}: the header contains a NUL byte.", name));
    return Json::parse(text, fmt::format("{}: the header", name), {.bytes = kMaxHeaderBytes, .depth = 16});
}

std::optional<std::uint64_t> countOf(const Json& json)
{
    const std::int64_t* value = json.integer();
    return value && *value >= 0 ? std::optional(std::uint64_t(*value)) : std::nullopt;
}

// shape and data_offsets are arrays of counts; anything else in them is refused rather than rounded.
Result<std::vector<std::uint64_t>> countsAt(const Json& entry, std::string_view key, std::string_view file, std::string_view tensor)
{
    const Json* member = entry.find(key);
    if (!member || !member->isArray()) return damagedTensor(file, tensor, fmt::format("has no \"{}\" array", key));
    std::vector<std::uint64_t> counts;
    for (const Json& item : *member->array()) {
        const std::optional<std::uint64_t> count = countOf(item);
        if (!count) return damagedTensor(file, tensor, fmt::format("has {} in \"{}\", expected whole numbers from 0", printable(item.dump(), kQuotedCharacters), key));
        counts.push_back(*count);
    }
    return counts;
}

std::string written(const std::vector<std::uint64_t>& shape) { return printable(fmt::format("[{}]", fmt::join(shape, ", ")), kQuotedCharacters); }

// product(shape) · bytes of the type, or nothing when it passes the address size (rule 7).
std::optional<std::uint64_t> byteSize(const std::vector<std::uint64_t>& shape, DType type)
{
    if (std::ranges::find(shape, 0u) != shape.end()) return 0;
    std::uint64_t size = std::uint64_t(bytesOf(type));
    for (const std::uint64_t extent : shape)
        if (__builtin_mul_overflow(size, extent, &size)) return std::nullopt;
    return size <= std::uint64_t(std::numeric_limits<Index>::max()) ? std::optional(size) : std::nullopt;
}

// One entry of the header (rules 5, 7 and 8, and END ≥ BEGIN of rule 6).
Result<TensorInfo> tensorFrom(const std::string& tensor, const Json& entry, std::string_view file)
{
    const Json* type = entry.find("dtype");
    if (!type || !type->isString()) return damagedTensor(file, tensor, "has no \"dtype\"");
    const std::optional<DType> dtype = dtypeNamed(*type->string());
    if (!dtype)
        return fail(Fault::BadFile, fmt::format("{}: tensor {} has the unknown type {}.", file, inQuotes(tensor), inQuotes(*type->string())),
                    "Save the model as F32, F16 or BF16.");
    FOVEA_TRY(shape, countsAt(entry, "shape", file, tensor));
    FOVEA_TRY(offsets, countsAt(entry, "data_offsets", file, tensor));
    if (offsets.size() != 2) return damagedTensor(file, tensor, fmt::format("has {} data offsets, expected 2", offsets.size()));
    if (offsets[1] < offsets[0]) return damagedTensor(file, tensor, fmt::format("ends at byte {}, before it begins at {}", offsets[1], offsets[0]));
    const std::optional<std::uint64_t> bytes = byteSize(shape, *dtype);
    if (!bytes) return damagedTensor(file, tensor, fmt::format("has the shape {}, more than can be addressed", written(shape)));
    if (offsets[1] - offsets[0] != *bytes)
        return damagedTensor(file, tensor,
                             fmt::format("has {} bytes of data; its shape {} of {} takes {}", offsets[1] - offsets[0], written(shape), nameOf(*dtype), *bytes));
    TensorInfo info{.name = tensor, .dtype = *dtype, .shape = {}, .begin = std::size_t(offsets[0]), .end = std::size_t(offsets[1])};
    for (const std::uint64_t extent : shape) {
        // Beside a 0 an extent may be anything; it has to fit an Index all the same.
        if (extent > std::uint64_t(std::numeric_limits<Index>::max()))
            return damagedTensor(file, tensor, fmt::format("has the shape {}, more than can be addressed", written(shape)));
        info.shape.push_back(Index(extent));
    }
    return info;
}

Result<std::map<std::string, std::string>> metadataFrom(const Json& json, std::string_view file)
{
    if (!json.isObject()) return damaged(fmt::format("{}: \"__metadata__\" is {}, expected an object.", file, json.kindName()));
    std::map<std::string, std::string> metadata;
    for (const auto& [key, value] : *json.object()) {
        if (!value.isString())
            return damaged(fmt::format("{}: \"__metadata__\" has {} under {}, expected a string.", file, value.kindName(), inQuotes(key)));
        metadata.emplace(key, *value.string());
    }
    return metadata;
}

// Tensors tile the data from its first byte to its last: no holes, no overlaps, nothing behind (rules 6 and 9).
Result<void> checkTiling(const SafetensorsHeader& header, std::size_t fileSize, std::string_view file)
{
    std::vector<const TensorInfo*> order;
    for (const TensorInfo& tensor : header.tensors) order.push_back(&tensor);
    std::ranges::sort(order, {}, [](const TensorInfo* t) { return std::pair(t->begin, t->end); });
    std::size_t reached = 0;
    for (const TensorInfo* tensor : order) {
        if (tensor->begin != reached)
            return damagedTensor(file, tensor->name,
                                 fmt::format("begins at byte {} of the data; the one before it ends at {}", tensor->begin, reached));
        reached = tensor->end;
    }
    const std::size_t available = fileSize - header.dataStart;
    if (reached != available) return damaged(fmt::format("{} has {} bytes of data; its tensors take {}.", file, available, reached));
    return {};
}

}   // namespace

Result<SafetensorsHeader> readSafetensorsHeader(const InputFile& file, std::string_view name)
{
    FOVEA_TRY(text, headerText(file, name));
    FOVEA_TRY(json, headerObject(text, name));
    SafetensorsHeader header{.tensors = {}, .metadata = {}, .dataStart = kPrefixBytes + text.size()};
    for (const auto& [key, value] : *json.object()) {
        if (key == "__metadata__") {
            FOVEA_TRY(metadata, metadataFrom(value, name));
            header.metadata = std::move(metadata);
            continue;
        }
        FOVEA_TRY(tensor, tensorFrom(key, value, name));
        header.tensors.push_back(std::move(tensor));
    }
    FOVEA_CHECK(checkTiling(header, file.size(), name));
    std::ranges::sort(header.tensors, {}, &TensorInfo::name);
    return header;
}

}   // namespace core
