// Session files: what is saved comes back, whatever is wrong is named, and nothing else happens.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/base/random.h"
#include "ui/state/session_file.h"

namespace {

using namespace ui;

SavedSession example()
{
    SavedSession session;
    session.document = {.text = QString::fromUtf8("The “cat” 🎉\nsat."),
                        .model = "/models/tiny",
                        .plan = "head 1.2: off",
                        .head = {1, 2},
                        .pin = Pin{.query = {4, 9, 0}, .key = {0, 3, 1}},
                        .second = SecondSentence{.text = "The dog", .pin = Pin{.query = {4, 7, 0}, .key = {0, 3, 0}}},
                        .patterns = {"causal & window(3)", "global(\"“cat”\")"}};
    session.view.shown = "compare";
    session.view.compare = {.pattern = 1,
                            .mode = CompareMode::Pairs,
                            .parts = ViewParts::Links,
                            .zoom = LinkedZoom::Off,
                            .scope = core::PlanScope::Layer,
                            .kvGroups = 2,
                            .costs = CostsCard::Growth,
                            .effects = EffectsCard::Context,
                            .costTokens = 4096,
                            .window = 7,
                            .sinks = 2,
                            .sweep = "window({2, 4})"};
    session.view.scale = ScaleKind::Log;
    session.view.firstToken = FirstToken::Hidden;
    session.view.parts = ViewParts::Matrix;
    session.view.loupe = Loupe::Off;
    session.view.unit = AxisUnit::Words;
    session.view.links = {.mode = LinkMode::FixedWeight, .share = 0.8, .weight = 0.25};
    session.view.centre = Centre::Solo;
    session.view.panels.heads = 321;
    session.view.heads = {.sort = HeadMeasure::Entropy,
                          .bars = HeadMeasure::Drawn,
                          .direction = HeadDirection::LowestFirst,
                          .filter = HeadRange{.measure = HeadMeasure::Drawn, .least = -0.25, .most = 0.75},
                          .drawing = std::make_shared<const HeadDrawing>(DrawnCells{{.queries = {3, 5}, .keys = {0, 2}}}),
                          .baseline = HeadBaseline::Shuffled};
    session.cells = {QRectF(1.5, 2.25, 4.0, 3.0), QRectF(0.0, 1.0, 2.5, 1.5)};
    return session;
}

core::Json jsonOf(const SavedSession& session) { return core::Json::parse(sessionText(session), "session").value(); }

core::Result<SavedSession> read(const std::string& text) { return sessionOf(text, "cat.fovea.json", {}); }

TEST(SessionFile, WhatIsSavedComesBack)
{
    const SavedSession saved = example();
    const auto back = read(sessionText(saved));
    ASSERT_TRUE(back) << back.error().what;
    EXPECT_EQ(back->document, saved.document);
    EXPECT_EQ(back->cells, saved.cells);
    EXPECT_EQ(sessionText(*back), sessionText(saved));
    ASSERT_TRUE(back->view.heads.drawing);
    EXPECT_EQ(*back->view.heads.drawing, *saved.view.heads.drawing);
    HeadsView heads = back->view.heads;
    heads.drawing = saved.view.heads.drawing;
    EXPECT_EQ(heads, saved.view.heads);
    EXPECT_EQ(back->view.scale, ScaleKind::Log);
    EXPECT_EQ(back->view.firstToken, FirstToken::Hidden);
    EXPECT_EQ(back->view.parts, ViewParts::Matrix);
    EXPECT_EQ(back->view.loupe, Loupe::Off);
    EXPECT_EQ(back->view.unit, AxisUnit::Words);
    EXPECT_EQ(back->view.links, saved.view.links);
    EXPECT_EQ(back->view.centre, Centre::Solo);
    EXPECT_EQ(back->view.shown, "compare");
    EXPECT_EQ(back->view.compare, saved.view.compare);
}

// Files from before there were patterns.
TEST(SessionFile, WithoutPatternsThereIsTheFirstOne)
{
    core::Json json = core::Json::object({});
    const core::Json whole = jsonOf(example());   // its members refer to it
    for (const auto& [name, value] : *whole.object())
        if (name != "patterns" && name != "view") json.set(name, value);
    const auto back = read(json.dump());
    ASSERT_TRUE(back) << back.error().what;
    EXPECT_EQ(back->document.patterns, QStringList{kFirstPattern});
    EXPECT_EQ(back->view.shown, kFirstView);
}

// What stands beside the first sentence may be absent, all or in part.
TEST(SessionFile, OneSentenceComesBackAsOne)
{
    SavedSession saved = example();
    saved.document.second->pin.reset();
    saved.cells[1].reset();
    EXPECT_EQ(read(sessionText(saved))->document, saved.document);
    EXPECT_EQ(read(sessionText(saved))->cells, saved.cells);
    saved.document.second.reset();
    EXPECT_EQ(read(sessionText(saved))->document, saved.document);
    EXPECT_EQ(sessionText(saved).find("second"), std::string::npos);
}

TEST(SessionFile, RulesAndDefaultsComeBackToo)
{
    SavedSession saved;
    saved.document.model = "fovea-s";
    for (const TargetRule rule : {TargetRule::PreviousToken, TargetRule::FirstToken, TargetRule::OwnToken, TargetRule::SameToken}) {
        saved.view.heads.drawing = std::make_shared<const HeadDrawing>(rule);
        const auto back = read(sessionText(saved));
        ASSERT_TRUE(back) << back.error().what;
        EXPECT_EQ(*back->view.heads.drawing, HeadDrawing(rule));
        EXPECT_EQ(back->document, saved.document);
        EXPECT_EQ(back->cells, CellsSeen());
    }
}

// The theme and the sizes of panels belong to whoever looks, not to the picture.
TEST(SessionFile, WhatSuitsThePersonStaysWithThePerson)
{
    SavedSession saved = example();
    ViewState mine;
    mine.panels.inspector = 333;
    const auto back = sessionOf(sessionText(saved), "cat.fovea.json", mine);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->view.panels, mine.panels);
}

