// Stories in which the right name decides the word behind each pronoun:
//
//   Old Anna met young Tom near the lake. Then she baked bread. Later he sewed a coat. At home, hungry Tom waited for angry Anna. So he ate.
//
// Everybody of one name has one trade in all stories, so that behind "she" the woman's name alone tells the verb; a state ("hungry") holds for a
// scene and is told by the word before the name. Neither the order of the names nor the latest one says who acts. The trades, and the same in
// registers (name_registers.h), are what teaches a head to look from a pronoun at the name of that gender. Words before or behind the names do not:
// heads look at those words themselves, at both alike, and 10 million tokens did not change that.
#pragma once

#include "core/training/generators/story_draft.h"

namespace core {

// Whether an opening with these attributes of its first two people (positions in storyTrades, then storyStates) is in held-out stories only.
[[nodiscard]] bool isHeldOutAttributes(Index opening, Index first, Index second);

// Tells the story up to its ending. Precondition: two or three people, words of the story drawn.
void tellByAttributes(StoryDraft& draft, bool heldOut);

}   // namespace core
