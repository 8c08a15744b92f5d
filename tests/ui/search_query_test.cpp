// What the search finds, and in which order.
#include <gtest/gtest.h>

#include "ui/window/search/search_query.h"

using namespace ui;

namespace {

const HeadWords kGerman{QStringLiteral("Schicht"), QStringLiteral("Kopf")};

SearchQuery query(const char* typed, const HeadWords& words = {QStringLiteral("layer"), QStringLiteral("head")})
{
    return {QString::fromUtf8(typed), words};
}

std::optional<int> distance(const char* typed, const char* name, const char* around = "", const char* number = "")
{
    const QString texts[] = {QString::fromUtf8(name), QString::fromUtf8(number), QString::fromUtf8(around)};
    return query(typed).distanceTo(Searched{.name = texts[0], .number = texts[1], .around = texts[2]});
}

// Of a model of 12 × 12 heads, nearest first: "2.5 2.50".
std::string heads(const SearchQuery& query, std::size_t most = 4)
{
    const auto headOf = [](std::size_t i) { return core::HeadId{core::Index(i) / 12, core::Index(i) % 12}; };
    std::string text;
    for (const Found& found : nearestOf(144, most, [&](std::size_t i) { return query.distanceTo(headOf(i)); }).kept)
        text += (text.empty() ? "" : " ") + std::to_string(headOf(found.thing).layer) + '.' + std::to_string(headOf(found.thing).head);
    return text;
}

std::string marked(const char* typed, const char* name)
{
    std::string text;
    for (const Letters& letters : query(typed).lettersIn(QString::fromUtf8(name)))
        text += (text.empty() ? "" : " ") + std::to_string(letters.begin) + '-' + std::to_string(letters.end);
    return text;
}

}   // namespace

TEST(SearchQuery, everyWordMustBeFoundInAnyOrderAndCase)
{
    EXPECT_TRUE(distance("head NEXT", "Next head"));
    EXPECT_TRUE(distance("  view   dark ", "Dark", "View › Theme"));
    EXPECT_FALSE(distance("next layer", "Next head"));
    EXPECT_FALSE(distance("dark blue", "Dark", "View › Theme"));
    EXPECT_TRUE(distance("ÄRMEL", "ärmel"));
}

TEST(SearchQuery, nearerIsWhatWasTyped)
{
    const std::optional<int> inOrder[] = {distance("theme", "Theme"), distance("the", "Theme"), distance("the", "Next theme"),
                                          distance("the", "Dark", "View › Theme"), distance("the", "Other")};
    for (std::size_t i = 0; i + 1 < std::size(inOrder); ++i) {
        ASSERT_TRUE(inOrder[i] && inOrder[i + 1]) << i;
        EXPECT_LT(*inOrder[i], *inOrder[i + 1]) << i;
    }
    EXPECT_EQ(distance("the", "the"), 0);
    EXPECT_LT(*distance("a b", "a b"), *distance("a b", "ax b"));
    // Not the first place of a word decides, but its best.
    EXPECT_EQ(*distance("head", "Ahead of the head"), *distance("head", "The head"));
}

TEST(SearchQuery, signsAreFoundWhereverTheyStand)
{
    EXPECT_EQ(distance(".", "."), 0);
    EXPECT_TRUE(distance("+", "Links + matrix"));
    EXPECT_EQ(distance("猫", "猫"), 0);
}

TEST(SearchQuery, aTokenIsFoundByItsPosition)
{
    EXPECT_EQ(distance("12", "cat", "", "12"), 0);
    EXPECT_LT(*distance("12", "cat", "", "12"), *distance("12", "cat", "", "120"));
    EXPECT_TRUE(distance("cat 12", "cat", "", "12"));
    EXPECT_FALSE(distance("cat 13", "cat", "", "12"));
}

TEST(SearchQuery, whatAllAreCalledIsAWholeWord)
{
    const auto token = [](const char* typed) { return query(typed).distanceTo(Searched{.name = u"cat", .number = u"12", .kind = u"token"}); };
    EXPECT_TRUE(token("token 12"));
    EXPECT_TRUE(token("Token"));
    EXPECT_FALSE(token("to"));
    EXPECT_FALSE(token("token 13"));
}

TEST(SearchQuery, nothingTypedIsInEverything)
{
    EXPECT_TRUE(query("  ").isEmpty());
    EXPECT_EQ(distance("", "anything"), 0);
    EXPECT_EQ(heads(query("")), "");   // no head is meant
}

TEST(SearchQuery, aHeadIsFoundByItsPlaceHoweverItIsWritten)
{
    for (const char* typed :
         {"L2 H5", "l2h5", "2.5", "2 5", "2,5", "layer 2 head 5", "Head 5 layer 2", "lay 2 he 5", "head 2.5", "L2 · H5", "02.5"}) {
        if (std::string(typed) == "02.5")
            EXPECT_EQ(heads(query(typed)), "") << typed;   // no head is called that
        else
            EXPECT_EQ(heads(query(typed), 1), "2.5") << typed;
    }
    EXPECT_EQ(query("2.5").distanceTo(core::HeadId{2, 5}), 0);
    EXPECT_EQ(heads(query("Schicht 2 Kopf 5", kGerman), 1), "2.5");
    EXPECT_EQ(heads(query("layer 2 head 5", kGerman), 1), "2.5");
    EXPECT_EQ(heads(query("٢.٥"), 1), "2.5");   // digits of another script
}

TEST(SearchQuery, aNumberThatIsBeingTypedMayGoOn)
{
    EXPECT_EQ(heads(query("1.1")), "1.1 1.10 1.11");
    EXPECT_EQ(heads(query("1")), "1.0 1.1 1.2 1.3");
    EXPECT_EQ(heads(query("L1"), 13), "1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 10.0");
    EXPECT_EQ(heads(query("h3"), 3), "0.3 1.3 2.3");
    EXPECT_EQ(heads(query("1.99")), "");
    EXPECT_EQ(heads(query("layer 1 head")), heads(query("layer 1"), 4));
}

TEST(SearchQuery, wordsOfOtherThingsAreNoHeads)
{
    for (const char* typed : {"hello 2", "2 cats", "2.5.1", "layer 2 layer 5", "#2", "2+5", "."}) EXPECT_EQ(heads(query(typed)), "") << typed;
    EXPECT_EQ(heads(query("head"), 2), "0.0 0.1");
}

TEST(SearchQuery, typedLettersAreMarkedOnce)
{
    EXPECT_EQ(marked("head", "Next head"), "5-9");
    EXPECT_EQ(marked("ne he", "Next head"), "0-2 5-7");
    EXPECT_EQ(marked("next ex", "Next head"), "0-4");
    EXPECT_EQ(marked("theme", "Dark"), "");
}

TEST(NearestOf, keepsTheNearestInTheirOwnOrderAndCountsAll)
{
    const int distances[] = {3, 1, -1, 1, 0, 3};
    const auto distanceOf = [&](std::size_t i) { return distances[i] < 0 ? std::nullopt : std::optional(distances[i]); };
    const Nearest nearest = nearestOf(6, 3, distanceOf);
    EXPECT_EQ(nearest.kept, (std::vector<Found>{{4, 0}, {1, 1}, {3, 1}}));
    EXPECT_EQ(nearest.total, 5u);
    EXPECT_EQ(nearestOf(6, 99, distanceOf).kept.size(), 5u);
    EXPECT_TRUE(nearestOf(0, 3, distanceOf).kept.empty());
}
