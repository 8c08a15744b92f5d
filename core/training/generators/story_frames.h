// The sentences and words that stories are put together from. Slots are those of story_writer.h.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/shape.h"

namespace core
{

// A property that tells the people of a story apart. Most introductions name the property before the person, so that the person's name is
// the first place where a causal model can hold the two together: whoever wants to go on behind "he" must look at the right name.
struct StoryTheme {
    std::vector<std::string_view> slots;                 // the words of one person, e.g. {"job", "work"}
    std::vector<std::vector<std::string_view>> values;   // rows of one word for each slot
    std::vector<std::string_view> introductions;         // role 0 only
    std::vector<std::string_view> uses;                  // role 0 by pronoun; role 1 where another person takes part
};

// A word of the story itself, e.g. {"animal", {"dog", …}}.
struct StoryWordList {
    std::string_view slot;
    std::vector<std::string_view> values;
};

[[nodiscard]] const std::vector<StoryTheme>& storyThemes();
[[nodiscard]] const std::vector<StoryWordList>& storyWordLists();
[[nodiscard]] const std::vector<std::string_view>& openingFrames(Index people);   // roles 0 … people − 1, all named; people 2, 3 or 4
[[nodiscard]] const std::vector<std::string_view>& eventFrames();                 // roles 0 and 1
[[nodiscard]] const std::vector<std::string_view>& sceneFrames();                 // nobody: animals and things, called "it"
[[nodiscard]] const std::vector<std::string_view>& endingFrames();                // roles 0 and 1, both named
[[nodiscard]] const std::vector<std::string_view>& namingFrames();                // role 0 by name, exactly once

}   // namespace core
