#include "ui/state/samples.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/core/formats/temporary_folder.h"
#include "ui/controllers/engine.h"
#include "ui/state/document.h"

namespace ui {

namespace {

core::Result<Samples> read(const std::string& json)
{
    const core::test::TemporaryFolder folder;
    return readSamples(folder.write("samples.json", json));
}

}   // namespace

// What a line says a head gives is what the model gives, to the last digit of the line.
TEST(Samples, SayWhatTheModelReallyDoes)
{
    const Samples samples = builtInSamples();
    ASSERT_GE(samples.sentences.size(), 24u);
    const auto model = core::openModelByName(samples.model.toStdString());
    ASSERT_TRUE(model) << model.error().what;
    for (const Sample& sample : samples.sentences) {
        const auto record = CoreEngine().run({.text = sample.text, .plan = {}, .model = *model, .previous = {}}, {});
        ASSERT_TRUE(record) << record.error().what;
        EXPECT_FALSE(sample.shows.empty()) << sample.title.toStdString();
        for (const SampleWeight& shown : sample.shows) {
            ASSERT_TRUE((*record)->has(shown.head) && (*record)->has(shown.pair.query, shown.pair.key)) << sample.title.toStdString();
            EXPECT_NEAR(double((*record)->map(shown.head)->cell(shown.pair.query, shown.pair.key).weight), shown.weight, 0.005)
                << sample.title.toStdString();
            EXPECT_TRUE(sample.look.contains(nameOf(shown.head))) << sample.title.toStdString();
            EXPECT_TRUE(sample.look.contains(QString::number(shown.weight, 'f', 2))) << sample.title.toStdString();
        }
    }
}

TEST(Samples, AreFoundByTextAndModel)
{
    const Samples samples{.model = "m", .sentences = {{.title = "a", .text = "A.", .look = {}, .shows = {}}}};
    ASSERT_TRUE(samples.find("A.", "m"));
    EXPECT_EQ(samples.find("A.", "m")->title, "a");
    EXPECT_FALSE(samples.find("A", "m"));
    EXPECT_FALSE(samples.find("A.", "another"));   // whose heads do other things
}

TEST(Samples, DamagedFilesAreRefusedByTheMember)
{
    const auto refused = [](const std::string& json, const std::string& about) {
        const auto samples = read(json);
        ASSERT_FALSE(samples) << json;
        EXPECT_EQ(samples.error().fault, core::Fault::BadFile);
        EXPECT_NE(samples.error().what.find(about), std::string::npos) << samples.error().what;
    };
    refused("[]", "model");
    refused(R"({"model": "m"})", "sentences");
    refused(R"({"model": "m", "sentences": [{"title": "a", "text": "b"}]})", "sentence 1: \"look\"");
    refused(R"({"model": "m", "sentences": [{"title": "a", "text": "b", "look": "c"}]})", "shows");
    for (const char* head : {"[0]", "[0, -1]", "[0, 1.5]", "\"0.1\""})
        refused(fmt::format(R"({{"model": "m", "sentences": [{{"title": "a", "text": "b", "look": "c",
                                "shows": [{{"head": {}, "pair": [1, 0], "weight": 1.0}}]}}]}})",
                            head),
                "sentence 1: \"head\"");
    EXPECT_FALSE(readSamples("/no/such/file.json"));
}

}   // namespace ui
