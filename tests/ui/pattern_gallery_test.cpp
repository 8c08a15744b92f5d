#include "ui/state/pattern_gallery.h"

#include <bit>
#include <functional>
#include <map>

#include <gtest/gtest.h>

#include "core/attention/attention_plan.h"
#include "core/attention/block_layout.h"
#include "tests/core/formats/temporary_folder.h"

namespace ui {

namespace {

using core::Index;
using core::Pattern;

Pattern parsed(const QString& text) { return Pattern::parse(text.toStdString()).value(); }

core::Result<PatternGallery> read(const std::string& json)
{
    const core::test::TemporaryFolder folder;
    return PatternGallery::load(folder.write("patterns.json", json));
}

// Σ over rows of what the field guide says a row keeps.
Index sum(Index n, const std::function<Index(Index)>& keysOfRow)
{
    Index pairs = 0;
    for (Index p = 0; p < n; ++p) pairs += keysOfRow(p);
    return pairs;
}

constexpr Index kTokens = 64;

}   // namespace

TEST(PatternGallery, HasTheNamedPatternsOfRealModels)
{
    const PatternGallery gallery = PatternGallery::builtIn();
    for (const char* id : {"mistral", "longformer", "bigbird", "sparse-strided", "sparse-fixed", "streaming-llm", "gemma-2", "gemma-3", "gpt-3"})
        EXPECT_TRUE(gallery.find(id)) << id;
    EXPECT_FALSE(gallery.find("nobody"));
    for (const NamedPattern& named : gallery.patterns) {
        EXPECT_TRUE(named.source.contains("arXiv")) << named.id.toStdString();
        EXPECT_TRUE(named.line.endsWith('.') && !named.name.isEmpty()) << named.id.toStdString();
        // On a sentence the scaled one leaves something out, and what it really is would not.
        EXPECT_TRUE(named.pattern == named.realPattern || named.line.contains("caled") || named.line.contains("here")) << named.id.toStdString();
        const auto plan = core::AttentionPlan::parse(named.plan(4).toStdString());
        EXPECT_TRUE(plan) << named.plan(4).toStdString();
    }
}

TEST(PatternGallery, CountsAreTheDefinitionAndTheFieldGuide)
{
    const std::map<QString, Index> guide{
        {"mistral", kTokens * 8 - 8 * 7 / 2},
        {"gpt-oss", kTokens * 8 - 8 * 7 / 2},
        {"gpt-3", kTokens * 8 - 8 * 7 / 2},
        {"gemma-2", kTokens * 16 - 16 * 15 / 2},
        {"gemma-3", kTokens * 8 - 8 * 7 / 2},
        {"streaming-llm", sum(kTokens, [](Index p) { return std::min(p + 1, 8 + std::min(Index(4), std::max(Index(0), p + 1 - 8))); })},
        {"sparse-strided", sum(kTokens, [](Index p) { return std::min(p + 1, Index(8)) + p / 8; })},
        {"sparse-fixed", sum(kTokens, [](Index p) { return p % 8 + 1 + 2 * (p / 8); })},
        {"longformer", 1 * (2 * kTokens - 1) + (kTokens - 1) * (2 * 4 + 1) - 4 * 5},
        {"bigbird", 16 * (2 * 16 + (16 - 4) * (5 + 1) + 2 * (4 + 1))},
        {"logsparse", sum(kTokens, [](Index p) { return p == 0 ? 1 : Index(std::bit_width(std::uint64_t(p))) + 1; })},
    };
    for (const NamedPattern& named : PatternGallery::builtIn().patterns) {
        const Pattern pattern = parsed(named.pattern);
        if (pattern.selects()) continue;
        const core::BlockLayout layout(pattern, kTokens, kTokens);
        Index byDefinition = 0;
        for (Index p = 0; p < kTokens; ++p)
            for (Index j = 0; j < kTokens; ++j) byDefinition += pattern.allows({p}, {j}, kTokens);
        EXPECT_EQ(layout.pairs(), byDefinition) << named.id.toStdString();
        ASSERT_TRUE(guide.contains(named.id)) << named.id.toStdString();
        EXPECT_EQ(layout.pairs(), guide.at(named.id)) << named.id.toStdString();
    }
}

TEST(PatternGallery, LayersRepeat)
{
    const PatternGallery gallery = PatternGallery::builtIn();
    EXPECT_EQ(gallery.find("gpt-3")->plan(3), "layer 0: causal; layer 1: causal & window(8); layer 2: causal");
    EXPECT_TRUE(gallery.find("gemma-3")->plan(12).endsWith("layer 11: causal"));
    EXPECT_EQ(gallery.find("gemma-3")->plan(12).count("window"), 10);
    EXPECT_EQ(gallery.find("mistral")->plan(3), "all: causal & window(8)");
}

TEST(PatternGallery, DamagedFilesAreRefusedByTheMember)
{
    const auto refused = [](const std::string& json, const std::string& about) {
        const auto gallery = read(json);
        ASSERT_FALSE(gallery) << json;
        EXPECT_EQ(gallery.error().fault, core::Fault::BadFile);
        EXPECT_NE(gallery.error().what.find(about), std::string::npos) << gallery.error().what;
    };
    const std::string good = R"("id": "a", "name": "b", "line": "c", "source": "d", "pattern": "causal", "real": "causal")";
    EXPECT_TRUE(read(R"({"patterns": [{)" + good + "}]}"));
    refused("[]", "patterns");
    refused(R"({"patterns": [{"id": "a"}]})", "pattern 1: \"name\"");
    refused(R"({"patterns": [{)" + good + "}, {" + good + "}]}", "pattern 2: the id \"a\" stands twice");
    refused(R"x({"patterns": [{"id": "a", "name": "b", "line": "c", "source": "d", "pattern": "causal & wndow(3)", "real": "causal"}]})x",
            "column 10: \"wndow\" is no pattern");
    refused(R"({"patterns": [{)" + good + R"(, "layers": ["causal"]}]})", "equally many");
    refused(R"({"patterns": [{)" + good + R"(, "layers": []}]})", "\"layers\" is no list");
    EXPECT_FALSE(PatternGallery::load("/no/such/file.json"));
}

}   // namespace ui
