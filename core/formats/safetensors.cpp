#include "core/formats/safetensors.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/half.h"
#include "core/base/json.h"
#include "core/base/out_of_memory.h"
#include "core/base/printable.h"
#include "core/formats/safetensors_header.h"

namespace core
{

namespace fs = std::filesystem;

namespace
{

constexpr const char* kSingleFile = "model.safetensors";
constexpr const char* kIndexFile = "model.safetensors.index.json";
constexpr std::size_t kMaxIndexBytes = std::size_t(64) << 20;
constexpr const char* kLessMemory = "Close other programs, or choose a smaller model.";

constexpr std::size_t kChunkElements = 8192;   // converted at a time

template<class Stored, class Convert>
Result<void> readConverted(const InputFile& file, std::size_t begin, std::span<float> out, Convert toFloat)
{
    std::array<Stored, kChunkElements> chunk;
    for (std::size_t at = 0; at < out.size(); at += kChunkElements) {
        const auto stored = std::span(chunk).first(std::min(kChunkElements, out.size() - at));
        FOVEA_CHECK(file.read(begin + at * sizeof(Stored), std::as_writable_bytes(stored)));
        std::ranges::transform(stored, out.begin() + std::ptrdiff_t(at), toFloat);
    }
    return {};
}

enum class Form { Single, Shards };
Result<Form> formOf(const fs::path& directory)
{
    std::error_code ignored;
    if (fs::exists(directory / kSingleFile, ignored)) return Form::Single;
    if (fs::exists(directory / kIndexFile, ignored)) return Form::Shards;
    return fail(Fault::BadFile, fmt::format("{} holds neither {} nor {}.", directory.string(), kSingleFile, kIndexFile),
                "Choose the folder of a model in safetensors form.");
}

// A shard's name comes from a file of strangers and must not lead out of its folder.
Result<fs::path> shardPath(const fs::path& directory, const std::string& name)
{
    const fs::path relative(name);
    if (name.empty() || relative.has_root_path() || std::ranges::find(relative, fs::path("..")) != relative.end())
        return fail(Fault::BadFile, fmt::format("{} names the file {}, which lies outside its folder.", (directory / kIndexFile).string(), inQuotes(name)),
                    "Get the model again from a source you trust.");
    return directory / relative;
}

// Tensor names by shard, as the index file maps them.
Result<std::map<std::string, std::vector<std::string>>> readIndex(const fs::path& path)
{
    FOVEA_TRY(text, readFile(path, kMaxIndexBytes));
    FOVEA_TRY(json, Json::parse(text, path.string()));
    const Json* map = json.find("weight_map");
    if (!map || !map->isObject()) return fail(Fault::BadFile, fmt::format("{} has no \"weight_map\" object.", path.string()), "Get the file again.");
    std::map<std::string, std::vector<std::string>> tensorsOf;
    for (const auto& [tensor, shard] : *map->object()) {
        if (!shard.isString())
            return fail(Fault::BadFile, fmt::format("{} maps tensor {} to {}, expected a file name.", path.string(), inQuotes(tensor), shard.kindName()),
                        "Get the file again.");
        tensorsOf[*shard.string()].push_back(tensor);
    }
    return tensorsOf;
}

}   // namespace

Index TensorInfo::elements() const
{
    if (std::find(shape.begin(), shape.end(), 0) != shape.end()) return 0;   // the other extents may be absurd: no product of them
    return std::accumulate(shape.begin(), shape.end(), Index(1), std::multiplies<>());
}

std::string TensorInfo::shapeText() const { return printable(fmt::format("[{}]", fmt::join(shape, ", ")), kQuotedCharacters); }

Result<Safetensors> Safetensors::open(const fs::path& path)
{
    return orOutOfMemory([&] { return path.string(); }, kLessMemory, [&] { return openFile(path); });
}

Result<Safetensors> Safetensors::openDirectory(const fs::path& directory)
{
    return orOutOfMemory([&] { return directory.string(); }, kLessMemory, [&]() -> Result<Safetensors> {
        FOVEA_TRY(form, formOf(directory));
        return form == Form::Single ? openFile(directory / kSingleFile) : openShards(directory);
    });
}

Result<std::vector<fs::path>> Safetensors::filesOf(const fs::path& directory)
{
    return orOutOfMemory([&] { return directory.string(); }, kLessMemory, [&]() -> Result<std::vector<fs::path>> {
        FOVEA_TRY(form, formOf(directory));
        if (form == Form::Single) return std::vector<fs::path>{kSingleFile};
        FOVEA_TRY(tensorsOf, readIndex(directory / kIndexFile));
        std::vector<fs::path> files;
        for (const auto& [shard, tensors] : tensorsOf) files.emplace_back(shard);
        return files;
    });
}

Result<Safetensors> Safetensors::openFile(const fs::path& path)
{
    FOVEA_TRY(file, InputFile::open(path));
    FOVEA_TRY(header, readSafetensorsHeader(file, path.string()));
    Safetensors result;
    result.m_path = path;
    result.m_files.push_back(std::move(file));
    result.m_fileOf.assign(header.tensors.size(), 0);
    result.m_tensors = std::move(header.tensors);
    result.m_dataStart.push_back(header.dataStart);
    result.m_metadata = std::move(header.metadata);
    return result;
}

Result<Safetensors> Safetensors::openShards(const fs::path& directory)
{
    FOVEA_TRY(tensorsOf, readIndex(directory / kIndexFile));
    Safetensors result;
    result.m_path = directory / kIndexFile;
    for (const auto& [shard, tensors] : tensorsOf) {
        FOVEA_TRY(path, shardPath(directory, shard));
        FOVEA_TRY(file, openFile(path));
        FOVEA_CHECK(result.adopt(file, tensors));
    }
    result.sortByName();
    return result;
}

Result<void> Safetensors::adopt(const Safetensors& other, const std::vector<std::string>& wanted)
{
    for (const std::string& name : wanted) {
        const TensorInfo* tensor = other.find(name);
        if (!tensor)
            return fail(Fault::BadFile, fmt::format("{} lacks tensor {}, which {} says it holds.", other.m_path.string(), inQuotes(name), m_path.string()),
                        "Get the missing parts of the model again.");
        m_tensors.push_back(*tensor);
        m_fileOf.push_back(m_files.size());
    }
    m_files.push_back(other.m_files.front());
    m_dataStart.push_back(other.m_dataStart.front());
    m_metadata.insert(other.m_metadata.begin(), other.m_metadata.end());
    return {};
}

void Safetensors::sortByName()
{
    std::vector<std::size_t> order(m_tensors.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [this](std::size_t i) -> const std::string& { return m_tensors[i].name; });
    std::vector<TensorInfo> tensors;
    std::vector<std::size_t> fileOf;
    for (const std::size_t i : order) {
        tensors.push_back(std::move(m_tensors[i]));
        fileOf.push_back(m_fileOf[i]);
    }
    m_tensors = std::move(tensors);
    m_fileOf = std::move(fileOf);
}

const TensorInfo* Safetensors::find(std::string_view name) const
{
    const auto at = std::ranges::lower_bound(m_tensors, name, {}, [](const TensorInfo& t) -> std::string_view { return t.name; });
    return at != m_tensors.end() && at->name == name ? &*at : nullptr;
}

Result<Safetensors::Place> Safetensors::placeOf(const TensorInfo& tensor) const
{
    const TensorInfo* own = find(tensor.name);
    if (!own) return fail(Fault::BadFile, fmt::format("{} has no tensor {}.", m_path.string(), inQuotes(tensor.name)), "Open the file that holds it.");
    const std::size_t file = m_fileOf[std::size_t(own - m_tensors.data())];
    return Place{.file = &m_files[file], .begin = m_dataStart[file] + own->begin, .size = own->end - own->begin};
}

Result<std::vector<std::byte>> Safetensors::readBytes(const TensorInfo& tensor) const
{
    return orOutOfMemory([&] { return m_path.string(); }, kLessMemory, [&]() -> Result<std::vector<std::byte>> {
        FOVEA_TRY(place, placeOf(tensor));
        std::vector<std::byte> bytes(place.size);
        FOVEA_CHECK(place.file->read(place.begin, bytes));
        return bytes;
    });
}

Result<void> Safetensors::readFloats(const TensorInfo& tensor, std::span<float> out) const
{
    FOVEA_TRY(place, placeOf(tensor));
    if (place.size != out.size() * std::size_t(bytesOf(tensor.dtype)))
        return fail(Fault::BadFile,
                    fmt::format("{}: tensor {} has {} bytes, not {} elements of {}.", m_path.string(), inQuotes(tensor.name), place.size, out.size(),
                                nameOf(tensor.dtype)),
                    "Get the file again.");
    switch (tensor.dtype) {
    case DType::F32:
        return place.file->read(place.begin, std::as_writable_bytes(out));
    case DType::F64:
        return readConverted<double>(*place.file, place.begin, out, [](double value) { return float(value); });
    case DType::F16:
        return readConverted<std::uint16_t>(*place.file, place.begin, out, fromHalf);
    case DType::BF16:
        return readConverted<std::uint16_t>(*place.file, place.begin, out, fromBfloat16);
    default:
        return fail(Fault::Unsupported, fmt::format("{}: tensor {} is stored as {}.", m_path.string(), inQuotes(tensor.name), nameOf(tensor.dtype)),
                    "Save the model as F32, F16 or BF16.");
    }
}

}   // namespace core
