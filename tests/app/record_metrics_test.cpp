// record, metrics and check beyond the common path: which tensors a file has, what a probe prints, how wrong values are refused.
#include <gmock/gmock.h>

#include "core/formats/safetensors.h"
#include "program.h"

using test::isOneError;
using test::Outcome;
using ::testing::HasSubstr;

namespace {

const std::string kSentence = "The cat sat on the mat because the cat was tired.";

class RecordAndMetrics : public test::ProgramWithModel {
protected:
    // The tensor's shape, empty when the file lacks it.
    std::vector<core::Index> shapeOf(const std::string& tensor) const
    {
        const auto file = core::Safetensors::open(folder / "r.safetensors");
        const core::TensorInfo* found = file ? file->find(tensor) : nullptr;
        return found != nullptr ? found->shape : std::vector<core::Index>{};
    }

    Outcome record(std::vector<std::string> further) const
    {
        std::vector<std::string> arguments = {"record", "--text", kSentence, "--out", "r.safetensors"};
        arguments.insert(arguments.end(), further.begin(), further.end());
        return run(arguments);
    }
};

TEST_F(RecordAndMetrics, KeepWritesTheWeightsOfTheLayersOfKeptHeads)
{
    const Outcome outcome = record({"--keep", "1:2,3:0"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("wrote r.safetensors"));
    for (const char* absent : {"layer.0.weights", "layer.2.weights", "layer.2.allowed"}) EXPECT_TRUE(shapeOf(absent).empty()) << absent;
    for (const char* present : {"layer.1.weights", "layer.3.allowed", "layer.0.q", "layer.2.lse"}) EXPECT_FALSE(shapeOf(present).empty()) << present;
    EXPECT_EQ(shapeOf("layer.1.weights").front(), 8) << "all heads of the layer, so that weights[h] is head h";
}

TEST_F(RecordAndMetrics, LogitsAreOfTheRowsAskedFor)
{
    ASSERT_EQ(record({}).exitCode, 0);
    const core::Index n = shapeOf("tokens").front();
    EXPECT_EQ(shapeOf("logits").front(), 1);
    ASSERT_EQ(record({"--logits", "all"}).exitCode, 0);
    EXPECT_EQ(shapeOf("logits").front(), n);
    ASSERT_EQ(record({"--logits", "none"}).exitCode, 0);
    EXPECT_TRUE(shapeOf("logits").empty());
}

TEST_F(RecordAndMetrics, WrongValuesAreWrongUsageAndLeaveNoFile)
{
    for (const auto& [option, value] : std::vector<std::pair<std::string, std::string>>{
             {"--keep", "1"}, {"--keep", "a:b"}, {"--keep", "1:2x"}, {"--keep", "4:0"}, {"--keep", "0:-1"}, {"--logits", "some"}}) {
        const Outcome outcome = record({option, value});
        EXPECT_EQ(outcome.exitCode, 2) << option << ' ' << value;
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
        EXPECT_FALSE(test::fs::exists(folder / "r.safetensors"));
    }
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"metrics"}, {"metrics", "--probe", "copying"}, {"check"}}) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.exitCode, 2) << outcome.err;
        EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    }
}

TEST_F(RecordAndMetrics, AFolderThatIsMissingIsToldBeforeTheRun)
{
    const Outcome outcome = run({"record", "--text", kSentence, "--out", "no/such/r.safetensors"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_TRUE(isOneError(outcome)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("no/such/r.safetensors"));
}

TEST_F(RecordAndMetrics, TheProbeGivesEveryHeadAnInductionScore)
{
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"metrics", "--probe", "induction", "--json"},
                                                                       {"metrics", "--probe", "induction", "--text", kSentence, "--json"}}) {
        const Outcome outcome = run(arguments);
        ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
        const core::Json metrics = json(outcome);
        for (const core::Json& head : *metrics.find("heads")->array()) {
            const double score = head.numberAt("induction").value_or(-1.0);
            EXPECT_TRUE(score >= 0.0 && score <= 1.0) << score;
        }
    }
}

TEST_F(RecordAndMetrics, TheBestHeadStandsBesideItsScoreOnShuffledTokens)
{
    const Outcome outcome = run({"metrics", "--text", kSentence});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("highest previous_token: "));
    EXPECT_THAT(outcome.out, HasSubstr("on shuffled tokens the same head has "));
    EXPECT_THAT(outcome.out, HasSubstr("not why the model answered"));
}

TEST_F(RecordAndMetrics, CheckPrintsWhatItFoundAndWhatIsAllowed)
{
    const core::Json report = json(run({"check", "--text", kSentence, "--json"}));
    for (const char* key : {"max_error_weights", "max_error_output", "max_row_sum_error", "max_error_logits"})
        EXPECT_TRUE(report.numberAt(key)) << key;
    ASSERT_TRUE(report.find("tolerance"));
    for (const char* key : {"weights", "output", "row_sum", "logits"}) EXPECT_TRUE(report.find("tolerance")->numberAt(key)) << key;
    EXPECT_EQ(report.booleanAt("ok").value_or(false), true);
}

}   // namespace
