#include "core/text/tokens.h"

#include <gmock/gmock.h>

namespace core {
namespace {

std::string labelOf(std::string bytes)
{
    Tokens tokens;
    tokens.items.push_back({.id = 12, .span = {}, .bytes = std::move(bytes)});
    return tokens.label(0);
}

TEST(TokensLabel, PrintsWhatCanBeSeen)
{
    EXPECT_EQ(labelOf("cat"), "cat");
    EXPECT_EQ(labelOf(" the"), "the");
    EXPECT_EQ(labelOf("日本"), "日本");
    EXPECT_EQ(labelOf("👩\u200d💻"), "👩\u200d💻");
    EXPECT_EQ(labelOf("two words"), "two words");
    EXPECT_EQ(labelOf("\ufffd"), "\ufffd");
}

TEST(TokensLabel, SpacesAndLineBreaksHaveSigns)
{
    EXPECT_EQ(labelOf(" "), "␣");
    EXPECT_EQ(labelOf("   "), "␣␣␣");
    EXPECT_EQ(labelOf("   x"), "␣␣x");
    EXPECT_EQ(labelOf("x "), "x␣");
    EXPECT_EQ(labelOf("\n"), "⏎");
    EXPECT_EQ(labelOf("\r\n"), "⏎");
    EXPECT_EQ(labelOf(" \n\n"), "⏎⏎");
}

TEST(TokensLabel, WhatCannotBePrintedIsHexadecimal)
{
    EXPECT_EQ(labelOf("\xE2\x82"), "E282");
    EXPECT_EQ(labelOf("a\x80"), "a80");
    EXPECT_EQ(labelOf("\t"), "09");
    EXPECT_EQ(labelOf("\r"), "0D");
    EXPECT_EQ(labelOf(std::string(1, '\0')), "00");
    EXPECT_EQ(labelOf("\u200d"), "E2808D");   // a joiner alone
    EXPECT_EQ(labelOf("\u202e"), "E280AE");   // would turn the text around it
    EXPECT_EQ(labelOf("\u00a0"), "C2A0");
    EXPECT_EQ(labelOf(""), "#12");
}

TEST(Tokens, CommonPrefixComparesIds)
{
    const auto of = [](std::vector<TokenId> ids) {
        Tokens tokens;
        for (const TokenId id : ids) tokens.items.push_back({.id = id, .span = {}, .bytes = {}});
        return tokens;
    };
    EXPECT_EQ(of({}).commonPrefix(of({1})), 0);
    EXPECT_EQ(of({1, 2, 3}).commonPrefix(of({1, 2})), 2);
    EXPECT_EQ(of({1, 2}).commonPrefix(of({1, 2, 3})), 2);
    EXPECT_EQ(of({1, 9, 3}).commonPrefix(of({1, 2, 3})), 1);
    EXPECT_THAT(of({4, 5}).ids(), testing::ElementsAre(4, 5));
}

}   // namespace
}   // namespace core
