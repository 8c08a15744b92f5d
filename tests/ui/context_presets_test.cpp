#include "ui/state/context_presets.h"

#include <gtest/gtest.h>

#include "core/metrics/next_token_loss.h"
#include "core/model/model.h"
#include "tests/core/formats/temporary_folder.h"
#include "ui/state/effect_shown.h"

namespace ui {

namespace {

core::Result<ContextPresets> read(const std::string& json)
{
    const core::test::TemporaryFolder folder;
    return readContextPresets(folder.write("contexts.json", json));
}

// What the effect says of a fact.
double valueOf(const ContextFact& fact, const ContextShown& shown)
{
    const core::ContextRun& run = *readingOf(shown.effect, fact.reading);
    if (fact.kind == ContextFact::Kind::Divergence) return run.divergence;
    if (fact.kind == ContextFact::Kind::Loss) return core::meanOf(run.loss, shown.effect.trained).value_or(-1.0);
    const QStringList* labels[] = {&shown.full, &shown.sliding, &shown.withSinks, &shown.cropped};
    const qsizetype at = labels[std::size_t(fact.reading)]->indexOf(fact.token);
    return at < 0 ? -1.0 : run.next[std::size_t(at)].probability;
}

}   // namespace

// What a line says the model does is what it does, to the last digit of the line.
TEST(ContextPresets, SayWhatTheModelReallyDoes)
{
    const ContextPresets presets = builtInContextPresets();
    ASSERT_EQ(presets.contexts.size(), 3u);
    const auto model = core::openModelByName(presets.model.toStdString());
    ASSERT_TRUE(model) << model.error().what;
    for (const ContextPreset& preset : presets.contexts) {
        const auto tokens = (*model)->tokenizer.encode(preset.text.toStdString());
        ASSERT_TRUE(tokens);
        const auto effect = core::contextEffect(*(*model)->transformer, *tokens, preset.window);
        ASSERT_TRUE(effect) << effect.error().what;
        const ContextShown shownHere = shown(*effect, *tokens, **model);
        EXPECT_FALSE(preset.shows.empty());
        for (const ContextFact& fact : preset.shows) {
            EXPECT_NEAR(valueOf(fact, shownHere), fact.value, 0.005) << preset.title.toStdString() << ' ' << fact.token.toStdString();
            EXPECT_TRUE(preset.look.contains(QString::number(fact.value, 'f', 2))) << preset.title.toStdString() << ' ' << fact.value;
            EXPECT_TRUE(preset.look.contains(fact.token)) << preset.look.toStdString();   // empty where it is not of a token
        }
        EXPECT_EQ(presets.find(shownHere.text, shownHere.model, effect->window), &preset) << "it is known again";
    }
}

// The lines also say which token comes first, and which is lost.
TEST(ContextPresets, TheNeedleIsFoundInFullAlone)
{
    const ContextPresets presets = builtInContextPresets();
    const auto model = core::openModelByName(presets.model.toStdString());
    const auto read = [&](std::size_t preset) {
        const auto tokens = (*model)->tokenizer.encode(presets.contexts[preset].text.toStdString());
        return shown(*core::contextEffect(*(*model)->transformer, *tokens, presets.contexts[preset].window), *tokens, **model);
    };
    const ContextShown three = read(0), needle = read(1);
    EXPECT_EQ(three.full.front(), "bird");
    EXPECT_EQ(three.sliding.front(), "grey");
    EXPECT_EQ(three.cropped.front(), "grey");
    EXPECT_EQ(needle.full.front(), "goat");
    for (const QStringList& labels : {needle.sliding, needle.withSinks, needle.cropped}) EXPECT_FALSE(labels.contains("goat"));
    EXPECT_NEAR(double(needle.effect.tokens), 400.0, 12.0);
    QStringList places;
    for (qsizetype i = 0; i < needle.tokens.size(); ++i)
        if (needle.tokens[i] == "fat") places << QString::number(i);
    ASSERT_EQ(places.size(), 2);
    EXPECT_TRUE(presets.contexts[1].look.contains(QString("%1 tokens after").arg(places[1].toInt() - places[0].toInt())));
}

TEST(ContextPresets, AreFoundByTextModelAndWindow)
{
    const ContextPresets presets{.model = "m", .contexts = {{.title = "a", .text = "A.", .window = {.window = 3}, .look = {}, .shows = {}}}};
    EXPECT_TRUE(presets.find("A.", "m", {.window = 3}));
    EXPECT_FALSE(presets.find("A", "m", {.window = 3}));
    EXPECT_FALSE(presets.find("A.", "n", {.window = 3}));
    EXPECT_FALSE(presets.find("A.", "m", {.window = 3, .sinks = 1}));
}

TEST(ContextPresets, DamagedFilesAreRefusedByTheMember)
{
    const auto refused = [](const std::string& json, const std::string& about) {
        const auto presets = read(json);
        ASSERT_FALSE(presets) << json;
        EXPECT_NE(presets.error().what.find(about), std::string::npos) << presets.error().what;
    };
    const std::string begin = R"({"model": "m", "contexts": [{"title": "t", "text": "x", "window": )";
    refused("[]", "model");
    refused(R"({"model": "m"})", "\"contexts\" is no list");
    refused(begin + R"("3"}]})", "window");
    refused(begin + R"(0, "sinks": 0, "look": "l"}]})", "The window is 0");
    refused(begin + R"(3, "sinks": -1, "look": "l"}]})", "The sinks are -1");
    refused(begin + R"(3, "sinks": 0, "look": "l"}]})", "\"shows\" is no list");
    refused(begin + R"(3, "sinks": 0, "look": "l", "shows": [{"reading": "half", "value": 1}]}]})", "full, sliding, sinks or cropped");
    refused(begin + R"(3, "sinks": 0, "look": "l", "shows": [{"reading": "full", "what": "joy", "value": 1}]}]})", "loss or divergence");
}

}   // namespace ui
