// A pin is kept by the letters it stands on.
#include "ui/state/pin.h"

#include <gtest/gtest.h>

#include "ui/state/document.h"

namespace ui {

namespace {

// A start token without letters, then the pieces side by side.
core::Tokens tokensOf(const std::vector<std::string>& pieces)
{
    core::Tokens tokens;
    tokens.items.push_back({.id = 0, .span = {}, .bytes = "<s>", .special = true});
    for (const std::string& piece : pieces) {
        const auto begin = core::Index(tokens.text.size());
        tokens.text += piece;
        tokens.items.push_back({.id = 1, .span = {begin, core::Index(tokens.text.size())}, .bytes = piece});
    }
    return tokens;
}

QString textOf(const core::Tokens& tokens) { return QString::fromStdString(tokens.text); }

// Where a pin of `pair` in `before` is in `after`, once its tokens are known.
std::optional<Pair> followed(Pair pair, const core::Tokens& before, const core::Tokens& after)
{
    const std::optional<Pin> pin = pinOf(pair, before, textOf(before));
    const std::optional<Pin> moved = pin ? afterEdit(*pin, textOf(before), textOf(after)) : std::nullopt;
    return moved ? pairOf(*moved, after, textOf(after)) : std::nullopt;
}

}   // namespace

TEST(Pin, EveryPairOfTokensHasAPlaceAndIsFoundThere)
{
    const core::Tokens tokens = tokensOf({"The", " ", " cat", "\n", "\xf0\x9f", "\x8e", "\x89", "b"});
    for (core::Index query = 0; query < tokens.size(); ++query)
        for (core::Index key = 0; key < tokens.size(); ++key) {
            const std::optional<Pin> pin = pinOf({query, key}, tokens, textOf(tokens));
            ASSERT_TRUE(pin);
            EXPECT_EQ(pairOf(*pin, tokens, textOf(tokens)), (Pair{query, key}));
        }
    EXPECT_FALSE(pinOf({tokens.size(), 0}, tokens, textOf(tokens)));
}

TEST(Pin, FollowsEditsAroundIt)
{
    const core::Tokens before = tokensOf({"The", " cat", " sat", "."});
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"See", ".", " The", " cat", " sat", "."})), (Pair{5, 4}));
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"The", " big", " cat", " sat", "."})), (Pair{4, 3}));
    EXPECT_EQ(followed({3, 0}, before, tokensOf({"The", " big", " cat", " sat", "."})), (Pair{4, 0}));
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"cat", " sat", "."})), (Pair{2, 1}));
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"The", " cat", " sat", " on", "."})), (Pair{3, 2}));
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"The", " c", "cat", " sat", "."})), (Pair{4, 3}));   // a "c" typed before it
}

TEST(Pin, EndsWhenItsLettersAreReplaced)
{
    const core::Tokens before = tokensOf({"The", " cat", " sat", "."});
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"The", " dog", " sat", "."})), std::nullopt);
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"Words", " unlike", " these", "."})), std::nullopt);
    EXPECT_EQ(followed({3, 2}, before, tokensOf({})), std::nullopt);
    EXPECT_EQ(followed({3, 2}, before, tokensOf({"The", " cats", " sat", "."})), std::nullopt);   // another token now
}

TEST(Pin, HasNoPlaceWhereTheTextHasMovedOn)
{
    const core::Tokens shown = tokensOf({"The", " cat", " sat"});
    EXPECT_TRUE(pinOf({3, 1}, shown, "The dog sat"));
    EXPECT_FALSE(pinOf({3, 2}, shown, "The dog sat"));
}

TEST(TextEdit, SaidEarlierIsTheSameChange)
{
    const std::pair<QString, QString> changes[] = {{"ab", "abb"},    {"abab", "ababab"}, {"xababab", "xab"}, {"aaa", "a"},     {"", "aaa"},
                                                   {"cat", "cccat"}, {"cat", "dog"},     {"same", "same"},   {"a b", "a a b"}, {"abcabc", "abc"}};
    for (const auto& [before, after] : changes) {
        const TextEdit edit = TextEdit::between(before, after), early = edit.earliest(before);
        EXPECT_EQ(edit.appliedTo(before), after);
        EXPECT_EQ(early.appliedTo(before), after) << before.toStdString() << " " << after.toStdString();
        EXPECT_EQ(early.inverse().appliedTo(after), before);
        EXPECT_LE(early.position, edit.position);
    }
    EXPECT_EQ(TextEdit::between("aaa", "aaaa").earliest("aaa").position, 0);
    EXPECT_EQ(TextEdit::between("xab", "xabab").earliest("xab").position, 1);
}

}   // namespace ui
