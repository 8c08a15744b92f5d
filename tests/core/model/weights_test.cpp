#include "core/model/weights.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/model/stored_tensors.h"
#include "core/model/transformer.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/model/tiny_models.h"

namespace core {
namespace {

using test::TemporaryFolder;
using ::testing::HasSubstr;

std::vector<float> valuesOf(const Weights<float>& weights)
{
    std::vector<float> values;
    forEachTensor(weights, [&](const std::string&, const float* data, Index size, bool) { values.insert(values.end(), data, data + size); });
    return values;
}

TEST(Weights, EveryParameterIsVisitedOnceInAFixedOrder)
{
    const ModelConfig c = test::neoxConfig();
    Weights<float> weights = Weights<float>::zeros(c);
    std::vector<std::string> names;
    Index total = 0;
    forEachTensor(weights, [&](const std::string& name, float* data, Index size, bool isMatrix) {
        names.push_back(name);
        total += size;
        EXPECT_EQ(isMatrix, name.ends_with("weight") || name == "embedding" || name == "head") << name;
        for (Index i = 0; i < size; ++i) EXPECT_EQ(data[i], 0.0f);
    });
    EXPECT_EQ(names.front(), "embedding");
    EXPECT_EQ(names.back(), "head");
    EXPECT_EQ(names[3], "layer.0.qkv.weight");
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
    // 2·V·d_m + L·(4·d_m² + 2·d_m·F + 4·d_m + biases) + 2·d_m
    EXPECT_EQ(total, 2 * 31 * 24 + 2 * (4 * 24 * 24 + 2 * 24 * 40 + 4 * 24 + 4 * 24 + 40 + 24) + 2 * 24);
}

TEST(Weights, ConfigurationsWithoutBiasOrHeadSkipThem)
{
    Weights<double> weights = Weights<double>::zeros(test::llamaConfig());
    forEachTensor(weights, [&](const std::string& name, double*, Index, bool) { EXPECT_FALSE(name.ends_with("bias") || name == "head") << name; });
}

TEST(Weights, CastKeepsEveryValue)
{
    const Weights<float> weights = test::randomWeights(test::neoxConfig(), 1);
    EXPECT_EQ(valuesOf(weights.cast<double>().cast<float>()), valuesOf(weights));
}

TEST(Weights, WhatIsSavedIsReadBack)
{
    const TemporaryFolder folder;
    for (const ModelConfig& config : test::allConfigs()) {
        const Weights<float> weights = test::randomWeights(config, 2);
        const auto saved = saveWeights(folder.path() / "model.safetensors", weights, config, StoredType::F32);
        ASSERT_TRUE(saved) << saved.error().what;
        const auto file = Safetensors::openDirectory(folder.path());
        ASSERT_TRUE(file) << file.error().what;
        const auto read = readWeights(*file, config);
        ASSERT_TRUE(read) << read.error().what;
        EXPECT_EQ(valuesOf(*read), valuesOf(weights));
    }
}

TEST(Weights, HalfPrecisionRoundsToNearest)
{
    const TemporaryFolder folder;
    const ModelConfig config = test::neoxConfig();
    const Weights<float> weights = test::randomWeights(config, 3);
    ASSERT_TRUE(saveWeights(folder.path() / "model.safetensors", weights, config, StoredType::F16));
    const auto read = readWeights(*Safetensors::openDirectory(folder.path()), config);
    ASSERT_TRUE(read) << read.error().what;
    const std::vector<float> expected = valuesOf(weights), actual = valuesOf(*read);
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_LE(std::abs(actual[i] - expected[i]), std::abs(expected[i]) / 2048 + 6e-8f);
}

TEST(Weights, HalfPrecisionRefusesWhatWouldBecomeAnInfinity)
{
    const TemporaryFolder folder;
    const ModelConfig config = test::neoxConfig();
    Weights<float> weights = test::randomWeights(config, 3);
    weights.layers[1].qkv.weight(5, 7) = -70000.0f;
    const auto saved = saveWeights(folder.path() / "model.safetensors", weights, config, StoredType::F16);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().fault, Fault::BadInput);
    EXPECT_EQ(saved.error().what, "Tensor \"gpt_neox.layers.1.attention.query_key_value.weight\" holds -70000; F16 ends at 65504.");
    EXPECT_THAT(saved.error().remedy, HasSubstr("F32"));
    EXPECT_TRUE(folder.isEmpty());
    EXPECT_TRUE(saveWeights(folder.path() / "model.safetensors", weights, config, StoredType::F32));
}

// Straight from the formats reference: rows h·3d + [0, d) of the file are q of head h, then its k, then its v.
TEST(Weights, NeoxFilesInterleaveByHead)
{
    const TemporaryFolder folder;
    const ModelConfig c = test::neoxConfig();
    const Weights<float> weights = test::randomWeights(c, 4);
    ASSERT_TRUE(saveWeights(folder.path() / "model.safetensors", weights, c, StoredType::F32));
    const auto file = Safetensors::openDirectory(folder.path());
    const TensorInfo* tensor = file->find("gpt_neox.layers.1.attention.query_key_value.weight");
    ASSERT_NE(tensor, nullptr);
    Matrix<float> stored(3 * c.width, c.width);
    ASSERT_TRUE(file->readFloats(*tensor, {stored.data(), std::size_t(stored.size())}));
    for (Index kind = 0; kind < 3; ++kind)
        for (Index head = 0; head < c.heads; ++head)
            for (Index i = 0; i < c.headDim; ++i)
                EXPECT_EQ(stored.row(head * 3 * c.headDim + kind * c.headDim + i),
                          weights.layers[1].qkv.weight.row(kind * c.width + head * c.headDim + i));
}

// A writer under test, with the tensors of a saved model by name, some of them changed.
class Checkpoint {
public:
    Checkpoint(const ModelConfig& config, const TemporaryFolder& folder) : m_folder(folder)
    {
        EXPECT_TRUE(saveWeights(folder.path() / "model.safetensors", test::randomWeights(config, 5), config, StoredType::F32));
        const auto file = Safetensors::openDirectory(folder.path());
        for (const TensorInfo& tensor : file->tensors()) {
            std::vector<float> values(std::size_t(tensor.elements()));
            EXPECT_TRUE(file->readFloats(tensor, values));
            tensors[tensor.name] = {tensor.shape, values};
        }
    }
    Result<Weights<float>> readAs(const ModelConfig& config) const
    {
        SafetensorsWriter writer;
        for (const auto& [name, tensor] : tensors) writer.add(name, tensor.first, tensor.second);
        EXPECT_TRUE(writer.save(m_folder.path() / "model.safetensors"));
        return readWeights(*Safetensors::openDirectory(m_folder.path()), config);
    }
    std::map<std::string, std::pair<std::vector<Index>, std::vector<float>>> tensors;

private:
    const TemporaryFolder& m_folder;
};

// The list must cost little whatever the configuration says, because it is made before the file is asked.
TEST(Weights, PiecesOfATensorTileItsField)
{
    ModelConfig config = test::neoxConfig();
    for (const StoredTensor& tensor : storedTensors(config)) {
        std::vector<Span> pieces;
        for (Index i = 0; i < tensor.pieceCount(); ++i) pieces.push_back(tensor.piece(i));
        ASSERT_EQ(tensor.pieceCount(), tensor.name.find("query_key_value") == std::string::npos ? 1 : 3 * config.heads);
        if (pieces.size() > 1) {   // the file goes on with k of head 0, then v, then q of head 1
            EXPECT_EQ(pieces[1].begin - pieces[0].begin, tensor.place.size() / 3);
            EXPECT_EQ(pieces[3].begin, pieces[0].end);
        }
        std::ranges::sort(pieces);
        EXPECT_EQ(pieces.front().begin, tensor.place.begin);
        EXPECT_EQ(pieces.back().end, tensor.place.end);
        for (std::size_t i = 1; i < pieces.size(); ++i) EXPECT_EQ(pieces[i].begin, pieces[i - 1].end);
    }
    config.layers = 1024, config.heads = config.kvHeads = 4096, config.headDim = 32, config.width = config.heads * config.headDim;
    EXPECT_LE(storedTensors(config).size() * sizeof(StoredTensor), std::size_t(4) << 20);   // which holds no list of pieces
}

TEST(Weights, NamesWithoutTheClassPrefixAndExtraTensorsAreAccepted)
{
    const TemporaryFolder folder;
    for (const ModelConfig& config : test::allConfigs()) {
        Checkpoint checkpoint(config, folder);
        const auto before = checkpoint.readAs(config);
        std::map<std::string, std::pair<std::vector<Index>, std::vector<float>>> bare;
        for (const auto& [name, tensor] : checkpoint.tensors)
            bare[name.substr(name.starts_with("gpt_neox.") || name.starts_with("model.") ? name.find('.') + 1 : 0)] = tensor;
        bare["layers.0.attention.rotary_emb.inv_freq"] = {{1}, {1.0f}};
        checkpoint.tensors = bare;
        const auto after = checkpoint.readAs(config);
        ASSERT_TRUE(after) << after.error().what;
        EXPECT_EQ(valuesOf(*after), valuesOf(*before));
    }
}

// Logits of a head that is not there would be invented: a head is tied where config.json says so, or says nothing about it.
TEST(Weights, AMissingHeadIsTiedOnlyWhereTheConfigurationAllowsIt)
{
    const TemporaryFolder folder;
    for (const auto& [kind, head] : {std::pair("gpt_neox", "embed_out.weight"), std::pair("llama", "lm_head.weight")}) {
        ModelConfig config = kind == std::string("llama") ? test::llamaConfig() : test::neoxConfig();
        config.tiedHead = false;
        Checkpoint checkpoint(config, folder);
        ASSERT_EQ(checkpoint.tensors.erase(head), 1u);
        const auto refused = checkpoint.readAs(config);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fault, Fault::BadFile);
        EXPECT_THAT(refused.error().what, HasSubstr(std::string("\"") + head + "\" is missing"));
        EXPECT_THAT(refused.error().remedy, HasSubstr("tie_word_embeddings"));

        for (bool ModelConfig::*allowing : {&ModelConfig::tiedHead, &ModelConfig::tiedIfNoHead}) {
            ModelConfig tied = config;
            tied.*allowing = true;
            const auto weights = checkpoint.readAs(tied);
            ASSERT_TRUE(weights) << weights.error().what;
            EXPECT_EQ(weights->head.size(), 0);
            const auto model = Transformer::create(tied, *weights, "tied");
            ASSERT_TRUE(model) << model.error().what;
            EXPECT_TRUE((*model)->config().tiedHead && !(*model)->config().tiedIfNoHead);
        }
    }
}

