// The command line as a user meets it: exit codes, streams, files.
#include <gmock/gmock.h>

#include "core/formats/safetensors.h"
#include "program.h"

using ::testing::HasSubstr;
using ::testing::StartsWith;
using test::isOneError;
using test::Outcome;

namespace fs = std::filesystem;

namespace {

class Usage : public test::Program {};

TEST_F(Usage, VersionAndHelpGoToStandardOutput)
{
    EXPECT_THAT(run({"--version"}).out, StartsWith("fovea 0."));
    for (const auto& arguments : {std::vector<std::string>{"--help"}, {"help"}, {"help", "record"}, {"record", "--help"}}) {
        const Outcome help = run(arguments);
        EXPECT_EQ(help.exitCode, 0);
        EXPECT_THAT(help.out, HasSubstr(arguments.size() == 1 || arguments[0] == "--help" ? "record" : "--out"));
        EXPECT_EQ(help.err, "");
    }
}

TEST_F(Usage, WrongUsageIsOneErrorAndExitCode2)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"no-such-word"},
        {"--language"},
        {"--language", "tlh"},
        {"--language", "de", "no-such-path"},
        {"--no-such-option"},
        {"help", "no-such-word"},
        {"--plan", "dense"},
        {"record"},
        {"record", "--text", "a"},
        {"record", "--text", "a", "--ids", "1", "--out", "x.safetensors"},
        {"generate", "--text", "a", "--tokens", "many"},
        {"generate", "--text", "a", "--tokens", "1", "--seed", "-1"},
        {"generate", "--text", "a", "--tokens", "1", "--top-p", ""},
        {"--version", "extra"},
        {"help", "plan", "extra"},
        {"record", "--text", "a", "--out", ""},
        {"render", "--text", "a", "--view", "unfold", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--out", ""},
        {"render", "--text", "a", "--view", "heatmap", "--layer", "99999999999999999999", "--head", "0", "--out", "x.png"},
        {"render", "--text", "a", "--view", "heatmap", "--layer", "0", "--head", "0", "--pin", "", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--pin", "1,0", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--hide-first", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--words", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--scale", "log", "--out", "x.png"},
        {"render", "--text", "a", "--view", "links", "--layer", "0", "--head", "0", "--scale", "log", "--out", "x.png"},
        {"render", "--text", "a", "--view", "links", "--layer", "0", "--head", "0", "--colors", "grey", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--colors", "rainbow", "--out", "x.png"},
        {"render", "--text", "a", "--view", "grid", "--theme", "blue", "--out", "x.png"},
    };
    for (const auto& arguments : wrong) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.exitCode, 2) << arguments.back();
        EXPECT_TRUE(isOneError(outcome)) << outcome.out << outcome.err;
    }
    Outcome silent{.exitCode = 2, .out = "", .err = ""};   // the checker can fail
    EXPECT_FALSE(isOneError(silent));
}

TEST_F(Usage, AnOutputThatCannotBeIsToldByItsCause)
{
    fs::create_directories(folder / "folder.safetensors");
    const auto record = [&](const char* out) { return run({"record", "--text", "a", "--out", out}).err; };
    EXPECT_THAT(record(""), HasSubstr("--out names no file."));
    EXPECT_THAT(record("folder.safetensors"), HasSubstr("folder.safetensors cannot be written: Is a directory."));
    EXPECT_THAT(record("no/such/x.safetensors"), HasSubstr("no/such/x.safetensors cannot be written: its folder does not exist."));
}

TEST_F(Usage, BenchNamesItsBaselineWithoutJudgingIt)
{
    EXPECT_THAT(run({"bench", "--quick", "--filter", "attention.memory"}).out, HasSubstr(" × weights stored\n"));
}

