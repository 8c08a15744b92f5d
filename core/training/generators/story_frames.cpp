#include "core/training/generators/story_frames.h"

#include <cassert>

namespace core
{

const std::vector<StoryWordList>& storyWordLists()
{
    static const std::vector<StoryWordList> lists = {
        {"place", {"river", "market", "park", "school", "well", "old bridge", "forest", "shop", "lake", "big tree", "farm", "beach"}},
        {"item", {"book", "cup", "basket", "apple", "letter", "coin", "rope", "lamp", "stick", "flower", "map", "bell", "box", "ring"}},
        {"animal", {"dog", "cat", "goat", "cow", "horse", "rabbit", "monkey", "bird", "fox", "frog", "duck", "donkey", "mouse", "bear"}},
        {"spot", {"mat", "chair", "stone", "bed", "roof", "grass", "wall", "floor"}},
        {"way", {"street", "road", "river", "bridge", "field", "stream"}},
    };
    return lists;
}

const std::vector<std::string_view>& openingFrames(Index people)
{
    static const std::vector<std::string_view> two = {
        "One [morning|evening|day|afternoon], {0} and {1} were [at|near] the {place}.",
        "{0} and {1} lived in the same [village|street|house|town].",
        "{0} met {1} near the {place}.",
        "Once there were two friends, {0} and {1}.",
        "{0} was [walking home|sitting near the {place}|on the way to the {place}] when {1} came.",
        "It was a [hot|cold|windy|rainy|sunny] day, and {0} went to the {place} with {1}.",
        "{0} lived next door to {1}.",
        "Once there was {a 0.kid} named {0} and {a 1.kid} named {1}.",
        "{0} was {a 0.kid}, and {1} was {a 1.kid}.",
        "\"[Good morning|Hello|Good day], {1},\" said {0}.",
        "\"{1}, [are you there|where are you|are you at home]?\" called {0}.",
        "[Long ago|Last summer|One winter], {0} stayed with {1} near the {place}.",
        "There were only two people at the {place}, {0} and {1}.",
        "[Today|Yesterday|Last week], {0} walked to the {place}. There {0} saw {1}.",
        "The {0.kid} was called {0}. The {1.kid} was called {1}.",
        "Everyone at the {place} knew {0} and {1}.",
    };
    static const std::vector<std::string_view> three = {
        "{0}, {1} and {2} were [friends|neighbours|at the {place}].",
        "One [day|morning|evening], {0} and {1} met {2} near the {place}.",
        "{0} lived with {1} and {2} in a [small|big|white|old] house.",
        "{0} and {1} went to the {place}. ^{2} was already there.",
        "Once there were three friends, {0}, {1} and {2}.",
        "\"[Hello|Good morning], {0} and {1},\" said {2}.",
    };
    static const std::vector<std::string_view> four = {
        "{0}, {1}, {2} and {3} were [friends|neighbours|at the {place}].",
        "{0} and {1} lived near the {place}. ^{2} and {3} lived far away.",
        "One [day|morning|evening], {0} and {1} met {2} and {3} near the {place}.",
        "Once there were four friends, {0}, {1}, {2} and {3}.",
    };
    assert(people >= 2 && people <= 4);
    return people == 2 ? two : people == 3 ? three : four;
}

const std::vector<std::string_view>& eventFrames()
{
    static const std::vector<std::string_view> frames = {
        "{0} gave {1} {a item}.",
        "{0} gave {a item} to {1}. \"Thank you,\" {1.he} said.",
        "{0.he} gave the {item} to {1}.",
        "{0} threw the {item} to {1}, and {1.he} caught it.",
        "{0.he} took the {item} and showed it to {1}.",
        "{1} wanted the {item}, but {0.he} would not give it away.",
        "{1} asked {0.him} for the {item}, and {0.he} gave it away.",
        "{0.he} found {a item} and brought it to {1}.",
        "{0} lost the {item}, but {1} found it.",
        "{0} went to the {place}, and {1} went with {0.him}.",
        "{0} ran to the {place}. ^{1} ran after {0.him}.",
        "{0.he} walked to the {place} and came back.",
        "{0.he} went home, but {1} stayed.",
        "Then {0.he} [came back|ran away|sat down|stood up].",
        "\"[Where are you going|What is that|Are you hungry|Will you come with me]?\" {0.he} asked {1}.",
        "\"[Yes|No|Maybe|Of course|I know],\" {0.he} [said|answered].",
        "\"[Come|Wait|Look|Help me|Listen], {1},\" said {0}.",
        "\"{1}, [where are you|come here|wait for me]!\" {0.he} [called|cried|shouted].",
        "\"I will help you, {1},\" {0.he} said.",
        "\"You are a good friend,\" said {0}. ^{1} [smiled|laughed|said nothing].",
        "{0} [laughed|smiled], and {1} [laughed|smiled] too.",
        "{0.he} was [glad|happy] that {1} was there.",
        "{0} told {1} a story, and {1.he} listened.",
        "{0} helped {1}, and {1.he} thanked {0.him}.",
        "{0.he} hid behind a tree, but {1} saw {0.him}.",
        "{1} took {0.him} by the hand.",
        "{0.he} sat down beside {1}.",
        "{1} looked at {0.him} and [smiled|waved|nodded].",
        "{0} fell, and {1} helped {0.him} up.",
        "{0} asked {1} to [wait|help|stay], and {1.he} did.",
        "It was {0} who found the {item}.",
        "{0} knew that {1} was [right|near|kind].",
        "{1} did not see {0.him}.",
        "{0} went away. ^{1} missed {0.him}.",
        "{0.he} ran faster than {1}.",
        "Only {0} knew where {1} was.",
    };
    return frames;
}

const std::vector<std::string_view>& sceneFrames()
{
    static const std::vector<std::string_view> frames = {
        "The {animal} [sat|lay|slept] on the {spot} because it was [tired|sleepy|old|lazy].",
        "The {animal} [sat|lay|slept] on the {spot} because it was [warm|soft|dry].",
        "The {animal} did not cross the {way} because it was too [tired|scared|small|lazy|slow].",
        "The {animal} did not cross the {way} because it was too [wide|dark|long|wet].",
        "The {item} was [old|new|heavy|small], but it was [good|pretty|useful].",
        "{a animal} came out of the [bushes|house|barn], and it was [hungry|wet|cold|happy].",
        "The {animal} saw the {item} and ran away with it.",
        "The {item} lay near the {spot}. Nobody saw it.",
        "The {animal} ate the grass because it was hungry.",
        "The hungry {animal} stood near the {spot}. Soon it ate.",
        "The thirsty {animal} found some water, and it drank.",
        "The sleepy {animal} came in. Then it slept on the {spot}.",
        "The {item} fell on the {spot}, but it did not break.",
        "The {animal} drank some water, and then it [slept|ran away|was happy].",
        "The {item} would not fit into the bag because it was too big.",
    };
    return frames;
}

const std::vector<std::string_view>& endingFrames()
{
    static const std::vector<std::string_view> frames = {
        "{0} and {1} went home together.",
        "In the evening, {0} said good night to {1}.",
        "After that day, {0} and {1} were friends.",
        "{0} never forgot what {1} had done.",
        "\"Good night, {1},\" said {0}.",
        "\"See you tomorrow, {1},\" said {0}.",
        "So {0} was happy, and {1} was happy too.",
        "At last {0} went to bed. ^{1} was already asleep.",
    };
    return frames;
}

const std::vector<std::string_view>& namingFrames()
{
    static const std::vector<std::string_view> frames = {
        "Everyone liked {0}.", "Soon {0} was home again.", "That night {0} slept well.", "\"Goodbye,\" said {0}.",
        "{0} was not afraid.", "Only {0} laughed.",        "The next day {0} was gone.", "\"Where is {0}?\" they asked.",
    };
    return frames;
}

}   // namespace core
