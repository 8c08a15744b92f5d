// A pattern taken apart into blocks is the same pattern, and what a hand changes in one block changes nothing else.
#include "ui/state/pattern_parts.h"

#include <gtest/gtest.h>

#include "tests/core/attention/random_patterns.h"

namespace ui {

namespace {

core::Pattern parsed(const std::string& text)
{
    const auto pattern = core::Pattern::parse(text);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern.value_or(core::Pattern());
}

PatternParts partsOf(const std::string& text)
{
    const std::optional<PatternParts> parts = PatternParts::of(parsed(text));
    EXPECT_TRUE(parts) << text;
    return parts.value_or(PatternParts());
}

// Random expressions of the shape that has blocks, operands in any order.
std::string randomBlocksText(core::Random& random)
{
    std::vector<std::string> members;
    static const char* const kMembers[] = {"window(5)",  "sinks(2)",           "global(\".\", 3-5)", "strided(4)",
                                           "blocks(8)",  "dilated(3, 2)",      "random(4, 1, 7)",    "logsparse",
                                           "!window(2)", "causal & blocks(3)", "where(q - k < 3)"};
    for (const char* member : kMembers)
        if (random.below(3) == 0) members.insert(members.begin() + random.below(std::int64_t(members.size()) + 1), member);
    std::vector<std::string> operands;
    const auto add = [&](std::string text) { operands.insert(operands.begin() + random.below(std::int64_t(operands.size()) + 1), std::move(text)); };
    if (!members.empty()) add(fmt::format("({})", fmt::join(members, " | ")));
    if (members.empty() || random.below(2)) add("causal");
    if (random.below(3) == 0) add(fmt::format("!{}(3:0-2, 5:1)", primitiveOf(BlockKind::Painted)));
    if (random.below(3) == 0) add("topk(6)");
    return fmt::format("{}", fmt::join(operands, " & "));
}

}   // namespace

TEST(PatternPartsTest, TextOfThePartsIsThePatternAgain)
{
    core::Random random(11);
    int taken = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::string text = i % 3 == 0   ? core::test::randomPatternText(random, 2)
                                 : i % 3 == 1 ? core::test::randomSelectingText(random, 2)
                                              : randomBlocksText(random);
        const core::Pattern pattern = parsed(text);
        const std::optional<PatternParts> parts = PatternParts::of(pattern);
        if (!parts) continue;
        ++taken;
        EXPECT_EQ(parsed(parts->text()), pattern) << text << " became " << parts->text();
    }
    EXPECT_GE(taken, 1000);
}

TEST(PatternPartsTest, SwitchingABlockTwiceIsTheIdentityAndParsesBetween)
{
    core::Random random(12);
    int taken = 0;
    for (int i = 0; i < 600; ++i) {
        const std::string text = randomBlocksText(random);
        const auto read = PatternParts::of(parsed(text));
        if (!read) continue;   // two operands without a name of their own, as in (a | b) & (c & d)
        ++taken;
        for (const BlockKind kind : blockKinds()) {
            PatternParts parts = *read;
            parts.set(kind, !read->block(kind).isOn);
            const auto between = core::Pattern::parse(parts.text());
            ASSERT_TRUE(between) << text << " became " << parts.text() << ": " << between.error().what;
            parts.set(kind, read->block(kind).isOn);
            EXPECT_EQ(parts.text(), read->text());
        }
    }
    EXPECT_GE(taken, 400);
}

TEST(PatternPartsTest, EveryRewrittenNumberParsesAndReadsBack)
{
    for (const BlockKind kind : blockKinds()) {
        PatternParts parts = partsOf("causal & window(24)");
        parts.set(kind, true);
        const std::size_t count = parts.numbers(kind).size();
        for (std::size_t i = 0; i < count; ++i) {
            const BlockNumber rule = parts.numbers(kind)[i];
            for (const core::Index value : {rule.lowest, core::Index(37), rule.highest, rule.highest + 1, rule.lowest - 1}) {
                parts.setNumber(kind, i, value);
                const core::Index legal = std::clamp(value, rule.lowest, rule.highest);
                EXPECT_EQ(parts.numbers(kind)[i].value, legal);
                EXPECT_EQ(partsOf(parts.text()).numbers(kind)[i].value, legal) << parts.text();
            }
        }
    }
}

