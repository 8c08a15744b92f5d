// The part of Trainer that reads and writes checkpoints: "weights.…", "first.…" and "second.…" tensors as F32, everything else as JSON in
// the metadata.
#include <fmt/format.h>

#include "core/formats/safetensors.h"
#include "core/training/trainer.h"

namespace core {

namespace {

constexpr const char* kStateKey = "fovea_training";

void addTensors(SafetensorsWriter& writer, const std::string& prefix, const Weights<float>& weights)
{
    forEachTensor(weights, [&](const std::string& name, const float* data, Index size, bool) {
        writer.add(prefix + name, {size}, std::span(data, std::size_t(size)));
    });
}

Result<void> readTensors(const Safetensors& file, const std::string& prefix, Weights<float>& weights)
{
    Result<void> done;
    forEachTensor(weights, [&](const std::string& name, float* data, Index size, bool) {
        if (!done) return;
        const TensorInfo* tensor = file.find(prefix + name);
        if (!tensor)
            done = fail(Fault::BadFile, fmt::format("The checkpoint has no tensor \"{}{}\".", prefix, name));
        else if (tensor->elements() != size || tensor->dtype != DType::F32)
            done = fail(Fault::BadFile, fmt::format("The checkpoint's tensor \"{}{}\" is {} {}, the model asks for {} numbers of F32.", prefix, name,
                                                    nameOf(tensor->dtype), tensor->shapeText(), size));
        else
            done = file.readFloats(*tensor, std::span(data, std::size_t(size)));
    });
    return done;
}

Error inFile(const std::filesystem::path& path, const Error& error)
{
    return {Fault::BadFile, fmt::format("{}: {}", path.string(), error.what), "Give the same configuration as before, or start anew without --resume."};
}

}   // namespace

Result<void> Trainer::save(const std::filesystem::path& checkpoint) const
{
    SafetensorsWriter writer;
    addTensors(writer, "weights.", m_weights);
    addTensors(writer, "first.", m_adamw.first());
    addTensors(writer, "second.", m_adamw.second());
    const Json state = Json::object({{"step", std::int64_t(m_step)},
                                     {"smoothed_loss", m_smoothedLoss},
                                     {"options", m_options.toJson()},
                                     {"config", m_config.toJson()}});
    writer.setMetadata(kStateKey, state.dump());
    return writer.save(checkpoint);
}

Result<std::unique_ptr<Trainer>> Trainer::resume(const std::filesystem::path& checkpoint, const ModelConfig& config)
{
    FOVEA_CHECK(config.check("The model to train"));
    FOVEA_TRY(file, Safetensors::open(checkpoint));
    const auto text = file.metadata().find(kStateKey);
    if (text == file.metadata().end()) return fail(Fault::BadFile, fmt::format("{} is not a checkpoint of a training run.", checkpoint.string()));
    FOVEA_TRY(state, Json::parse(text->second, checkpoint.string()));
    const Json* stored = state.find("options");
    const Json* storedConfig = state.find("config");
    if (!stored || !storedConfig || *storedConfig != config.toJson())
        return tl::unexpected<Error>(inFile(checkpoint, {Fault::BadFile, "the checkpoint belongs to another model configuration.", {}}));
    const Result<TrainingOptions> options = TrainingOptions::fromJson(*stored);
    if (!options) return tl::unexpected<Error>(inFile(checkpoint, options.error()));
    FOVEA_TRY(trainer, create(config, *options));
    FOVEA_TRY(step, state.integerAt("step"));
    FOVEA_TRY(smoothed, state.numberAt("smoothed_loss"));
    trainer->m_step = Index(std::max<std::int64_t>(0, step));
    trainer->m_smoothedLoss = smoothed;
    for (auto [prefix, weights] : {std::pair("weights.", &trainer->m_weights), {"first.", &trainer->m_adamw.first()}, {"second.", &trainer->m_adamw.second()}})
        if (const Result<void> read = readTensors(file, prefix, *weights); !read) return tl::unexpected<Error>(inFile(checkpoint, read.error()));
    return std::move(trainer);
}

}   // namespace core
