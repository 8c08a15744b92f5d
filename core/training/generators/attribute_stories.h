// Stories in which the right name decides the word behind each pronoun:
//
//   Old Anna met the tailor Tom near the lake. Then she baked bread. Later he sewed a coat. At home, hungry Tom waited for angry Anna. So he ate.
//
// Everybody of one name has one trade in all stories, so that behind "she" the woman's name alone tells the verb; a state ("hungry") holds for a
// scene and is told by the word before the name; and names stand behind pronouns ("Everyone called her Anna"). Neither the order of the names nor
// the latest one says who is meant. Copying the name is what first teaches a head to look from a pronoun at the name of that gender: where only the
// word before the name told the verb, 11 million tokens taught heads to look at those words, at both alike, and none to tell the people apart.
#pragma once

#include "core/training/generators/story_draft.h"

namespace core {

// Whether an opening with these attributes of its first two people (positions in storyTrades, then storyStates) is in held-out stories only.
[[nodiscard]] bool isHeldOutAttributes(Index opening, Index first, Index second);

// Tells the story up to its ending. Precondition: two or three people, words of the story drawn.
void tellByAttributes(StoryDraft& draft, bool heldOut);

}   // namespace core
