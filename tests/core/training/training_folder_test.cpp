// What a run leaves in its folder, and what it takes away again.
#include "core/training/training_folder.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/formats/safetensors.h"
#include "tests/core/training/tiny_runs.h"

namespace core::test {

namespace {

// The trainer, saved and read again with one of its numbers changed.
std::unique_ptr<Trainer> withNumber(const TemporaryFolder& folder, const ModelConfig& config, float number)
{
    EXPECT_TRUE(start(config, shortRun(10))->save(folder / "as_it_was.safetensors"));
    const Safetensors original = *Safetensors::open(folder / "as_it_was.safetensors");
    std::vector<std::vector<float>> values;
    values.reserve(original.tensors().size());
    SafetensorsWriter writer;
    for (const TensorInfo& tensor : original.tensors()) {
        values.emplace_back(std::size_t(tensor.elements()));
        EXPECT_TRUE(original.readFloats(tensor, values.back()));
        if (tensor.name == "weights.layer.1.down.weight") values.back()[3] = number;
        writer.add(tensor.name, {tensor.elements()}, std::span<const float>(values.back()));
    }
    for (const auto& [key, value] : original.metadata()) writer.setMetadata(key, value);
    EXPECT_TRUE(writer.save(folder / "changed.safetensors"));
    auto trainer = Trainer::resume(folder / "changed.safetensors", config);
    EXPECT_TRUE(trainer.has_value()) << trainer.error().what;
    return std::move(*trainer);
}

}   // namespace

TEST(TrainingFolders, StoreHalvesWhileTheyHoldTheNumbers)
{
    struct Case {
        float number;
        DType stored;
        const char* named;
    };
    for (const Case& expected : {Case{65504.0f, DType::F16, "float16"}, Case{-65505.0f, DType::F32, "float32"}}) {
        const TemporaryFolder place;
        const TrainingFolder folder(place / "model");
        ASSERT_TRUE(folder.prepare());
        const auto saved = folder.save(*withNumber(place, tinyGptNeoX(), expected.number));
        ASSERT_TRUE(saved) << saved.error().what;
        const auto file = Safetensors::open(folder.model());
        ASSERT_TRUE(file) << file.error().what;
        for (const TensorInfo& tensor : file->tensors()) EXPECT_EQ(tensor.dtype, expected.stored) << tensor.name;
        const auto config = Json::parse(readFile(folder.config(), 100'000).value_or(""), "config.json");
        ASSERT_TRUE(config) << config.error().what;
        EXPECT_EQ(config->stringAt("torch_dtype"), expected.named);
    }
}

TEST(TrainingFolders, AnUnfinishedRunTakesAwayWhatItMade)
{
    const TemporaryFolder place;
    const TrainingFolder folder(place / "new" / "model");
    {
        const UnfinishedRun run(folder);
        ASSERT_TRUE(folder.prepare());
        ASSERT_TRUE(saveFile(folder.tokenizer(), "{}"));
        ASSERT_TRUE(saveFile(folder.config(), "{}"));
    }
    EXPECT_FALSE(std::filesystem::exists(place / "new"));
}

TEST(TrainingFolders, AnUnfinishedRunLeavesWhatWasThere)
{
    const TemporaryFolder place;
    const TrainingFolder folder(place / "model");
    ASSERT_TRUE(folder.prepare());
    ASSERT_TRUE(saveFile(folder.tokenizer(), "the user's"));
    {
        const UnfinishedRun run(folder);
        ASSERT_TRUE(saveFile(folder.config(), "{}"));
    }
    EXPECT_TRUE(folder.hasTokenizer());
    EXPECT_FALSE(std::filesystem::exists(folder.config()));
    {
        const UnfinishedRun run(folder);
        ASSERT_TRUE(folder.save(*start(tinyGptNeoX(), shortRun(10))));
    }
    for (const auto& file : {folder.config(), folder.model(), folder.checkpoint()}) EXPECT_TRUE(std::filesystem::exists(file)) << file;
}

}   // namespace core::test
