#include "core/training/generators/name_registers.h"

#include <string_view>
#include <vector>

#include "core/training/generators/story_attributes.h"
#include "core/training/generators/story_draft.h"

namespace core {
namespace {

const std::vector<std::string_view>& introductions()
{
    static const std::vector<std::string_view> frames = {
        "{0} and {1}.",          "{0} met {1}.",
        "Here are {0} and {1}.", "{0} sat near {1}.",
        "{0} knew {1}.",         "{0.tag} {0} came with {1.tag} {1}.",
        "I see {0} and {1}.",    "{0} was with {1}.",
        "{0} called {1}.",       "{0} and {1} were there.",
    };
    return frames;
}

const std::vector<std::string_view>& doings()
{
    static const std::vector<std::string_view> frames = {
        "{0.he} {0.does}, {1.he} {1.does}.",
        "{0.he} {0.does}. {1.he} {1.does}.",
        "Then {0.he} {0.does} and {1.he} {1.does}.",
        "While {0.he} {0.does}, {1.he} {1.does}.",
        "Soon {0.he} {0.does}, but {1.he} {1.does}.",
        "So {0.he} {0.does}, and then {1.he} {1.does}.",
        "First {0.he} {0.does}. Later {1.he} {1.does}.",
        "Now {0.he} {0.does}.",
        "There {0.he} {0.does}.",
    };
    return frames;
}

}   // namespace

std::string nameRegister(std::uint64_t seed)
{
    StoryDraft draft(seed);
    const bool womanFirst = draft.random.uniform() < 0.5;
    for (const Gender gender : {womanFirst ? Gender::Female : Gender::Male, womanFirst ? Gender::Male : Gender::Female}) {
        std::string_view name;
        do name = draft.pick(namesOf(gender));
        while (draft.people() == 1 && tradeOf(name) == tradeOf(draft.story.people.front().name));
        WordTable& words = draft.words.person[std::size_t(draft.people())];
        words["tag"] = draft.pick(storyEpithets());
        words["does"] = storyTrades()[std::size_t(tradeOf(name))].verb;
        draft.story.people.push_back({name, gender});
    }
    draft.sentence(draft.pick(introductions()), {0, 1, -1, -1});
    draft.sentence(draft.pick(doings()), draft.rolesFor(-1));
    return draft.story.text;
}

}   // namespace core
