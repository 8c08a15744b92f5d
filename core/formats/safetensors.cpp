#include "core/formats/safetensors.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/half.h"
#include "core/base/json.h"
#include "core/base/out_of_memory.h"
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

// Data of a mapped file has no alignment, so every element is copied out before it is used.
template<class Stored, class Convert>
void convert(std::span<const std::byte> bytes, std::span<float> out, Convert toFloat)
{
    for (std::size_t i = 0; i < out.size(); ++i) {
        Stored value;
        std::memcpy(&value, bytes.data() + i * sizeof(Stored), sizeof(Stored));
        out[i] = toFloat(value);
    }
}

// A shard's name comes from a file of strangers and must not lead out of its folder.
Result<fs::path> shardPath(const fs::path& directory, const std::string& name)
{
    const fs::path relative(name);
    if (name.empty() || relative.has_root_path() || std::ranges::find(relative, fs::path("..")) != relative.end())
        return fail(Fault::BadFile, fmt::format("{} names the file \"{}\", which lies outside its folder.", (directory / kIndexFile).string(), name),
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
            return fail(Fault::BadFile, fmt::format("{} maps tensor \"{}\" to {}, expected a file name.", path.string(), tensor, shard.kindName()),
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

std::string TensorInfo::shapeText() const { return fmt::format("[{}]", fmt::join(shape, ", ")); }

Result<Safetensors> Safetensors::open(const fs::path& path)
{
    return orOutOfMemory([&] { return path.string(); }, kLessMemory, [&] { return openFile(path); });
}

Result<Safetensors> Safetensors::openDirectory(const fs::path& directory)
{
    return orOutOfMemory([&] { return directory.string(); }, kLessMemory, [&]() -> Result<Safetensors> {
        std::error_code ignored;
        if (fs::exists(directory / kSingleFile, ignored)) return openFile(directory / kSingleFile);
        if (fs::exists(directory / kIndexFile, ignored)) return openShards(directory);
        return fail(Fault::BadFile, fmt::format("{} holds neither {} nor {}.", directory.string(), kSingleFile, kIndexFile),
                    "Choose the folder of a model in safetensors form.");
    });
}

Result<Safetensors> Safetensors::openFile(const fs::path& path)
{
    FOVEA_TRY(file, MappedFile::open(path));
    FOVEA_TRY(header, parseSafetensorsHeader(file.bytes(), path.string()));
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
            return fail(Fault::BadFile, fmt::format("{} lacks tensor \"{}\", which {} says it holds.", other.m_path.string(), name, m_path.string()),
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

std::span<const std::byte> Safetensors::bytes(const TensorInfo& tensor) const
{
    const TensorInfo* own = find(tensor.name);
    if (!own) return {};
    const std::size_t file = m_fileOf[std::size_t(own - m_tensors.data())];
    return m_files[file].bytes().subspan(m_dataStart[file] + own->begin, own->end - own->begin);
}

Result<void> Safetensors::readFloats(const TensorInfo& tensor, std::span<float> out) const
{
    const std::span<const std::byte> data = bytes(tensor);
    if (data.size() != out.size() * std::size_t(bytesOf(tensor.dtype)))
        return fail(Fault::BadFile,
                    fmt::format("{}: tensor \"{}\" has {} bytes, not {} elements of {}.", m_path.string(), tensor.name, data.size(), out.size(),
                                nameOf(tensor.dtype)),
                    "Get the file again.");
    switch (tensor.dtype) {
    case DType::F32:
        if (!out.empty()) std::memcpy(out.data(), data.data(), data.size());
        return {};
    case DType::F64:
        convert<double>(data, out, [](double value) { return float(value); });
        return {};
    case DType::F16:
        convert<std::uint16_t>(data, out, fromHalf);
        return {};
    case DType::BF16:
        convert<std::uint16_t>(data, out, fromBfloat16);
        return {};
    default:
        return fail(Fault::Unsupported, fmt::format("{}: tensor \"{}\" is stored as {}.", m_path.string(), tensor.name, nameOf(tensor.dtype)),
                    "Save the model as F32, F16 or BF16.");
    }
}

}   // namespace core
