#include "core/model/model.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/out_of_memory.h"
#include "core/formats/safetensors.h"
#include "core/recording/recording_export.h"

namespace core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxConfigBytes = std::size_t(16) << 20;
constexpr const char* kConfigFile = "config.json";
constexpr const char* kTokenizerFile = "tokenizer.json";

bool isFile(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

bool isFolder(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

// "models/tiny/" and "." have a name too.
std::string folderName(const fs::path& directory)
{
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(directory, error);
    return error || whole.filename().empty() ? directory.string() : whole.filename().string();
}

Result<void> holds(const fs::path& directory, const char* file)
{
    if (!isFolder(directory)) return fail(Fault::BadFile, fmt::format("{} is no folder.", directory.string()), "Choose the folder of a model.");
    if (isFile(directory / file)) return {};
    return fail(Fault::BadFile, fmt::format("{} holds no {}.", directory.string(), file),
                "Choose a model's folder in Hugging Face form: config.json, model.safetensors and tokenizer.json.");
}

Result<ModelConfig> readConfig(const fs::path& directory)
{
    FOVEA_CHECK(holds(directory, kConfigFile));
    const fs::path path = directory / kConfigFile;
    FOVEA_TRY(text, readFile(path, kMaxConfigBytes));
    FOVEA_TRY(json, Json::parse(text, path.string()));
    return ModelConfig::fromJson(json, path.string());
}

// An embedding with more rows than there are tokens is padding; ids behind its end have no vector.
Result<void> tokenizerFits(const Tokenizer& tokenizer, const ModelConfig& config, const fs::path& path)
{
    if (tokenizer.vocabularySize() <= config.vocabulary) return {};
    return fail(Fault::BadFile,
                fmt::format("{} has ids up to {}, but the model's embedding ends at {}.", path.string(), tokenizer.vocabularySize() - 1,
                            config.vocabulary - 1),
                "Use the tokenizer that belongs to this model.");
}

template<class Body>
auto withinSystemMemory(const fs::path& directory, const Body& body)
{
    return orOutOfMemory([&] { return "the model in " + directory.string(); }, "Close other programs, or choose a smaller model.", body);
}

tl::unexpected<Error> unknownModel(const std::string& name)
{
    std::vector<std::string> known;
    for (const BuiltInModel& model : builtInModels()) known.push_back(model.name);
    return fail(Fault::BadInput, fmt::format("There is no model \"{}\", neither on disk nor built in.", name),
                known.empty() ? std::string("Give the folder of a model.")
                              : fmt::format("Give the folder of a model, or one of: {}.", fmt::join(known, ", ")));
}

// Why a file is not opened; this program's own recordings lie beside models and have their ending.
tl::unexpected<Error> notAModel(const fs::path& file)
{
    if (const Result<Safetensors> opened = Safetensors::open(file); opened && isRecording(*opened))
        return fail(Fault::BadFile, fmt::format("{} is a recording of one text (queries, keys, values) and no model.", file.string()),
                    "Read it with any safetensors reader; to see the attention here, open the model and type the text.");
    return fail(Fault::BadFile, fmt::format("{} is no model.", file.string()), "Give the folder of a model, or its model.safetensors.");
}

}   // namespace

Result<TransformerPtr> loadTransformer(const fs::path& directory, const std::stop_token& stop)
{
    return withinSystemMemory(directory, [&]() -> Result<TransformerPtr> {
        FOVEA_TRY(config, readConfig(directory));
        FOVEA_TRY(file, Safetensors::openDirectory(directory));
        FOVEA_TRY(weights, readWeights(file, config, stop));
        return Transformer::create(std::move(config), std::move(weights), folderName(directory));
    });
}

Result<ModelPtr> openModel(const fs::path& directory, const std::stop_token& stop)
{
    return withinSystemMemory(directory, [&]() -> Result<ModelPtr> {
        FOVEA_CHECK(holds(directory, kConfigFile));
        FOVEA_CHECK(holds(directory, kTokenizerFile));   // cheap to find missing before the weights are read
        FOVEA_TRY(tokenizer, Tokenizer::load(directory / kTokenizerFile, stop));
        FOVEA_TRY(transformer, loadTransformer(directory, stop));
        FOVEA_CHECK(tokenizerFits(tokenizer, transformer->config(), directory / kTokenizerFile));
        return std::make_shared<const Model>(Model{transformer->name(), directory, transformer, std::move(tokenizer)});
    });
}

Result<ModelPtr> openModelByName(const std::string& nameOrPath, const std::stop_token& stop)
{
    for (const BuiltInModel& model : builtInModels())
        if (model.name == nameOrPath) return openModel(model.path, stop);
    const fs::path path(nameOrPath);
    if (isFolder(path)) return openModel(path, stop);
    if (!isFile(path)) return unknownModel(nameOrPath);
    const fs::path directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const Result<std::vector<fs::path>> weights = Safetensors::filesOf(directory);
    if (weights && std::ranges::find(*weights, path.filename()) != weights->end()) return openModel(directory, stop);
    return notAModel(path);
}

std::vector<BuiltInModel> builtInModels()
{
    std::vector<BuiltInModel> models;
    const Result<fs::path> folder = resourceFolder("models");
    if (!folder) return models;
    std::error_code error;
    for (fs::directory_iterator entry(*folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
        if (isFile(entry->path() / kConfigFile)) models.push_back({entry->path().filename().string(), entry->path()});
    std::ranges::sort(models, {}, &BuiltInModel::name);
    return models;
}

}   // namespace core
