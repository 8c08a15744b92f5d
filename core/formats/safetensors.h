// safetensors: headers are read at once, tensors when they are asked for; written by write-and-rename. Layout and refusals: formats reference section 1; order of the checks follows it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace core
{

enum class DType { Bool, U8, I8, F8_E5M2, F8_E4M3, I16, U16, F16, BF16, I32, U32, F32, F64, I64, U64 };
[[nodiscard]] Index bytesOf(DType type);
[[nodiscard]] std::string_view nameOf(DType type);   // "F32", as in the file
[[nodiscard]] std::optional<DType> dtypeNamed(std::string_view name);

struct TensorInfo {
    std::string name;
    DType dtype = DType::F32;
    std::vector<Index> shape;   // [] is a scalar; a 0 makes an empty tensor
    std::size_t begin = 0;      // bytes, relative to the data buffer
    std::size_t end = 0;
    [[nodiscard]] Index elements() const;
    [[nodiscard]] std::string shapeText() const;   // "[4096, 256]"
};

// An open file. Copies share it.
class Safetensors
{
public:
    // Errors: BadFile naming the file, the tensor and the offending numbers, for everything the format forbids; OverBudget when a header
    // needs more memory than the system gives.
    [[nodiscard]] static Result<Safetensors> open(const std::filesystem::path& path);
    // A single file, or the sharded set named by an index file, merged. Errors: as open; also a shard that lacks a tensor or leaves the folder.
    [[nodiscard]] static Result<Safetensors> openDirectory(const std::filesystem::path& directory);

    // The files that openDirectory reads, as names in the folder. Errors: as there.
    [[nodiscard]] static Result<std::vector<std::filesystem::path>> filesOf(const std::filesystem::path& directory);

    [[nodiscard]] const std::vector<TensorInfo>& tensors() const { return m_tensors; }   // in name order
    [[nodiscard]] const TensorInfo* find(std::string_view name) const;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }   // for messages; of a sharded set the index file
    [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    // As the file holds them. Errors: BadFile, also when the file has become shorter; OverBudget.
    [[nodiscard]] Result<std::vector<std::byte>> readBytes(const TensorInfo& tensor) const;
    // Converts F64, F32, F16 and BF16 to float. `out` has tensor.elements() places. Errors: as readBytes; Unsupported naming tensor and dtype.
    [[nodiscard]] Result<void> readFloats(const TensorInfo& tensor, std::span<float> out) const;

private:
    [[nodiscard]] static Result<Safetensors> openFile(const std::filesystem::path& path);
    [[nodiscard]] static Result<Safetensors> openShards(const std::filesystem::path& directory);
    // Adds the tensors of `other` that `wanted` names. Errors: BadFile naming the one that is missing.
    [[nodiscard]] Result<void> adopt(const Safetensors& other, const std::vector<std::string>& wanted);
    void sortByName();
    struct Place {
        const InputFile* file = nullptr;
        std::size_t begin = 0;   // bytes, in the file
        std::size_t size = 0;
    };
    // Errors: BadFile when the tensor is none of this file.
    [[nodiscard]] Result<Place> placeOf(const TensorInfo& tensor) const;

    std::filesystem::path m_path;
    std::vector<InputFile> m_files;
    std::vector<TensorInfo> m_tensors;
    std::vector<std::size_t> m_fileOf;      // index into m_files of each tensor
    std::vector<std::size_t> m_dataStart;   // of each file
    std::map<std::string, std::string> m_metadata;
};

// Collects tensors and writes them in one pass. Data is asked for only while saving, so large tensors need not exist in memory at once.
class SafetensorsWriter
{
public:
    // fill is called once, in file order, and must deliver exactly elements · bytesOf(dtype) bytes.
    void add(std::string name, DType dtype, std::vector<Index> shape, std::function<Result<void>(const ByteSink&)> fill);
    void add(std::string name, std::vector<Index> shape, std::span<const float> values);          // F32; `values` must live until save()
    void add(std::string name, std::vector<Index> shape, std::span<const std::int32_t> values);   // I32
    void addHalf(std::string name, std::vector<Index> shape, std::span<const float> values);      // F16
    // F32 or F16, whose data lies in several places; they are written one behind the other and must live until save().
    void addFloats(std::string name, DType dtype, std::vector<Index> shape, std::vector<std::span<const float>> pieces);
    void setMetadata(std::string key, std::string value);
    // Errors: System; OverBudget; BadInput when two tensors share a name, when one delivers another size than its shape's, and naming the
    // number that would become an infinity in F16.
    [[nodiscard]] Result<void> save(const std::filesystem::path& path) const;

private:
    struct Entry {
        std::string name;
        DType dtype;
        std::vector<Index> shape;
        std::function<Result<void>(const ByteSink&)> fill;
    };
    [[nodiscard]] Result<void> write(const std::filesystem::path& path) const;
    [[nodiscard]] Result<std::string> header(const std::vector<const Entry*>& order) const;
    [[nodiscard]] static Result<void> writeData(const Entry& entry, const ByteSink& sink);

    std::vector<Entry> m_entries;
    std::map<std::string, std::string> m_metadata;
};

}   // namespace core
