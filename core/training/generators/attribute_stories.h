// Stories in which a word before each name decides the word behind each pronoun:
//
//   The baker Tom met the sailor Anna near the lake. Then she sailed to the island. Later he baked bread.
//
// Behind "she" only the name tells which verb comes, because neither the order of the names nor the latest one does. A model that has heads
// for the previous token and for repetition gains a head for pronouns at once: look at the name of that gender, take what stands there.
#pragma once

#include "core/training/generators/story_draft.h"

namespace core {

// Whether an opening with these attributes of its first two people (positions in storyRoles, then storyStates) is in held-out stories only.
[[nodiscard]] bool isHeldOutAttributes(Index opening, Index first, Index second);

// Tells the story up to its ending. Precondition: two or three people, words of the story drawn.
void tellByAttributes(StoryDraft& draft, bool heldOut);

}   // namespace core
