#include "core/training/training_folder.h"

#include <cmath>
#include <system_error>

#include <fmt/format.h>

#include "core/base/file.h"

namespace core {

namespace {

constexpr float kLargestHalf = 65504.0f;

bool isThere(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

StoredType typeThatHolds(const Weights<float>& weights)
{
    bool fits = true;
    forEachTensor(weights, [&](const std::string&, const float* data, Index size, bool) {
        for (Index i = 0; i < size && fits; ++i) fits = std::abs(data[i]) <= kLargestHalf;
    });
    return fits ? StoredType::F16 : StoredType::F32;
}

}   // namespace

bool TrainingFolder::hasTokenizer() const { return isThere(tokenizer()); }

bool TrainingFolder::holdsModel() const { return isThere(model()) || isThere(m_path / "model.safetensors.index.json"); }

Result<void> TrainingFolder::checkUnused() const
{
    if (isThere(checkpoint()) && readTrainingRecord(checkpoint()))
        return fail(Fault::BadInput, fmt::format("{} holds the checkpoint of a run already.", m_path.string()),
                    "Go on with --resume, or choose another folder.");
    if (holdsModel()) return fail(Fault::BadInput, fmt::format("{} holds a model already.", m_path.string()), "Choose another folder.");
    return {};
}

Result<TrainingRecord> TrainingFolder::resumable() const
{
    const char* remedy = holdsModel() ? "Start a new run in another folder." : "Start a new run without --resume.";
    if (!isThere(checkpoint())) return fail(Fault::BadFile, fmt::format("{} holds no checkpoint.", m_path.string()), remedy);
    Result<TrainingRecord> record = readTrainingRecord(checkpoint());
    if (!record) return fail(record.error().fault, record.error().what, remedy);
    return record;
}

Result<std::optional<std::filesystem::path>> TrainingFolder::prepare() const
{
    std::error_code error;
    std::optional<std::filesystem::path> aside;
    if (isThere(checkpoint())) {
        aside = checkpoint().string() + ".incomplete";
        std::filesystem::rename(checkpoint(), *aside, error);
        if (error)
            return fail(Fault::System, fmt::format("{} cannot be put aside: {}.", checkpoint().string(), error.message()), "Choose another folder.");
    }
    std::filesystem::create_directories(m_path, error);
    if (error)
        return fail(Fault::System, fmt::format("The folder {} cannot be made: {}.", m_path.string(), error.message()), "Choose another folder.");
    return aside;
}

// In an order that leaves a way on wherever a process is killed: the configuration alone counts as a run not begun, a checkpoint can be
// resumed and then writes the model that goes with it.
Result<void> TrainingFolder::save(const Trainer& trainer) const
{
    const StoredType type = typeThatHolds(trainer.weights());
    Json json = trainer.config().toJson();
    json.set("torch_dtype", type == StoredType::F16 ? "float16" : "float32");
    FOVEA_CHECK(saveFile(config(), json.dump(2)));
    FOVEA_CHECK(trainer.save(checkpoint()));
    return saveWeights(model(), trainer.weights(), trainer.config(), type);
}

UnfinishedRun::UnfinishedRun(const TrainingFolder& folder) : m_checkpoint(folder.checkpoint())
{
    for (const std::filesystem::path& file : {folder.config(), folder.tokenizer()})
        if (!isThere(file)) m_absent.push_back(file);
    for (std::filesystem::path path = folder.path(); !path.empty() && !isThere(path); path = path.parent_path()) m_absent.push_back(path);
}

UnfinishedRun::~UnfinishedRun()
{
    if (isThere(m_checkpoint)) return;
    std::error_code error;   // a folder that somebody else has put something into stays
    for (const std::filesystem::path& path : m_absent) std::filesystem::remove(path, error);
}

}   // namespace core