TEST_F(Usage, AMissingModelIsWrongUsageThatNamesIt)
{
    const Outcome outcome = run({"metrics", "--text", "a", "--model", "no/such/model"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("no/such/model"));
}

class WithModel : public test::ProgramWithModel {
protected:
    std::string sentence = "The cat sat on the mat because it was tired.";
};

TEST_F(WithModel, ModelsListsTheBuiltInModel) { EXPECT_THAT(run({"models"}).out, HasSubstr("fovea-s")); }

TEST_F(WithModel, RecordWritesWhatTheDesignSays)
{
    const Outcome outcome = run({"record", "--text", sentence, "--weights", "--out", "r.safetensors"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    const auto file = core::Safetensors::open(folder / "r.safetensors");
    ASSERT_TRUE(file) << file.error().what;
    const core::TensorInfo* tokens = file->find("tokens");
    ASSERT_TRUE(tokens);
    const core::Index n = tokens->elements();
    EXPECT_EQ(file->find("layer.0.q")->shape, (std::vector<core::Index>{8, n, 32}));
    EXPECT_EQ(file->find("layer.3.lse")->shape, (std::vector<core::Index>{8, n}));
    EXPECT_EQ(file->find("logits")->shape[0], 1);
    for (const char* key : {"model", "token_texts", "plan", "fovea_version"}) EXPECT_TRUE(file->metadata().contains(key)) << key;

    const core::TensorInfo* weights = file->find("layer.2.weights");
    ASSERT_TRUE(weights);
    std::vector<float> p(std::size_t(weights->elements()));
    ASSERT_TRUE(file->readFloats(*weights, p));
    const auto allowed = file->readBytes(*file->find("layer.2.allowed")).value();
    for (core::Index row = 0; row < 8 * n; ++row) {
        double sum = 0;
        for (core::Index j = 0; j < n; ++j) {
            sum += double(p[std::size_t(row * n + j)]);
            EXPECT_EQ(int(allowed[std::size_t(row * n + j)]), j <= row % n);
        }
        EXPECT_NEAR(sum, 1.0, 1e-5);
    }
}

TEST_F(WithModel, EmptyTextIsTheStartTokenAlone)
{
    const Outcome outcome = run({"record", "--text", "", "--out", "r.safetensors"}, "words that nobody asked to be read");
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_EQ(core::Safetensors::open(folder / "r.safetensors")->find("tokens")->elements(), 1);
}

TEST_F(WithModel, AnEmptyNameOrListIsNotStandardInput)
{
    for (const auto& [option, value] : {std::pair("--text-file", ""), {"--ids", ""}, {"--ids", "1,,2"}, {"--ids", "1,2,"}}) {
        const Outcome outcome = run({"record", option, value, "--out", "x.safetensors"}, sentence);
        EXPECT_EQ(outcome.exitCode, 2) << outcome.err;
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(option));
        EXPECT_FALSE(fs::exists(folder / "x.safetensors"));
    }
}

TEST_F(WithModel, MetricsPrintOneObjectWithEveryHead)
{
    const core::Json metrics = json(run({"metrics", "--text", sentence, "--json"}));
    ASSERT_TRUE(metrics.find("heads"));
    EXPECT_EQ(metrics.find("heads")->array()->size(), 32u);
    const core::Json& head = metrics.find("heads")->array()->front();
    for (const char* key : {"layer", "head", "entropy_normalised", "previous_token", "first_token", "mean_distance", "duplicate_token", "induction"})
        EXPECT_TRUE(head.find(key)) << key;
    EXPECT_TRUE(head.find("induction")->isNull());
}

TEST_F(WithModel, AHeadThatIsOffIsNotDescribed)
{
    const std::vector<std::string> plan{"--text", sentence, "--plan", "head 2.1: off"};
    std::vector<std::string> table{"metrics"}, object{"metrics", "--json"};
    table.insert(table.end(), plan.begin(), plan.end());
    object.insert(object.end(), plan.begin(), plan.end());
    const std::string lines = run(table).out;
    const std::string row = lines.substr(lines.find("\n  2.1 "), lines.find("\n  2.2 ") - lines.find("\n  2.1 "));
    EXPECT_THAT(row, HasSubstr("off"));
    EXPECT_EQ(row.find('.', 5), std::string::npos) << row;   // no number but the head's own
    EXPECT_EQ(lines.find("by head 2.1;"), std::string::npos) << lines;
    const core::Json heads = *json(run(object)).find("heads");
    EXPECT_TRUE((*heads.array())[17].find("previous_token")->isNull());
    EXPECT_TRUE((*heads.array())[16].find("previous_token")->isNumber());
}

TEST_F(WithModel, ATextOfOneTokenSaysWhyThereIsNothingToDescribe)
{
    const Outcome outcome = run({"metrics", "--text", ""});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_THAT(outcome.err, HasSubstr("fovea: note: metrics describe"));
}

TEST_F(WithModel, MoreTokensThanMemoryHoldsAreRefused)
{
    const Outcome outcome = run({"generate", "--text", "a", "--tokens", "1000000", "--memory", "200MB"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("Generating 1000000 tokens would need"));
}

TEST_F(WithModel, CheckAgreesWithTheReference)
{
    for (const char* plan : {"", "all: window(3)", "layer 1: off; head 2.3: mean", "all: causal & topk(4)", "all: dense & moba(4, 2)"}) {
        const Outcome outcome = run({"check", "--text", sentence, "--plan", plan, "--json"});
        EXPECT_EQ(outcome.exitCode, 0) << plan << outcome.err;
        EXPECT_EQ(json(outcome).booleanAt("ok").value_or(false), true) << plan << outcome.out;
    }
}

TEST_F(WithModel, GenerateIsRepeatableAndCountsItsCache)
{
    const std::vector<std::string> arguments = {"generate", "--text", "Once", "--tokens", "5", "--temperature", "1", "--seed", "3", "--json"};
    const core::Json first = json(run(arguments)), second = json(run(arguments));
    EXPECT_EQ(first, second);
    EXPECT_EQ(first.find("ids")->array()->size(), first.find("kv_bytes")->array()->size());
}

TEST_F(WithModel, GenerateFollowsAPlan)
{
    const auto idsUnder = [&](const std::string& plan) {
        return *json(run({"generate", "--text", sentence, "--tokens", "6", "--plan", plan, "--json"})).find("ids");
    };
    EXPECT_EQ(idsUnder(""), idsUnder("all: dense"));
    EXPECT_EQ(idsUnder(""), idsUnder("all: kv_groups(8)"));
    EXPECT_NE(idsUnder(""), idsUnder("all: off"));
    const Outcome refused = run({"generate", "--text", sentence, "--tokens", "6", "--plan", "layer 9: off"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_THAT(refused.err, HasSubstr("layer 9"));
}

TEST_F(WithModel, RenderWritesPictures)
{
    for (const char* view : {"heatmap", "links", "grid"})
        for (const char* type : {"png", "svg", "pdf"}) {
            const std::string file = std::string(view) + "." + type;
            const Outcome outcome = run({"render", "--text", sentence, "--view", view, "--layer", "1", "--head", "2", "--out", file});
            EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
            EXPECT_GT(fs::file_size(folder / file), 2000u) << file;
            EXPECT_THAT(outcome.err, StartsWith("fovea: wrote " + file + ": 1280 x 720 pixels, "));
        }
}

// The title of the figure says how many words its tokens form; a pin counts tokens all the same, and lies outside where they end.
TEST_F(WithModel, RenderShowsWords)
{
    const auto render = [&](const char* pin) {
        return run({"render", "--text", sentence, "--view", "heatmap", "--layer", "1", "--head", "2", "--words", "--pin", pin, "--out", "words.svg"});
    };
    const Outcome outcome = render("5,2");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    std::ifstream in(folder / "words.svg");
    const std::string svg{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(svg.find(" words"), std::string::npos);
    EXPECT_NE(render("500,2").exitCode, 0);
}

TEST_F(WithModel, RenderFindsWhatIsWrongBeforeTheRun)
{
    std::ofstream text(folder / "long.txt");
    for (int i = 0; i < 2000; ++i) text << sentence << ' ';
    text.close();
    const auto render = [&](const char* head, const char* out) {   // the model opens, but the run would be refused for its memory
        return run({"render", "--text-file", "long.txt", "--view", "links", "--layer", "1", "--head", head, "--memory", "100MB", "--out", out}).err;
    };
    EXPECT_THAT(render("8", "x.png"), HasSubstr("There is no head 1.8."));
    EXPECT_THAT(render("-1", "x.png"), HasSubstr("There is no head 1.-1."));
    EXPECT_THAT(render("2", "no/such/x.png"), HasSubstr("no/such/x.png"));
    EXPECT_THAT(render("2", "x.png"), HasSubstr("would need"));
}

TEST_F(WithModel, TextComesFromAFileOrStandardInput)
{
    std::ofstream(folder / "text.txt") << sentence;
    const core::Json byFile = json(run({"metrics", "--text-file", "text.txt", "--json"}));
    EXPECT_EQ(byFile, json(run({"metrics", "--text-file", "-", "--json"}, sentence)));
    EXPECT_EQ(byFile, json(run({"metrics", "--text", sentence, "--json"})));
}

TEST_F(WithModel, AFailedCommandLeavesNoFile)
{
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"record", "--text", sentence, "--plan", "all: windo(3)", "--out", "x.safetensors"},
             {"record", "--text", sentence, "--plan", "all: topk(3)", "--out", "x.safetensors"},
             {"record", "--ids", "1,999999", "--out", "x.safetensors"},
             {"record", "--text", sentence, "--memory", "1k", "--out", "x.safetensors"},
             {"render", "--text", sentence, "--view", "heatmap", "--layer", "9", "--head", "0", "--out", "x.png"},
             {"render", "--text", sentence, "--view", "heatmap", "--layer", "0", "--head", "0", "--out", "x.bmp"},
             {"render", "--text", sentence, "--view", "heatmap", "--layer", "0", "--head", "0", "--out", "no/such/folder/x.png"}}) {
        const Outcome outcome = run(arguments);
        EXPECT_NE(outcome.exitCode, 0);
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
        EXPECT_FALSE(fs::exists(folder / arguments.back()));
    }
}

}   // namespace
