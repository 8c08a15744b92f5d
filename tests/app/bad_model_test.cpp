// Model folders from strangers: each defect is one sentence with the file or number, and nothing crashes.
#include <functional>

#include <gmock/gmock.h>

#include "program.h"

using ::testing::HasSubstr;
using test::contentOf;
using test::Outcome;

namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& content) { std::ofstream(file, std::ios::binary) << content; }

void replaceIn(const fs::path& file, const std::string& from, const std::string& to)
{
    std::string content = contentOf(file);
    const std::size_t at = content.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(file, content.replace(at, from.size(), to));
}

struct Defect {
    const char* name;
    std::function<void(const fs::path& model)> make;
    const char* told;   // must appear in the error
};

class BadModel : public test::ProgramWithModel {};

const std::vector<Defect>& defects()
{
    static const std::vector<Defect> kDefects = {
        {"no configuration", [](const fs::path& m) { fs::remove(m / "config.json"); }, "config.json"},
        {"no weights", [](const fs::path& m) { fs::remove(m / "model.safetensors"); }, "model.safetensors"},
        {"no tokenizer", [](const fs::path& m) { fs::remove(m / "tokenizer.json"); }, "tokenizer.json"},
        {"truncated weights", [](const fs::path& m) { fs::resize_file(m / "model.safetensors", 100000); }, "model.safetensors"},
        {"weights of 4 bytes", [](const fs::path& m) { fs::resize_file(m / "model.safetensors", 4); }, "model.safetensors"},
        {"header past the end", [](const fs::path& m) { write(m / "model.safetensors", std::string("\xff\xff\xff\0\0\0\0\0", 8) + "{}"); }, "model.safetensors"},
        {"unknown architecture", [](const fs::path& m) { replaceIn(m / "config.json", "\"gpt_neox\"", "\"mamba\""); }, "mamba"},
        {"heads that do not divide", [](const fs::path& m) { replaceIn(m / "config.json", "\"num_attention_heads\": 8", "\"num_attention_heads\": 7"); }, "7"},
        {"no layers", [](const fs::path& m) { replaceIn(m / "config.json", "\"num_hidden_layers\": 4", "\"num_hidden_layers\": 0"); }, "num_hidden_layers"},
        {"negative width", [](const fs::path& m) { replaceIn(m / "config.json", "\"hidden_size\": 256", "\"hidden_size\": -256"); }, "-256"},
        {"wrong shape", [](const fs::path& m) { replaceIn(m / "config.json", "\"intermediate_size\": 1024", "\"intermediate_size\": 512"); }, "512"},
        {"broken configuration", [](const fs::path& m) { write(m / "config.json", "{\"model_type\": \"gpt_neox\","); }, "config.json"},
        {"broken tokenizer", [](const fs::path& m) { write(m / "tokenizer.json", "[]"); }, "tokenizer.json"},
    };
    return kDefects;
}

TEST_F(BadModel, EveryDefectIsOneSentence)
{
    for (const Defect& defect : defects()) {
        const fs::path model = folder / "model";
        fs::remove_all(model);
        fs::copy(test::builtInModel(), model, fs::copy_options::recursive);
        defect.make(model);
        const Outcome outcome = run({"metrics", "--text", "a", "--model", "model"});
        EXPECT_EQ(outcome.exitCode, 1) << defect.name;
        EXPECT_TRUE(test::isOneError(outcome)) << defect.name << "\n" << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(defect.told)) << defect.name;
        EXPECT_THAT(outcome.err, HasSubstr("fovea: hint: ")) << defect.name;
    }
}

TEST_F(BadModel, TheUndamagedCopyWorks)
{
    fs::copy(test::builtInModel(), folder / "model", fs::copy_options::recursive);
    EXPECT_EQ(run({"metrics", "--text", "a", "--model", "model"}).exitCode, 0);
}

}   // namespace
