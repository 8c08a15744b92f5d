// Checkpoints: what is saved comes back, and a file that is damaged, cut off or of another model is refused with a sentence that names it.
#include <gtest/gtest.h>

#include <functional>

#include "core/base/file.h"
#include "core/formats/safetensors.h"
#include "tests/core/training/tiny_runs.h"

namespace core::test {

namespace {

constexpr const char* kState = "fovea_training";

class Checkpoint : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto trainer = start(config, shortRun(10));
        advance(*trainer, 3);
        trained = numbers(*trainer);
        ASSERT_TRUE(trainer->save(file));
        bytes = readFile(file, std::size_t(1) << 20).value_or("");
        ASSERT_FALSE(bytes.empty());
    }
    // One sentence that names the file, of fault BadFile.
    static void expectRefusal(const std::filesystem::path& path, const ModelConfig& config, const std::string& says)
    {
        const auto trainer = Trainer::resume(path, config);
        ASSERT_FALSE(trainer) << says;
        EXPECT_EQ(trainer.error().fault, Fault::BadFile) << trainer.error().what;
        EXPECT_TRUE(trainer.error().what.ends_with('.')) << trainer.error().what;
        for (const std::string& part : {path.filename().string(), says})
            EXPECT_NE(trainer.error().what.find(part), std::string::npos) << trainer.error().what;
    }
    // The file again, tensor by tensor, with one change to its state and one to a tensor's name or type.
    struct Change {
        std::function<void(Json&)> state = [](Json&) {};
        std::string leaveOut = {};
        std::string asHalf = {};
        std::string shorter = {};
    };
    std::filesystem::path rewritten(const Change& change) const
    {
        const Safetensors original = *Safetensors::open(file);
        std::vector<std::vector<float>> values;
        values.reserve(original.tensors().size());
        SafetensorsWriter writer;
        for (const TensorInfo& tensor : original.tensors()) {
            if (tensor.name == change.leaveOut) continue;
            values.emplace_back(std::size_t(tensor.elements()));
            EXPECT_TRUE(original.readFloats(tensor, values.back()));
            if (tensor.name == change.shorter) values.back().pop_back();
            const std::vector<Index> shape{Index(values.back().size())};
            tensor.name == change.asHalf ? writer.addHalf(tensor.name, shape, values.back())
                                         : writer.add(tensor.name, shape, std::span<const float>(values.back()));
        }
        Json state = *Json::parse(original.metadata().at(kState), "state");
        change.state(state);
        writer.setMetadata(kState, state.dump());
        EXPECT_TRUE(writer.save(folder / "changed.safetensors"));
        return folder / "changed.safetensors";
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "checkpoint.safetensors";
    ModelConfig config = tinyGptNeoX();
    std::vector<float> trained;
    std::string bytes;
};

}   // namespace

TEST_F(Checkpoint, ComesBackAsItWas)
{
    for (const std::filesystem::path& path : {file, rewritten({})}) {   // the second shows that a refusal below is due to the change alone
        const auto trainer = Trainer::resume(path, config);
        ASSERT_TRUE(trainer) << trainer.error().what;
        EXPECT_EQ((*trainer)->stepsDone(), 3);
        EXPECT_EQ((*trainer)->options(), shortRun(10));
        EXPECT_EQ(numbers(**trainer), trained);
        ASSERT_TRUE((*trainer)->save(folder / "again.safetensors"));
        EXPECT_EQ(readFile(folder / "again.safetensors", std::size_t(1) << 20).value_or(""), bytes);
    }
}

TEST_F(Checkpoint, TellsWhatItHoldsWithoutItsTensors)
{
    const auto record = readTrainingRecord(file);
    ASSERT_TRUE(record) << record.error().what;
    EXPECT_EQ(record->stepsDone, 3);
    EXPECT_EQ(record->options, shortRun(10));
    EXPECT_GT(record->smoothedLoss, 0.0);
    const auto missing = readTrainingRecord(folder / "nothing.safetensors");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fault, Fault::BadFile);
}

TEST_F(Checkpoint, CutOffAnywhereIsRefused)
{
    for (const std::size_t size :
         {std::size_t(0), std::size_t(1), std::size_t(8), std::size_t(9), std::size_t(500), bytes.size() / 2, bytes.size() - 1}) {
        ASSERT_TRUE(saveFile(folder / "cut.safetensors", std::string_view(bytes).substr(0, size)));
        expectRefusal(folder / "cut.safetensors", config, "");
        EXPECT_FALSE(readTrainingRecord(folder / "cut.safetensors")) << size;
    }
}

TEST_F(Checkpoint, OfAnotherModelOrNoneIsRefused)
{
    ModelConfig other = config;
    other.layers = 3;
    expectRefusal(file, other, "another model configuration");
    expectRefusal(file, tinyLlama(), "another model configuration");
    expectRefusal(folder / "nothing.safetensors", config, "");
    ASSERT_TRUE(saveWeights(folder / "model.safetensors", Weights<float>::zeros(config), config, StoredType::F32));
    expectRefusal(folder / "model.safetensors", config, "no checkpoint of a training run");
}

TEST_F(Checkpoint, WithDamagedTensorsIsRefusedByTheTensor)
{
    for (const char* name : {"weights.embedding", "first.layer.1.qkv.weight", "second.final_norm.gain"}) {
        if (!Safetensors::open(file)->find(name)) FAIL() << name;
        expectRefusal(rewritten({.leaveOut = name}), config, name);
        expectRefusal(rewritten({.asHalf = name}), config, name);
        expectRefusal(rewritten({.shorter = name}), config, name);
    }
}

TEST_F(Checkpoint, WithDamagedStateIsRefusedByTheMember)
{
    expectRefusal(rewritten({.state = [](Json& s) { s.set("step", -3); }}), config, "-3");
    expectRefusal(rewritten({.state = [](Json& s) { s.set("step", "three"); }}), config, "step");
    expectRefusal(rewritten({.state = [](Json& s) { s.set("smoothed_loss", nullptr); }}), config, "smoothed_loss");
    expectRefusal(rewritten({.state = [](Json& s) { s.set("options", 1); }}), config, "steps");
    expectRefusal(rewritten({.state = [](Json& s) { s = Json::object({{"step", 3}, {"smoothed_loss", 1.0}}); }}), config, "options");
    expectRefusal(rewritten({.state =
                                 [](Json& s) {
                                     Json options = *s.find("options");
                                     options.set("beta2", 2.0);
                                     s.set("options", options);
                                 }}),
                  config, "beta2");
    expectRefusal(rewritten({.state = [](Json& s) { s = Json(Json::Array{}); }}), config, "step");
}

TEST_F(Checkpoint, ThatCannotBeWrittenIsASystemError)
{
    const auto saved = start(config, shortRun(10))->save(folder / "no" / "such" / "folder.safetensors");
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().fault, Fault::System);
}

}   // namespace core::test
