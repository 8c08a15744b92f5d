#include "core/training/generators/attribute_stories.h"

#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/training/generators/named_people_stories.h"
#include "core/training/generators/pronoun_items.h"
#include "core/training/generators/story_attributes.h"

namespace {

using namespace core;

std::vector<StoryAttribute> attributes()
{
    std::vector<StoryAttribute> all = storyTrades();
    all.insert(all.end(), storyStates().begin(), storyStates().end());
    return all;
}

std::string_view lastWord(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// The verb that a name stands for here: that of the state or trade directly before it, behind an epithet that of the name's own trade; or nothing.
std::string verbAt(const Story& story, const Mention& name)
{
    static const std::map<std::string, std::string> verbs = [] {
        std::map<std::string, std::string> table;
        for (const StoryAttribute& each : attributes()) table.emplace(lastWord(each.tag), each.verb);
        return table;
    }();
    if (name.span.begin < 2) return {};
    std::string_view before = std::string_view(story.text).substr(0, std::size_t(name.span.begin) - 1);
    before.remove_prefix(std::min(before.size(), before.find_last_of(" \n\"") + 1));
    const auto found = verbs.find(lower(before));
    if (found != verbs.end()) return found->second;
    const auto& epithets = storyEpithets();
    const bool epithet = std::any_of(epithets.begin(), epithets.end(), [&](std::string_view each) { return lastWord(each) == lower(before); });
    return epithet ? std::string(storyTrades()[std::size_t(tradeOf(story.people[std::size_t(name.person)].name))].verb) : "";
}

std::string wordBehind(const Story& story, const Mention& mention)
{
    const std::size_t begin = std::size_t(mention.span.end) + 1;
    return story.text.substr(begin, story.text.find_first_of(" .,", begin) - begin);
}

// A decided pronoun is followed by the verb that its person's latest attribute names, and by nobody else's; returns what is wrong.
std::string faultOf(const Story& story)
{
    std::map<Index, std::string> latest;
    for (const Mention& mention : story.mentions) {
        if (mention.kind == Mention::Kind::Name)
            if (const std::string verb = verbAt(story, mention); !verb.empty()) latest[mention.person] = verb;
        if (!mention.decided) continue;
        if (mention.kind != Mention::Kind::Pronoun) return "a name is marked as decided";
        const std::string next = wordBehind(story, mention);
        for (Index person = 0; person < Index(story.people.size()); ++person)
            if ((latest[person] == next) != (person == mention.person))
                return fmt::format("\"{}\" behind the pronoun, but {} has \"{}\"", next, story.people[std::size_t(person)].name, latest[person]);
    }
    return {};
}

Index decidedIn(const Story& story)
{
    return std::count_if(story.mentions.begin(), story.mentions.end(), [](const Mention& mention) { return mention.decided; });
}

bool near(Index count, Index n, double p) { return std::abs(double(count) - p * double(n)) <= 4.0 * std::sqrt(double(n) * p * (1.0 - p)); }

TEST(AttributeStories, TheRightNameDecidesTheWordBehindThePronoun)
{
    for (const StorySet set : {StorySet::Training, StorySet::HeldOut})
        for (Index i = 0; i < 2000; ++i) {
            const Story story = namedPeopleStory({.seed = 29, .set = set}, i);
            ASSERT_EQ(faultOf(story), "") << story.text;
            ASSERT_LE(decidedIn(story), 6) << story.text;
        }
}

TEST(AttributeStories, TheCheckItselfCanFail)
{
    Index i = 0;
    while (decidedIn(namedPeopleStory({.seed = 29, .cast = Cast::OneOfEach}, i)) == 0) ++i;
    Story story = namedPeopleStory({.seed = 29, .cast = Cast::OneOfEach}, i);
    ASSERT_EQ(faultOf(story), "");
    for (Mention& mention : story.mentions)
        if (mention.kind == Mention::Kind::Pronoun) mention.person = 1 - mention.person;
    EXPECT_NE(faultOf(story), "");
}

TEST(AttributeStories, HalfOfTheStoriesAreSuchOnes)
{
    Index stories = 0, uses = 0, pronouns = 0;
    for (Index i = 0; i < 2000; ++i) {
        const Story story = namedPeopleStory({.seed = 31, .cast = Cast::OneOfEach}, i);
        stories += decidedIn(story) > 0;
        uses += decidedIn(story);
        if (decidedIn(story) > 0) pronouns += std::ssize(pronounItemsOf(story));
    }
    EXPECT_TRUE(near(stories, 2000, 0.55)) << stories;
    EXPECT_GT(double(uses) / double(stories), 2.5);
    EXPECT_GT(double(uses) / double(pronouns), 0.75);
}

TEST(AttributeStories, NeitherOrderNorRecencyNorGenderTellsWhoActs)
{
    Index first = 0, latest = 0, all = 0, firstUseFemale = 0, stories = 0;
    std::map<std::string, std::array<Index, 2>> byVerb;
    for (Index i = 0; i < 6000; ++i) {
        const Story story = namedPeopleStory({.seed = 37, .cast = Cast::OneOfEach}, i);
        for (const PronounItem& item : pronounItemsOf(story))
            if (item.decided) first += item.trueNameFirst, latest += item.trueNameLatest, ++all;
        bool begun = false;
        for (const Mention& mention : story.mentions) {
            if (!mention.decided) continue;
            const bool female = story.people[std::size_t(mention.person)].gender == Gender::Female;
            ++byVerb[wordBehind(story, mention)][female];
            if (!begun) firstUseFemale += female, ++stories;
            begun = true;
        }
    }
    EXPECT_NEAR(double(first) / double(all), 0.5, 0.03);
    EXPECT_NEAR(double(latest) / double(all), 0.5, 0.03);
    EXPECT_TRUE(near(firstUseFemale, stories, 0.5)) << firstUseFemale << " of " << stories;
    EXPECT_EQ(byVerb.size(), attributes().size());
    for (const auto& [verb, counts] : byVerb) EXPECT_TRUE(near(counts[0], counts[0] + counts[1], 0.5)) << verb;
}

TEST(AttributeStories, EveryTradeHasAsManyWomenAsMen)
{
    std::map<Index, std::array<Index, 2>> people;
    for (const Gender gender : {Gender::Female, Gender::Male})
        for (const std::string_view name : namesOf(gender)) ++people[tradeOf(name)][gender == Gender::Female];
    EXPECT_EQ(people.size(), storyTrades().size());
    for (const auto& [trade, counts] : people) EXPECT_EQ(counts[0], counts[1]) << storyTrades()[std::size_t(trade)].tag;
}

TEST(AttributeStories, EveryAttributeHasItsOwnWordAndVerb)
{
    std::set<std::string_view> words, verbs;
    for (const StoryAttribute& each : attributes()) {
        words.insert(lastWord(each.tag));
        verbs.insert(each.verb);
        EXPECT_GE(each.objects.size(), 2u) << each.tag;
    }
    EXPECT_EQ(words.size(), attributes().size());
    EXPECT_EQ(verbs.size(), attributes().size());
}

// The story up to its second name, with verbs in place of names: the opening and the first two attributes, told or not.
std::string beginningOf(const Story& story)
{
    const Mention &a = story.mentions[0], &b = story.mentions[1];
    return story.text.substr(0, std::size_t(a.span.begin)) + verbAt(story, a) +
           story.text.substr(std::size_t(a.span.end), std::size_t(b.span.begin - a.span.end)) + verbAt(story, b);
}

TEST(AttributeStories, HeldOutBeginningsComeInNoTrainingStory)
{
    std::set<std::string> training;
    for (Index i = 0; i < 10000; ++i)
        if (const Story story = namedPeopleStory({.seed = 41, .cast = Cast::OneOfEach}, i); decidedIn(story) > 0) training.insert(beginningOf(story));
    for (Index i = 0; i < 1000; ++i) {
        const Story story = namedPeopleStory({.seed = 41, .set = StorySet::HeldOut, .cast = Cast::OneOfEach}, i);
        ASSERT_FALSE(decidedIn(story) > 0 && training.contains(beginningOf(story))) << story.text;
    }
    Index heldOut = 0;
    for (Index first = 0; first < 40; ++first)
        for (Index second = 0; second < 40; ++second) heldOut += isHeldOutAttributes(3, first, second);
    EXPECT_TRUE(near(heldOut, 1600, 0.125)) << heldOut;
}

}   // namespace
