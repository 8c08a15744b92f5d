// What is said about a row and its future is true of what was computed.
#include "ui/views/explore/future_words.h"

#include <gtest/gtest.h>

#include "ui/state/numbers.h"

namespace {

using namespace ui;

ExploreRecord recordOf(core::Index tokens, core::Index inText)
{
    auto recording = std::make_shared<core::Recording>();
    for (core::Index i = 0; i < tokens; ++i) recording->tokens.items.push_back({.id = core::TokenId(i), .span = {}, .bytes = "t"});
    return {.model = nullptr, .recording = recording, .text = {}, .tokensInText = inText};
}

Derivation rowOf(core::Index query)
{
    return {.head = {}, .pair = {query, 0}, .allowed = true, .terms = {}, .lastAllowed = query, .pattern = {}, .strongest = {}};
}

FutureProving proved(FutureChange change, double after)
{
    const auto record = std::make_shared<const ExploreRecord>(recordOf(4, 4));
    FutureProving proving{.state = FutureProving::State::Proved, .question = FutureQuestion{record, {.row = 1, .change = change}}};
    proving.answer = FutureAnswer{record->recording->tokens, {.from = 2, .compared = 8, .after = after, .firstLeak = {}}};
    return proving;
}

TEST(FutureWords, SayThatATextGoesOnBehindTheLastRow)
{
    EXPECT_TRUE(claimOf(recordOf(4, 4), rowOf(3)).startsWith("Nothing follows"));
    const QString cut = claimOf(recordOf(4, 5000), rowOf(3));
    EXPECT_FALSE(cut.contains("Nothing follows")) << cut.toStdString();
    EXPECT_TRUE(cut.contains("last row that was computed") && cut.contains(printedCount(5000))) << cut.toStdString();
    EXPECT_TRUE(claimOf(recordOf(4, 5000), rowOf(2)).contains("cannot know what follows"));
}

TEST(FutureWords, TellPoisonWhatWasDoneWithIt)
{
    const QString met = verdictOf(proved(FutureChange::Poison, 1.0)), unmet = verdictOf(proved(FutureChange::Poison, 0.0));
    EXPECT_TRUE(met.contains("from row 2 on were made NaN") && met.contains("same bits")) << met.toStdString();
    EXPECT_TRUE(unmet.contains("shows nothing") && !unmet.contains("Draw")) << unmet.toStdString();
    EXPECT_FALSE(isProven(proved(FutureChange::Poison, 0.0)));
    for (const FutureChange change : {FutureChange::EveryToken, FutureChange::NextToken}) {
        EXPECT_TRUE(verdictOf(proved(change, 0.0)).contains("Draw other tokens"));
        EXPECT_TRUE(progressOf(change).startsWith("Both texts"));
        EXPECT_TRUE(originOf({.row = 1, .change = change, .draw = 7}).contains("seed 7"));
    }
    EXPECT_FALSE(progressOf(FutureChange::Poison).contains("Both"));
    EXPECT_FALSE(originOf({.row = 1, .change = FutureChange::Poison, .draw = 7}).contains('7'));
}

}   // namespace