TEST(SessionFile, EveryWrongFieldIsNamed)
{
    const auto none = core::Json();
    const std::pair<std::vector<std::string>, core::Json> changes[] = {
        {{"format"}, "fovea recording"}, {{"version"}, 2},
        {{"version"}, "1"},              {{"text"}, 7},
        {{"text"}, none},                {{"model"}, core::Json::object({})},
        {{"model"}, ""},                 {{"plan"}, "head 1.2: explode"},
        {{"head"}, core::Json(core::Json::Array{1})},
        {{"head"}, core::Json(core::Json::Array{-1, 2})},
        {{"head"}, core::Json(core::Json::Array{1.5, 2})},
        {{"head"}, core::Json(core::Json::Array{std::int64_t(1) << 40, 2})},
        {{"pin"}, "here"},
        {{"pin", "query"}, core::Json(core::Json::Array{4, 900, 0})},
        {{"pin", "key"}, core::Json(core::Json::Array{3, 1, 0})},
        {{"pin", "key"}, core::Json(core::Json::Array{0, 3, -1})},
        {{"cells"}, core::Json(core::Json::Array{0, 0, 0, 5})},
        {{"cells"}, core::Json(core::Json::Array{0, 0, 1e300, 5})},
        {{"cells"}, "all"},
        {{"second"}, "beside"},
        {{"second", "text"}, 7},
        {{"second", "pin"}, "here"},
        {{"second", "pin", "query"}, core::Json(core::Json::Array{4, 8, 0})},
        {{"second", "cells"}, core::Json(core::Json::Array{0, 0, 5})},
        {{"patterns"}, "window(3)"},
        {{"patterns"}, core::Json(core::Json::Array{})},
        {{"patterns"}, core::Json(core::Json::Array{"window(0)"})},
        {{"patterns"}, core::Json(core::Json::Array{3})},
        {{"patterns"}, core::Json(core::Json::Array{"dense", "dense", "dense", "dense", "dense"})},
        {{"view", "shown"}, 3},
        {{"view", "compare"}, core::Json::object({{"pattern", 4}})},
        {{"view", "compare", "mode"}, "loud"},
        {{"view", "compare", "window"}, 0},
        {{"view", "compare", "sinks"}, -1},
        {{"view", "compare", "kvGroups"}, -1},
        {{"view", "compare", "sweep"}, 4},
        {{"view", "compare", "sweep"}, std::string(10'001, 'x')},
        {{"view", "compare", "costTokens"}, std::int64_t(1) << 40},
        {{"view"}, 3},
        {{"view", "unit"}, "letters"},
        {{"view", "links"}, "all"},
        {{"view", "centre"}, "left"},
        {{"view", "scale"}, "cubic"},
        {{"view", "parts"}, none},
        {{"view", "firstToken"}, true},
        {{"view", "loupe"}, "large"},
        {{"view", "heads"}, 1},
        {{"view", "heads", "bars"}, "beauty"},
        {{"view", "heads", "drawing"}, core::Json::object({{"blocks", core::Json(core::Json::Array{})}})},
        {{"view", "heads", "drawing"}, core::Json::object({{"rule", "every token"}})},
        {{"view", "heads", "drawing"}, none},
    };
    for (const auto& [path, value] : changes) {
        core::Json json = jsonOf(example());
        if (path.size() == 1) json.set(path[0], value);
        if (path.size() >= 2) {
            core::Json inner = *json.find(path[0]);
            if (path.size() == 2) inner.set(path[1], value);
            if (path.size() == 3) {
                core::Json innermost = *inner.find(path[1]);
                innermost.set(path[2], value);
                inner.set(path[1], innermost);
            }
            json.set(path[0], inner);
        }
        const auto session = read(json.dump());
        ASSERT_FALSE(session) << path.back() << " " << value.dump();
        EXPECT_THAT(session.error().what, testing::StartsWith("cat.fovea.json: "));
        for (const std::string& name : path) EXPECT_THAT(session.error().what, testing::HasSubstr('"' + name + '"')) << session.error().what;
        EXPECT_THAT(session.error().what, testing::EndsWith("."));
    }
}

TEST(SessionFile, ALaterVersionIsAskedToBeOpenedWithALaterProgram)
{
    core::Json json = jsonOf(example());
    json.set("version", 2);
    const auto session = read(json.dump());
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().fault, core::Fault::Unsupported);
    EXPECT_EQ(session.error().remedy, "Open it with a newer Fovea.");
}

TEST(SessionFile, MembersOfOthersAreLeftAlone)
{
    core::Json json = jsonOf(example());
    json.set("comment", "for Monday");
    EXPECT_TRUE(read(json.dump()));
}

// Bytes changed, taken out and put in at random: a session that can be shown, or one sentence; never anything else.
TEST(SessionFile, DamagedFilesAreRefusedOrMeanSomething)
{
    const std::string whole = sessionText(example());
    core::Random random(7);
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = whole;
        for (auto changes = 1 + random.below(4); changes > 0; --changes) {
            const auto at = std::size_t(random.below(std::int64_t(text.size())));
            if (random.below(3) == 0)
                text.erase(at, std::size_t(1 + random.below(20)));
            else if (random.below(2) == 0)
                text.insert(at, 1, char(random.below(256)));
            else
                text[at] = char(random.below(256));
        }
        const auto session = read(text);
        if (!session) {
            ++refused;
            EXPECT_FALSE(session.error().what.empty());
            continue;
        }
        const DocumentState& document = session->document;
        EXPECT_GE(document.head.layer, 0);
        EXPECT_LE(document.pin ? document.pin->query.end : 0, document.text.size());
        EXPECT_TRUE(read(sessionText(*session)));
    }
    EXPECT_GT(refused, 1000);
}

TEST(SessionFile, FilesThatAreNoneAreRefused)
{
    for (const char* text : {"", "{", "[]", "null", "{}", "\"fovea session\"", "[[[[[[", "{\"format\": \"fovea session\"}"}) {
        const auto session = read(text);
        ASSERT_FALSE(session) << text;
        EXPECT_THAT(session.error().what, testing::HasSubstr("cat.fovea.json")) << text;
    }
    const auto missing = readSession("/no/such/file.fovea.json", {});
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().what, testing::HasSubstr("/no/such/file.fovea.json"));
}

}   // namespace
