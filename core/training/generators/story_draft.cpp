#include "core/training/generators/story_draft.h"

#include <algorithm>

#include "core/training/generators/story_frames.h"

namespace core {

std::vector<Index> StoryDraft::everybody()
{
    std::vector<Index> order(std::size_t(people()), 0);
    for (Index person = 0; person < people(); ++person) order[std::size_t(person)] = person;
    shuffle(order);
    return order;
}

Roles StoryDraft::rolesFor(Index first)
{
    std::vector<Index> order = everybody();
    if (first >= 0) std::swap(order[0], *std::find(order.begin(), order.end(), first));
    Roles roles = {-1, -1, -1, -1};
    std::copy(order.begin(), order.end(), roles.begin());
    return roles;
}

bool StoryDraft::sentence(std::string_view frame, const Roles& roles)
{
    Story longer = story;
    const std::size_t begin = story.text.size();
    writeSentence(frame, roles, words, random, longer);
    for (Index person = 0; person < people(); ++person)
        if (longer.nameCount(person) > kMostNames) return false;
    std::string_view added = std::string_view(longer.text).substr(begin);
    while (!added.empty() && added.front() == ' ') added.remove_prefix(1);
    if (story.text.find(added) != std::string::npos) return false;
    story = std::move(longer);
    return true;
}

void StoryDraft::paragraph(double chance)
{
    if (random.uniform() < chance && !story.text.ends_with('\n')) story.text += '\n';
}

void StoryDraft::end()
{
    sentence(pick(endingFrames()), rolesFor(-1));
    for (Index person = 0; person < people(); ++person)
        while (story.nameCount(person) < kFewestNames) sentence(pick(namingFrames()), {person, -1, -1, -1});
}

}   // namespace core