TEST(Weights, MissingAndMisshapenTensorsAreNamed)
{
    const TemporaryFolder folder;
    const ModelConfig config = test::llamaConfig();
    Checkpoint missing(config, folder);
    missing.tensors.erase("model.layers.1.mlp.up_proj.weight");
    EXPECT_THAT(missing.readAs(config).error().what, HasSubstr("\"model.layers.1.mlp.up_proj.weight\" is missing"));
    Checkpoint misshapen(config, folder);
    misshapen.tensors["model.norm.weight"] = {{2, 10}, std::vector<float>(20)};
    EXPECT_THAT(misshapen.readAs(config).error().what, HasSubstr("\"model.norm.weight\" has the shape [2, 10]; config.json asks for [20]"));
    EXPECT_THAT(misshapen.readAs(config).error().what, HasSubstr("model.safetensors"));
}

TEST(Weights, OfMoreLayersThanTheConfigurationAreRefused)
{
    const TemporaryFolder folder;
    for (const ModelConfig& config : test::allConfigs()) {
        Checkpoint checkpoint(config, folder);
        ModelConfig shallower = config;
        shallower.layers = config.layers - 1;
        const auto weights = checkpoint.readAs(shallower);
        ASSERT_FALSE(weights);
        EXPECT_EQ(weights.error().fault, Fault::BadFile);
        EXPECT_THAT(weights.error().what, HasSubstr("layers." + std::to_string(shallower.layers) + "."));
        EXPECT_THAT(weights.error().what, HasSubstr("has no place in the " + std::to_string(shallower.layers) + " layers of config.json"));
    }
}

TEST(Weights, AnAbsurdConfigurationAllocatesNothing)
{
    const TemporaryFolder folder;
    const Checkpoint checkpoint(test::llamaConfig(), folder);
    ModelConfig config = test::llamaConfig();
    config.vocabulary = Index(1) << 24, config.width = Index(1) << 17;   // eight terabytes
    ASSERT_TRUE(config.check("config.json"));
    EXPECT_THAT(checkpoint.readAs(config).error().what, HasSubstr("asks for [16777216, 131072]"));
}

TEST(Weights, WhatConfigJsonCannotSayIsNotSaved)
{
    const TemporaryFolder folder;
    ModelConfig config = test::neoxConfig();
    config.kvHeads = 1;
    const auto saved = saveWeights(folder.path() / "model.safetensors", test::randomWeights(config, 6), config, StoredType::F32);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().fault, Fault::Unsupported);
    EXPECT_TRUE(folder.isEmpty());
}

}   // namespace
}   // namespace core
