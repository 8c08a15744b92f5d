// Weights from and to safetensors with the names and layouts of the reference library.
#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "core/base/printable.h"
#include "core/model/stored_tensors.h"
#include "core/model/weights.h"

namespace core {

namespace {

const TensorInfo* findTensor(const Safetensors& file, const StoredTensor& tensor)
{
    const TensorInfo* prefixed = file.find(tensor.prefix + tensor.name);
    return prefixed ? prefixed : file.find(tensor.name);
}

Result<const TensorInfo*> matchingTensor(const Safetensors& file, const StoredTensor& tensor)
{
    const TensorInfo* found = findTensor(file, tensor);
    if (!found)
        return fail(Fault::BadFile, fmt::format("{}: tensor \"{}{}\" is missing.", file.path().string(), tensor.prefix, tensor.name),
                    tensor.field == Field::Head
                        ? "Get the model again, or set \"tie_word_embeddings\" in config.json to true if its predictions come from the embedding."
                        : "Get the model again: config.json and weights do not belong together.");
    if (found->shape != tensor.shape)
        return fail(Fault::BadFile,
                    fmt::format("{}: tensor {} has the shape {}; config.json asks for [{}].", file.path().string(), inQuotes(found->name),
                                found->shapeText(), fmt::join(tensor.shape, ", ")),
                    "Get the model again: config.json and weights do not belong together.");
    return found;
}

// A file with more layers than the configuration is that of another model: run without them, it would give numbers that nobody trained.
Result<void> checkNoFurtherLayers(const Safetensors& file, const ModelConfig& config, std::string_view prefix)
{
    constexpr std::string_view kStem = "layers.";
    for (const TensorInfo& tensor : file.tensors()) {
        std::string_view name = tensor.name;
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
        if (!name.starts_with(kStem)) continue;
        name.remove_prefix(kStem.size());
        Index layer = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), layer).ec != std::errc() || layer < config.layers) continue;
        return fail(Fault::BadFile,
                    fmt::format("{}: tensor \"{}\" has no place in the {} layers of config.json.", file.path().string(), tensor.name, config.layers),
                    "Get the model again: config.json and weights do not belong together.");
    }
    return {};
}

Result<void> readTensor(const Safetensors& file, const StoredTensor& tensor, const TensorInfo& info, Weights<float>& weights)
{
    float* field = dataOf(weights, tensor.layer, tensor.field);
    if (tensor.pieceCount() == 1) return file.readFloats(info, {field + tensor.place.begin, std::size_t(tensor.place.size())});
    std::vector<float> values(std::size_t(info.elements()));
    FOVEA_CHECK(file.readFloats(info, values));
    const float* from = values.data();
    for (Index i = 0; i < tensor.pieceCount(); ++i) {
        const Span piece = tensor.piece(i);
        std::copy_n(from, piece.size(), field + piece.begin);
        from += piece.size();
    }
    return {};
}

DType dtypeOf(StoredType type) { return type == StoredType::F16 ? DType::F16 : DType::F32; }

// Bytes at the peak of reading: the weights in single precision, and for each thread a tensor whose pieces are put elsewhere.
std::int64_t peakBytes(const std::vector<StoredTensor>& tensors)
{
    Index all = 0, largest = 0, parted = 0;
    for (const StoredTensor& tensor : tensors) {
        all += tensor.place.size();
        if (tensor.pieceCount() == 1) continue;
        largest = std::max(largest, tensor.place.size());
        ++parted;
    }
    return std::int64_t(sizeof(float)) * (all + largest * std::min(parted, Index(threadCount())));
}

}   // namespace

Result<Weights<float>> readWeights(const Safetensors& file, const ModelConfig& config, const std::stop_token& stop)
{
    ModelConfig present = config;
    std::vector<StoredTensor> tensors = storedTensors(config);
    if (config.tiedIfNoHead && !config.tiedHead && !findTensor(file, tensors.back())) {
        present.tiedHead = true;
        tensors.pop_back();
    }
    // All shapes are checked before anything is allocated: the file then holds as much as the configuration asks for.
    std::vector<const TensorInfo*> found;
    for (const StoredTensor& tensor : tensors) {
        FOVEA_TRY(info, matchingTensor(file, tensor));
        found.push_back(info);
    }
    FOVEA_CHECK(checkNoFurtherLayers(file, config, tensors.front().prefix));
    FOVEA_CHECK(withinBudget(peakBytes(tensors), fmt::format("The model {}", file.path().string()),
                             "Choose a smaller model, close other programs, or allow more memory."));
    Weights<float> weights = Weights<float>::sized(present);
    std::vector<Result<void>> read(tensors.size());
    const auto readOne = [&](Index i) {
        const auto at = std::size_t(i);
        read[at] = readTensor(file, tensors[at], *found[at], weights);
    };
    if (!parallelFor(Index(tensors.size()), readOne, stop)) return cancelled();
    for (Result<void>& result : read) FOVEA_CHECK(std::move(result));
    return weights;
}

Result<void> saveWeights(const std::filesystem::path& path, const Weights<float>& weights, const ModelConfig& config, StoredType type)
{
    // Names and layouts say only what config.json says: what does not survive that file could not be opened again.
    const Result<ModelConfig> readBack = ModelConfig::fromJson(config.toJson(), "The configuration to be saved");
    if (!readBack) return tl::unexpected(readBack.error());
    if (*readBack != config)
        return fail(Fault::Unsupported,
                    fmt::format("The configuration of {} cannot be written as a {} model.", path.string(),
                                config.toJson().stringAt("model_type", "").value_or("")),
                    "Use the parts of that architecture.");
    ModelConfig present = config;
    present.tiedHead = weights.head.size() == 0;
    SafetensorsWriter writer;
    writer.setMetadata("format", "pt");
    for (const StoredTensor& tensor : storedTensors(present)) {
        const float* field = dataOf(weights, tensor.layer, tensor.field);
        std::vector<std::span<const float>> pieces;
        for (Index i = 0; i < tensor.pieceCount(); ++i) pieces.emplace_back(field + tensor.piece(i).begin, std::size_t(tensor.piece(i).size()));
        writer.addFloats(tensor.prefix + tensor.name, dtypeOf(type), tensor.shape, std::move(pieces));
    }
    return writer.save(path);
}

}   // namespace core
