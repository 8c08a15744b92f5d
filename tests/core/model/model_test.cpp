#include "core/model/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/recording/recording_export.h"
#include "tests/core/base/memory_budget.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/model/golden.h"
#include "tests/core/model/tiny_models.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core {
namespace {

using ::testing::HasSubstr;

// A complete folder: a model of 262 ids and the byte-level tokenizer that has 260.
class ModelFolder : public ::testing::Test {
protected:
    void SetUp() override
    {
        config = test::neoxConfig();
        config.vocabulary = 262;
        m_folder.write("config.json", config.toJson().dump());
        m_folder.write("tokenizer.json", test::byteLevelTokenizer().dump());
        saveModel();
    }
    void saveModel() const
    {
        ASSERT_TRUE(saveWeights(m_folder.path() / "model.safetensors", test::randomWeights(config, 51), config, StoredType::F16));
    }
    std::string messageOf(const std::filesystem::path& path) const
    {
        const auto model = openModel(path);
        return model ? std::string("opened") : model.error().what + " " + model.error().remedy;
    }
    ModelConfig config;
    const test::TemporaryFolder m_folder;
};

TEST_F(ModelFolder, OpensAndRuns)
{
    const auto model = openModel(m_folder.path());
    ASSERT_TRUE(model) << model.error().what;
    EXPECT_EQ((*model)->name, m_folder.path().filename().string());
    EXPECT_EQ((*model)->transformer->config(), config);
    const auto tokens = (*model)->tokenizer.encode("the cat");
    ASSERT_TRUE(tokens) << tokens.error().what;
    const auto recording = (*model)->transformer->run(*tokens);
    ASSERT_TRUE(recording) << recording.error().what;
    EXPECT_EQ((*recording)->size(), tokens->size());
    EXPECT_EQ((*recording)->model, (*model)->name);
}

TEST_F(ModelFolder, OpensByItsWeightsFileAndWithASlash)
{
    for (const std::string& name : {m_folder.path().string(), m_folder.path().string() + "/", (m_folder.path() / "model.safetensors").string()}) {
        const auto model = openModelByName(name);
        ASSERT_TRUE(model) << model.error().what;
        EXPECT_EQ((*model)->name, m_folder.path().filename().string());
    }
    const auto other = openModelByName((m_folder.path() / "config.json").string());
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().what, HasSubstr("config.json is no model"));
}

// Opening the folder would read other weights than the file that was named.
TEST_F(ModelFolder, NoFileOpensButThoseOfTheModel)
{
    const auto errorOf = [&](const std::string& file) {
        const auto model = openModelByName((m_folder.path() / file).string());
        return model ? Error{.fault = Fault::System, .what = "opened", .remedy = ""} : model.error();
    };
    m_folder.write("step500.safetensors", "garbage");
    std::filesystem::copy_file(m_folder.path() / "model.safetensors", m_folder.path() / "step600.safetensors");
    for (const char* file : {"step500.safetensors", "step600.safetensors"}) {
        EXPECT_EQ(errorOf(file).fault, Fault::BadFile);
        EXPECT_THAT(errorOf(file).what, HasSubstr(std::string(file) + " is no model."));
    }
    // Of a model in parts each part will do, unless a whole one stands beside them.
    std::string index;
    const Safetensors whole = Safetensors::open(m_folder.path() / "model.safetensors").value();
    for (const TensorInfo& tensor : whole.tensors())
        index += (index.empty() ? "\"" : ",\"") + tensor.name + "\":\"step600.safetensors\"";
    m_folder.write("model.safetensors.index.json", "{\"weight_map\":{" + index + "}}");
    EXPECT_THAT(errorOf("step600.safetensors").what, HasSubstr("is no model."));
    std::filesystem::remove(m_folder.path() / "model.safetensors");
    EXPECT_EQ(errorOf("step600.safetensors").what, "opened");
    EXPECT_THAT(errorOf("step500.safetensors").what, HasSubstr("is no model."));
}

