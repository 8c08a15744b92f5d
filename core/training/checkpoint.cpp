// The part of Trainer that reads and writes checkpoints: "weights.…", "first.…" and "second.…" tensors as F32, everything else as JSON in
// the metadata.
#include <fmt/format.h>

#include "core/formats/safetensors.h"
#include "core/training/trainer.h"

namespace core {

namespace {

constexpr const char* kStateKey = "fovea_training";
constexpr const char* kRemedy = "Give the same configuration as before, or start anew in another folder.";

void addTensors(SafetensorsWriter& writer, const std::string& prefix, const Weights<float>& weights)
{
    forEachTensor(weights, [&](const std::string& name, const float* data, Index size, bool) {
        writer.add(prefix + name, {size}, std::span(data, std::size_t(size)));
    });
}

tl::unexpected<Error> damaged(const std::string& file, const std::string& what)
{
    return fail(Fault::BadFile, fmt::format("{}: {}", file, what), kRemedy);
}

Result<void> readTensor(const Safetensors& file, const std::string& name, std::span<float> out)
{
    const TensorInfo* tensor = file.find(name);
    if (!tensor) return damaged(file.path().string(), fmt::format("tensor \"{}\" is missing.", name));
    if (tensor->elements() != Index(out.size()) || tensor->dtype != DType::F32)
        return damaged(file.path().string(), fmt::format("tensor \"{}\" is {} {}, the model asks for {} numbers of F32.", name, nameOf(tensor->dtype),
                                                         tensor->shapeText(), out.size()));
    return file.readFloats(*tensor, out);
}

Result<void> readTensors(const Safetensors& file, const std::string& prefix, Weights<float>& weights)
{
    Result<void> done;
    forEachTensor(weights, [&](const std::string& name, float* data, Index size, bool) {
        if (done) done = readTensor(file, prefix + name, std::span(data, std::size_t(size)));
    });
    return done;
}

struct State {
    TrainingRecord record;
    ModelConfig config;
};

Result<State> parseState(const Json& json)
{
    FOVEA_TRY(step, json.integerAt("step"));
    FOVEA_TRY(smoothed, json.numberAt("smoothed_loss"));
    if (step < 0) return fail(Fault::BadFile, fmt::format("\"step\" is {}, which is negative.", step));
    const Json *options = json.find("options"), *config = json.find("config");
    if (!options || !config) return fail(Fault::BadFile, fmt::format("\"{}\" is missing.", options ? "config" : "options"));
    FOVEA_TRY(legal, TrainingOptions::fromJson(*options));
    FOVEA_TRY(model, ModelConfig::fromJson(*config, "its configuration"));
    return State{.record = {.stepsDone = Index(step), .smoothedLoss = smoothed, .options = legal}, .config = model};
}

Result<State> readState(const Safetensors& file)
{
    const auto text = file.metadata().find(kStateKey);
    if (text == file.metadata().end()) return damaged(file.path().string(), "this is no checkpoint of a training run.");
    FOVEA_TRY(json, Json::parse(text->second, file.path().string()));
    const Result<State> state = parseState(json);
    if (!state) return damaged(file.path().string(), state.error().what);
    return state;
}

}   // namespace

Result<TrainingRecord> readTrainingRecord(const std::filesystem::path& checkpoint)
{
    FOVEA_TRY(file, Safetensors::open(checkpoint));
    FOVEA_TRY(state, readState(file));
    return std::move(state.record);
}

Result<void> Trainer::save(const std::filesystem::path& checkpoint) const
{
    SafetensorsWriter writer;
    addTensors(writer, "weights.", m_weights);
    addTensors(writer, "first.", m_adamw.first());
    addTensors(writer, "second.", m_adamw.second());
    const Json state = Json::object(
        {{"step", std::int64_t(m_step)}, {"smoothed_loss", m_smoothedLoss}, {"options", m_options.toJson()}, {"config", m_config.toJson()}});
    writer.setMetadata(kStateKey, state.dump());
    return writer.save(checkpoint);
}

Result<std::unique_ptr<Trainer>> Trainer::resume(const std::filesystem::path& checkpoint, const ModelConfig& config)
{
    FOVEA_CHECK(config.check("The model to train"));
    FOVEA_TRY(file, Safetensors::open(checkpoint));
    FOVEA_TRY(state, readState(file));
    if (state.config != config) return damaged(checkpoint.string(), "the checkpoint belongs to another model configuration.");
    FOVEA_TRY(trainer, create(config, state.record.options));
    trainer->m_step = state.record.stepsDone;
    trainer->m_smoothedLoss = state.record.smoothedLoss;
    FOVEA_CHECK(readTensors(file, "weights.", trainer->m_weights));
    FOVEA_CHECK(readTensors(file, "first.", trainer->m_adamw.first()));
    FOVEA_CHECK(readTensors(file, "second.", trainer->m_adamw.second()));
    return std::move(trainer);
}

}   // namespace core
