// What people in stories are, and what they therefore do: a trade that belongs to the name in every story, or a state that stands directly before
// the name ("hungry Mia"), and the sentences for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/shape.h"

namespace core {

// The tag's last word is the one before the name: a previous-token head leaves it at the name, so that whoever looks at the right name from a
// pronoun knows the verb. No two attributes share a verb, and none belongs to a gender.
struct StoryAttribute {
    std::string_view tag;
    std::string_view verb;                   // simple past, one word
    std::vector<std::string_view> objects;   // what may follow the verb; free of pronouns for people
};

[[nodiscard]] const std::vector<StoryAttribute>& storyTrades();   // "the baker", kept for life and from story to story
[[nodiscard]] const std::vector<StoryAttribute>& storyStates();   // "hungry", other ones in the next scene

// Position in storyTrades of the trade that everybody of this name has; each trade has as many women as men. Precondition: a name of namesOf.
[[nodiscard]] Index tradeOf(std::string_view name);
[[nodiscard]] const std::vector<std::string_view>& storyEpithets();   // "old": what may stand before a name and says nothing about what is done

// Slots are those of story_writer.h with {0.tag}, "the baker" or "hungry", and {0.does}, "baked bread" or "ate some rice".
[[nodiscard]] const std::vector<std::string_view>& attributeOpenings(Index people);   // everybody by tag and name; people 2 or 3
[[nodiscard]] const std::vector<std::string_view>& attributeScenes();                 // roles 0 and 1 by tag and name, as a story goes on
[[nodiscard]] const std::vector<std::string_view>& attributeLeads();      // roles 0 and 1 by name: who acts next does not follow from them
[[nodiscard]] const std::vector<std::string_view>& attributeUses();       // role 0 acts, called by pronoun; role 1 may be named
[[nodiscard]] const std::vector<std::string_view>& attributePairUses();   // roles 0 and 1 act

}   // namespace core