TEST_F(ModelFolder, ARecordingIsNamedAsOne)
{
    const auto model = openModel(m_folder.path());
    ASSERT_TRUE(model) << model.error().what;
    const auto recording = (*model)->transformer->run((*model)->tokenizer.encode("the cat").value());
    ASSERT_TRUE(recording) << recording.error().what;
    ASSERT_TRUE(exportRecording(*recording, m_folder.path() / "chapter.safetensors"));
    const auto opened = openModelByName((m_folder.path() / "chapter.safetensors").string());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, Fault::BadFile);
    EXPECT_THAT(opened.error().what, HasSubstr("chapter.safetensors is a recording of one text"));
}

TEST_F(ModelFolder, EveryMissingFileIsNamed)
{
    for (const char* name : {"config.json", "tokenizer.json", "model.safetensors"}) {
        std::filesystem::rename(m_folder.path() / name, m_folder.path() / "aside");
        EXPECT_THAT(messageOf(m_folder.path()), HasSubstr(name));
        std::filesystem::rename(m_folder.path() / "aside", m_folder.path() / name);
    }
    EXPECT_THAT(messageOf(m_folder.path() / "nowhere"), HasSubstr("nowhere is no folder"));
    EXPECT_EQ(messageOf(m_folder.path()), "opened");
}

TEST_F(ModelFolder, ATokenizerBehindTheEmbeddingIsAnError)
{
    config.vocabulary = 259;   // one row too few
    m_folder.write("config.json", config.toJson().dump());
    saveModel();
    EXPECT_THAT(messageOf(m_folder.path()), HasSubstr("has ids up to 259, but the model's embedding ends at 258"));
}

TEST_F(ModelFolder, WeightsBeyondTheMemoryBudgetAreNotRead)
{
    const Weights<float> weights = test::randomWeights(config, 51);
    Index elements = 0;
    forEachTensor(weights, [&](const std::string&, const float*, Index size, bool) { elements += size; });
    setThreadCount(1);   // beside the weights there is one q, k, v tensor at a time, whose heads are put elsewhere
    const std::int64_t needed = std::int64_t(sizeof(float)) * (elements + weights.layers[0].qkv.weight.size());
    {
        const test::ScopedMemoryBudget budget(needed - 1);
        const auto model = openModel(m_folder.path());
        ASSERT_FALSE(model);
        EXPECT_EQ(model.error().fault, Fault::OverBudget);
        EXPECT_THAT(model.error().what, HasSubstr("model.safetensors would need " + formatBytes(needed) + ", and the memory budget is"));
        EXPECT_THAT(model.error().remedy, HasSubstr("smaller model"));
    }
    {
        const test::ScopedMemoryBudget budget(needed);
        EXPECT_EQ(messageOf(m_folder.path()), "opened");
    }
    setThreadCount(0);
}

TEST_F(ModelFolder, AConfigurationOfAnotherModelIsAnError)
{
    ModelConfig wider = config;
    wider.mlpWidth = 41;
    m_folder.write("config.json", wider.toJson().dump());
    EXPECT_THAT(messageOf(m_folder.path()), HasSubstr("config.json asks for [41, 24]"));
    m_folder.write("config.json", "{");
    EXPECT_THAT(messageOf(m_folder.path()), HasSubstr("config.json"));
}

TEST(Models, AnUnknownNameListsWhatThereIs)
{
    const auto model = openModelByName("no-such-model");
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().fault, Fault::BadInput);
    EXPECT_THAT(model.error().what, HasSubstr("\"no-such-model\""));
    for (const BuiltInModel& known : builtInModels()) EXPECT_THAT(model.error().remedy, HasSubstr(known.name));
}

TEST(Models, TheBuiltInOnesOpen)
{
    ASSERT_FALSE(builtInModels().empty()) << "the source tree has no built-in models";
    for (const BuiltInModel& known : builtInModels()) {
        const auto model = openModelByName(known.name);
        ASSERT_TRUE(model) << model.error().what;
        EXPECT_EQ((*model)->name, known.name);
    }
}

}   // namespace
}   // namespace core
