// Short stories about two to four people with names, gender-consistent pronouns, giving, moving, speech and feelings.
#pragma once

#include <cstdint>

#include "core/training/generators/story.h"

namespace core {

// Held-out stories pair names, and join openings with themes and introductions or with attributes, that no training story brings together; single
// names, frames and words are shared. A model that scores on them has learned more than the stories it saw.
enum class StorySet { Training, HeldOut };

enum class Cast {
    Any,         // 55 % one woman and one man, 20 % two of one gender, 17 % three people, 8 % four
    OneOfEach,   // one woman and one man: every pronoun means one of the two by gender alone
};

struct StoryOptions {
    std::uint64_t seed = 1;
    StorySet set = StorySet::Training;
    Cast cast = Cast::Any;
};

// Story `index` of a seed, the same on every machine. Every person is called by name three to six times; where two share a gender, names
// stand in place of pronouns except where the sentence itself decides ("lost her ball"). About half of the stories are those of
// attribute_stories.h, in which the word behind a pronoun follows from who is meant.
[[nodiscard]] Story namedPeopleStory(const StoryOptions& options, Index index);

// Whether two names stand together in held-out stories only.
[[nodiscard]] bool isHeldOutPair(std::string_view a, std::string_view b);

}   // namespace core
