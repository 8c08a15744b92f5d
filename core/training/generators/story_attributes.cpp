#include "core/training/generators/story_attributes.h"

#include <algorithm>
#include <cassert>

#include "core/training/generators/story.h"

namespace core {

const std::vector<StoryAttribute>& storyTrades()
{
    static const std::vector<StoryAttribute> trades = {
        {"the baker", "baked", {"bread", "bread rolls", "a cake", "two loaves"}},
        {"the sailor", "sailed", {"to the island", "across the lake", "down the river", "home"}},
        {"the painter", "painted", {"the door", "a wall", "a picture", "the fence"}},
        {"the singer", "sang", {"a song", "an old song", "to the children"}},
        {"the gardener", "watered", {"the flowers", "the roses", "the young trees"}},
        {"the tailor", "sewed", {"a coat", "a shirt", "a blue dress"}},
        {"the fisher", "fished", {"in the lake", "from the boat", "until evening"}},
        {"the doctor", "healed", {"a sick child", "an old man", "the sick cow"}},
        {"the teacher", "taught", {"the children", "a lesson", "in the school"}},
        {"the hunter", "hunted", {"in the forest", "deer", "all day"}},
        {"the weaver", "wove", {"a basket", "a mat", "a blanket"}},
        {"the cook", "cooked", {"soup", "dinner", "a pot of beans"}},
        {"the miller", "ground", {"the corn", "the wheat", "some flour"}},
        {"the smith", "hammered", {"the iron", "a horseshoe", "on the hot metal"}},
        {"the shepherd", "counted", {"the sheep", "the lambs", "the goats"}},
        {"the dancer", "danced", {"in the street", "around the fire", "all night"}},
        {"the writer", "wrote", {"a letter", "a story", "a long book"}},
        {"the runner", "ran", {"to the bridge", "around the lake", "up the hill"}},
        {"the swimmer", "swam", {"in the river", "across the lake", "to the boat"}},
        {"the builder", "built", {"a house", "a wall", "a little bridge"}},
        {"the farmer", "planted", {"beans", "corn", "potatoes", "some rice"}},
        {"the driver", "drove", {"the bus", "to town", "an old cart"}},
        {"the rider", "rode", {"a horse", "to the village", "through the forest"}},
        {"the carver", "carved", {"a spoon", "a wooden bird", "a little boat"}},
    };
    return trades;
}

Index tradeOf(std::string_view name)
{
    const Index trades = std::ssize(storyTrades());
    for (const Gender gender : {Gender::Female, Gender::Male}) {
        const auto& names = namesOf(gender);
        const Index at = std::find(names.begin(), names.end(), name) - names.begin();
        // 5 and the number of trades have no common divisor, so that women and men of one trade are no neighbours in their lists.
        if (at < std::ssize(names)) return gender == Gender::Female ? at % trades : (5 * at + 7) % trades;
    }
    assert(false);
    return 0;
}

const std::vector<std::string_view>& storyEpithets()
{
    static const std::vector<std::string_view> epithets = {"old", "little", "young", "dear", "good", "our friend", "our neighbour", "my cousin"};
    return epithets;
}

const std::vector<StoryAttribute>& storyStates()
{
    static const std::vector<StoryAttribute> states = {
        {"hungry", "ate", {"some rice", "an apple", "two bananas", "a bowl of soup"}},
        {"thirsty", "drank", {"some water", "a cup of milk", "from the well"}},
        {"sleepy", "slept", {"under a tree", "on the floor", "until noon"}},
        {"tired", "rested", {"in the shade", "on a stone", "for an hour"}},
        {"sad", "cried", {"quietly", "for a long time", "by the door"}},
        {"happy", "laughed", {"loudly", "again and again", "with joy"}},
        {"angry", "shouted", {"at the wall", "loudly", "at the wind"}},
        {"cold", "shivered", {"in the wind", "by the fire", "under a blanket"}},
        {"scared", "hid", {"behind a tree", "under a bush", "in the dark"}},
        {"lazy", "lay", {"in the grass", "on a mat", "in the sun"}},
        {"curious", "looked", {"behind the door", "into the box", "through the window"}},
        {"sick", "coughed", {"all night", "again", "very badly"}},
        {"bored", "yawned", {"loudly", "again", "at the table"}},
        {"shy", "whispered", {"a few words", "a secret", "very softly"}},
        {"clumsy", "stumbled", {"over a stone", "on the stairs", "into the mud"}},
        {"dirty", "washed", {"in the stream", "at the well", "with soap"}},
        {"busy", "worked", {"in the field", "until dark", "without a rest"}},
        {"strong", "lifted", {"a big stone", "the heavy bag", "the cart"}},
        {"playful", "played", {"in the sand", "with a ball", "near the river"}},
    };
    return states;
}

const std::vector<std::string_view>& attributeOpenings(Index people)
{
    static const std::vector<std::string_view> two = {
        "{0.tag} {0} met {1.tag} {1} near the {place}.",
        "One [morning|evening|day|afternoon], {0.tag} {0} met {1.tag} {1} at the {place}.",
        "[Long ago|Last summer|One winter], {0.tag} {0} stayed with {1.tag} {1} near the {place}.",
        "{0.tag} {0} and {1.tag} {1} were [at|near] the {place}.",
        "[Today|Yesterday|Last week], {0.tag} {0} and {1.tag} {1} came to the {place}.",
        "It was a [hot|cold|windy|rainy|sunny] day, and {0.tag} {0} went to the {place} with {1.tag} {1}.",
        "Everyone at the {place} knew {0.tag} {0} and {1.tag} {1}.",
        "{0.tag} {0} saw {1.tag} {1} on the way to the {place}.",
        "Once {0.tag} {0} walked to the {place}. There sat {1.tag} {1}.",
        "This is a story about {0.tag} {0} and {1.tag} {1}.",
        "{0.tag} {0} had a good friend, {1.tag} {1}.",
        "\"[Good morning|Hello|Good day],\" said {0.tag} {0} to {1.tag} {1}.",
        "There were only two people at the {place}, {0.tag} {0} and {1.tag} {1}.",
        "At the {place} stood {0.tag} {0}. Not far away stood {1.tag} {1}.",
        "{0.tag} {0} waited at the {place}. Soon {1.tag} {1} came too.",
    };
    static const std::vector<std::string_view> three = {
        "{0.tag} {0}, {1.tag} {1} and {2.tag} {2} were [friends|neighbours|at the {place}].",
        "One [day|morning|evening], {0.tag} {0} and {1.tag} {1} met {2.tag} {2} near the {place}.",
        "{0.tag} {0} went to the {place} with {1.tag} {1} and {2.tag} {2}.",
        "{0.tag} {0} and {1.tag} {1} went to the {place}. ^{2.tag} {2} was already there.",
        "This is a story about {0.tag} {0}, {1.tag} {1} and {2.tag} {2}.",
        "{0.tag} {0} sat between {1.tag} {1} and {2.tag} {2}.",
    };
    assert(people == 2 || people == 3);
    return people == 2 ? two : three;
}

const std::vector<std::string_view>& attributeScenes()
{
    static const std::vector<std::string_view> frames = {
        "In the evening, {0.tag} {0} sat beside {1.tag} {1}.",
        "The next day, {0.tag} {0} met {1.tag} {1} again.",
        "[Later that day|After some time|At noon], {0.tag} {0} and {1.tag} {1} sat under a [tree|roof].",
        "At home, {0.tag} {0} waited for {1.tag} {1}.",
        "Then {0.tag} {0} came back with {1.tag} {1}.",
        "Now {0.tag} {0} stood in front of {1.tag} {1}.",
        "\"[Hello again|Good evening],\" said {0.tag} {0} to {1.tag} {1}.",
        "[The next morning|A week later|Some days later], {0.tag} {0} and {1.tag} {1} were at home.",
        "On the way home, {0.tag} {0} walked behind {1.tag} {1}.",
    };
    return frames;
}

const std::vector<std::string_view>& attributeLeads()
{
    static const std::vector<std::string_view> frames = {
        "{0} looked at {1}.",
        "{0} [smiled at|waved to|nodded to] {1}.",
        "{0} and {1} [sat down|stood up|were alone|said nothing].",
        "{0} stood beside {1}.",
        "\"[Come|Wait|Look|Listen], {1},\" said {0}.",
        "{0} was not far from {1}.",
        "{0.tag} {0} [smiled at|waved to|looked at] {1}.",
        "{0} smiled at {1.tag} {1}.",
        "Nobody saw {0} and {1}.",
        "{0} said \"good day\" to {1}.",
    };
    return frames;
}

const std::vector<std::string_view>& attributeUses()
{
    static const std::vector<std::string_view> frames = {
        "Then {0.he} {0.does}.",
        "Later {0.he} {0.does}.",
        "[Soon|After that|Before long|At last|As always] {0.he} {0.does}.",
        "So {0.he} {0.does}.",
        "{0.he} {0.does}.",
        "{0.he} {0.does}, and {1} [watched|waited|looked on|smiled].",
        "While {0.he} {0.does}, {1} [waited|sat near the door|said nothing].",
        "While {1} [waited|watched|sat down], {0.he} {0.does}.",
        "{1} [looked on|was quiet|stood still] while {0.he} {0.does}.",
        "When {0.he} {0.does}, {1} [smiled|stood still|looked up].",
        "Nobody [spoke|came|moved] while {0.he} {0.does}.",
        "The {animal} watched while {0.he} {0.does}.",
        "{0} [stood up|nodded|said nothing|went away]. Then {0.he} {0.does}.",
        "{0} [put down|took] the {item}, and {0.he} {0.does}.",
        "{0} did not wait. Soon {0.he} {0.does}.",
        "{0.he} [soon|often|then|gladly|slowly] {0.does}.",
        "There {0.he} {0.does}, and nobody was surprised.",
        "It began to rain, but {0.he} {0.does}.",
    };
    return frames;
}

const std::vector<std::string_view>& attributePairUses()
{
    static const std::vector<std::string_view> frames = {
        "{0.he} {0.does}, and {1.he} {1.does}.",
        "So {0.he} {0.does} and {1.he} {1.does}.",
        "{0.he} {0.does}, but {1.he} {1.does}.",
        "While {0.he} {0.does}, {1.he} {1.does}.",
        "First {0.he} {0.does}, and then {1.he} {1.does}.",
        "Then {0.he} {0.does}. Later {1.he} {1.does}.",
        "[Soon|In the afternoon|That day] {0.he} {0.does}. After that {1.he} {1.does}.",
        "So {0.he} {0.does}. The {animal} looked on while {1.he} {1.does}.",
    };
    return frames;
}

}   // namespace core