TEST(PatternPartsTest, BlocksReadAsTheyAreWritten)
{
    const PatternParts parts = partsOf("causal & (window(24) | sinks(4) | global(\".\", 2-5))");
    EXPECT_EQ(parts.text(), "causal & (window(24) | sinks(4) | global(\".\", 2-5))");
    EXPECT_TRUE(parts.block(BlockKind::Causal).isOn);
    EXPECT_EQ(parts.block(BlockKind::Window).numbers, std::vector<core::Index>{24});
    EXPECT_EQ(parts.block(BlockKind::Global).entries, "\".\", 2-5");
    EXPECT_FALSE(parts.block(BlockKind::Strided).isOn);
    EXPECT_FALSE(parts.block(BlockKind::TopK).isOn);
}

TEST(PatternPartsTest, WhatIsSwitchedOnStandsInTheOrderOfTheList)
{
    PatternParts parts = partsOf("causal & strided(4)");
    parts.set(BlockKind::Sinks, true);
    parts.set(BlockKind::TopK, true);
    parts.set(BlockKind::Random, true);
    EXPECT_EQ(parts.text(), "causal & (sinks(4) | strided(4) | random(8, 2, 1)) & topk(8)");
}

TEST(PatternPartsTest, NothingIsDenseAndAChoiceNeedsSomethingToChooseAmong)
{
    PatternParts parts;
    EXPECT_EQ(parts.text(), "dense");
    parts.set(BlockKind::TopK, true);
    EXPECT_EQ(parts.text(), "dense & topk(8)");
    EXPECT_EQ(partsOf(parts.text()).text(), parts.text());
    parts.set(BlockKind::Causal, true);
    EXPECT_EQ(parts.text(), "causal & topk(8)");
}

TEST(PatternPartsTest, PartsThatAreNoBlockStay)
{
    PatternParts parts = partsOf("causal & (logsparse | window(4) | blocks(2) & dense)");
    EXPECT_EQ(parts.others(), (std::vector<std::string>{"logsparse", "(blocks(2) & dense)"}));
    parts.set(BlockKind::Window, false);
    EXPECT_EQ(parsed(parts.text()), parsed("causal & (logsparse | blocks(2) & dense)"));
}

TEST(PatternPartsTest, PaintedCellsAreAllowedAndRemovedByOneSwitch)
{
    const std::string name = primitiveOf(BlockKind::Painted);
    PatternParts parts = partsOf(fmt::format("causal & (window(4) | {0}(9:1-2)) & !{0}(3:0)", name));
    EXPECT_EQ(parts.block(BlockKind::Painted).entries, "9:1-2");
    EXPECT_EQ(parts.block(BlockKind::Painted).removed, "3:0");
    parts.set(BlockKind::Painted, false);
    EXPECT_EQ(parts.text(), "causal & window(4)");
    parts.set(BlockKind::Painted, true);
    EXPECT_EQ(parts.text(), fmt::format("causal & (window(4) | {0}(9:1-2)) & !{0}(3:0)", name));
}

TEST(PatternPartsTest, OtherShapesAreFreelyComposed)
{
    for (const char* text : {"window(3) | window(9)", "causal & window(3) & blocks(4)", "causal & moba(4, 2)", "causal & causal",
                             "(window(2) | sinks(1)) & (blocks(3) | sinks(2))"})
        EXPECT_FALSE(PatternParts::of(parsed(text))) << text;
}

TEST(PatternPartsTest, EntriesAreCheckedAndStayWhatTheyWereWhenWrong)
{
    PatternParts parts = partsOf("global(3)");
    EXPECT_TRUE(parts.setEntries(BlockKind::Global, "\"a\\\"(\", 5-7"));
    EXPECT_EQ(parts.text(), "global(\"a\\\"(\", 5-7)");
    EXPECT_EQ(partsOf(parts.text()).block(BlockKind::Global), parts.block(BlockKind::Global));
    for (const char* wrong : {"", "7-5", "3) | dense | global(4", "3) & topk(2", "\"open"}) {
        EXPECT_FALSE(parts.setEntries(BlockKind::Global, wrong)) << wrong;
        EXPECT_EQ(parts.text(), "global(\"a\\\"(\", 5-7)");
    }
}

TEST(PatternPartsTest, WhatIsOffIsRemembered)
{
    PatternParts before = partsOf("causal & (window(9) | sinks(2))");
    before.set(BlockKind::Window, false);
    PatternParts after = partsOf(before.text());
    EXPECT_EQ(after.block(BlockKind::Window).numbers, std::vector<core::Index>{24});
    after.remember(before);
    EXPECT_EQ(after.text(), before.text());
    after.set(BlockKind::Window, true);
    EXPECT_EQ(after.text(), "causal & (window(9) | sinks(2))");
}

}   // namespace ui
