#include "core/training/generators/story_frames.h"

namespace core
{
namespace
{

StoryTheme things()
{
    return {
        .slots = {"thing"},
        .values = {{"red ball"},
                   {"blue kite"},
                   {"green hat"},
                   {"white cup"},
                   {"black umbrella"},
                   {"yellow flower"},
                   {"brown bag"},
                   {"golden ring"},
                   {"silver spoon"},
                   {"wooden boat"},
                   {"little drum"},
                   {"old clock"},
                   {"new coat"},
                   {"paper bird"},
                   {"big book"},
                   {"glass bottle"},
                   {"long rope"},
                   {"small key"}},
        .introductions = {"The {0.thing} belonged to {0}.", "The {0.thing} was a present for {0}.", "\"I have {a 0.thing},\" said {0}.",
                          "The {0.thing} on the [table|shelf|bench] was for {0}.", "The owner of the {0.thing} was {0}.",
                          "\"Look at my {0.thing}!\" cried {0}.", "A friend had given {a 0.thing} to {0}.", "{0} had {a 0.thing}.",
                          "{0} carried {a 0.thing}."},
        .uses = {"{0.his} {0.thing} fell into the [water|mud|grass].", "{0.he} held the {0.thing} [tightly|with both hands].",
                 "{0.he} put the {0.thing} [under a tree|on a stone|into a bag].", "{0.his} {0.thing} was [lost|broken|wet|gone].",
                 "{1} asked {0.him} for the {0.thing}.", "Nobody had seen {0.his} {0.thing}.", "Then {0.he} looked for the {0.thing}.",
                 "{1} found {0.his} {0.thing} [behind the door|near the well|under a leaf].",
                 "{0.his} {0.thing} was [more beautiful|bigger|older] than anything {1} had.", "{1} liked {0.his} {0.thing}.",
                 "{0.he} lost {0.own} {0.thing}, but {1} found it."},
    };
}

StoryTheme pets()
{
    return {
        .slots = {"pet"},
        .values = {{"dog"}, {"cat"}, {"goat"}, {"horse"}, {"duck"}, {"parrot"}, {"rabbit"}, {"donkey"}, {"cow"}, {"monkey"}, {"lamb"}, {"hen"}},
        .introductions = {"A little {0.pet} followed {0} everywhere.", "The {0.pet} lived with {0}.", "The {0.pet} loved {0} very much.",
                          "\"My {0.pet} can jump,\" said {0}.", "The {0.pet} at the [gate|door] was waiting for {0}.",
                          "The [small|brown|fat] {0.pet} belonged to {0}.", "{0} had a [small|little|brown|fat] {0.pet}."},
        .uses = {"{0.his} {0.pet} [ran away|slept in the sun|was hungry|came slowly].", "{0.he} fed the {0.pet}.",
                 "{1} saw {0.his} {0.pet} [near the river|on the road].", "{0.he} called the {0.pet}, and it came at once.",
                 "{0.his} {0.pet} was happy because it was [warm|safe|at home].", "{0.he} gave the {0.pet} some water because it was thirsty.",
                 "{1} played with {0.his} {0.pet}.", "{1} helped {0.him} wash the {0.pet}.", "{0.his} {0.pet} did not like {1}."},
    };
}

StoryTheme jobs()
{
    return {
        .slots = {"job", "work"},
        .values = {{"baker", "baked bread"},
                   {"farmer", "worked in the field"},
                   {"teacher", "taught the children"},
                   {"painter", "painted a wall"},
                   {"fisher", "caught fish"},
                   {"tailor", "made clothes"},
                   {"driver", "drove a bus"},
                   {"doctor", "helped sick people"},
                   {"gardener", "watered the flowers"},
                   {"singer", "sang songs"},
                   {"builder", "built a house"},
                   {"cook", "made soup"},
                   {"shepherd", "watched the sheep"},
                   {"potter", "made pots"}},
        .introductions = {"The {0.job} of the village was {0}.", "The {0.job} was called {0}.", "There was {a 0.job} whose name was {0}.",
                          "\"I am {a 0.job},\" said {0}.", "The name of the {0.job} was {0}.", "{0} was {a 0.job}."},
        .uses = {"{0.he} {0.work}.", "Every day {0.he} {0.work}.", "All morning {0.he} {0.work}.",
                 "{0.he} {0.work}, and {1} [watched|helped|looked on].", "While {0.he} {0.work}, {1} [waited|slept|sat near the door].",
                 "{1} came when {0.he} {0.work}.", "{0.he} {0.work} until it was dark.", "\"You are a good {0.job},\" {1} told {0.him}.",
                 "{0.he} was the best {0.job} of all."},
    };
}

StoryTheme foods()
{
    return {
        .slots = {"food"},
        .values = {{"mangoes"},
                   {"apples"},
                   {"beans"},
                   {"nuts"},
                   {"cakes"},
                   {"eggs"},
                   {"pears"},
                   {"plums"},
                   {"carrots"},
                   {"bananas"},
                   {"figs"},
                   {"berries"}},
        .introductions = {"\"I like {0.food},\" said {0}.", "Nobody liked {0.food} more than {0}.", "The basket of {0.food} was for {0}.",
                          "The {0.food} were for {0}.", "\"I want {0.food}!\" cried {0}.", "{0} liked {0.food}."},
        .uses = {"{0.he} ate {0.food} [all day|until dark|and was happy].", "{0.he} dreamed of {0.food}.", "{1} gave {0.him} {0.food}.",
                 "{1} brought {0.him} some {0.food}.", "{0.his} {0.food} were soon gone.", "{0.he} asked for {0.food}.",
                 "{0.his} {0.food} were [sweet|good|very big].", "{1} ate {0.his} {0.food}.", "Then {0.he} found some {0.food}."},
    };
}

StoryTheme feelings()
{
    return {
        .slots = {"feeling"},
        .values =
            {{"hungry"}, {"tired"}, {"sad"}, {"happy"}, {"angry"}, {"scared"}, {"cold"}, {"thirsty"}, {"lonely"}, {"sleepy"}, {"proud"}, {"worried"}},
        .introductions = {"The {0.feeling} one was {0}.", "It was easy to see how {0.feeling} {0} was.", "\"I am so {0.feeling},\" said {0}.",
                          "No one was as {0.feeling} as {0}.", "Very {0.feeling} was {0}.", "{0} was {0.feeling}."},
        .uses = {"{0.he} was {0.feeling}.", "{0.he} was still {0.feeling}.", "{0.he} felt very {0.feeling}.", "{1} saw that {0.he} was {0.feeling}.",
                 "Because {0.he} was {0.feeling}, {1} [stayed near|sat down too|told a story].", "{1} asked {0.him} why {0.he} was {0.feeling}.",
                 "{0.he} was so {0.feeling} that {1} came to help.", "\"Are you {0.feeling}?\" {1} asked {0.him}."},
    };
}

StoryTheme whereabouts()
{
    return {
        .slots = {"where"},
        .values = {{"in the kitchen"},
                   {"by the river"},
                   {"under the big tree"},
                   {"at the market"},
                   {"in the garden"},
                   {"on the hill"},
                   {"behind the house"},
                   {"in the forest"},
                   {"near the well"},
                   {"on the beach"},
                   {"at the window"},
                   {"in the barn"}},
        .introductions = {"{0.where} [sat|stood|waited|was] {0}.", "The one who waited {0.where} was {0}.", "\"I will be {0.where},\" said {0}.",
                          "Whoever went to look {0.where} found {0}.", "The little house {0.where} belonged to {0}.",
                          "{0} [sat|stood|was] {0.where}."},
        .uses = {"{0.he} stayed {0.where}.", "{0.he} was still {0.where}.", "{1} found {0.him} {0.where}.", "{1} looked for {0.him} {0.where}.",
                 "{0.he} fell asleep {0.where}.", "{1} heard {0.him} {0.where}.", "{0.he} sang a song {0.where}.", "{1} left {0.him} {0.where}."},
    };
}

StoryTheme skills()
{
    return {
        .slots = {"skill", "did"},
        .values = {{"sing", "sang"},
                   {"dance", "danced"},
                   {"swim", "swam"},
                   {"run", "ran"},
                   {"climb", "climbed"},
                   {"draw", "drew"},
                   {"cook", "cooked"},
                   {"jump", "jumped"},
                   {"whistle", "whistled"},
                   {"write", "wrote"},
                   {"dig", "dug"},
                   {"ride", "rode"},
                   {"paint", "painted"},
                   {"fish", "fished"}},
        .introductions = {"The one who could {0.skill} best was {0}.", "Nobody could {0.skill} like {0}.", "\"I can {0.skill},\" said {0}.",
                          "To {0.skill} was the great joy of {0}.", "\"Let me {0.skill}!\" cried {0}.", "{0} loved to {0.skill}."},
        .uses = {"{0.he} {0.did} [all day|in the sun|until evening].", "{0.he} {0.did} and {1} [watched|laughed|clapped].", "{0.he} {0.did} again.",
                 "Then {0.he} {0.did}.", "When {0.he} {0.did}, {1} [smiled|stood still|laughed].", "{1} watched {0.him} {0.skill}.",
                 "{1} wanted to see {0.him} {0.skill}.", "{1} let {0.him} {0.skill}."},
    };
}

}   // namespace

const std::vector<StoryTheme>& storyThemes()
{
    static const std::vector<StoryTheme> themes = {things(), pets(), jobs(), foods(), feelings(), whereabouts(), skills()};
    return themes;
}

}   // namespace core
