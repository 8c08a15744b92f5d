// Turns sentence frames into annotated text. A frame is a sentence with slots:
//
//   {0} {1} {2} {3}     the name of the person in that role              {0.s}    the name with "'s"
//   {0.he}   subject pronoun, or the name where the pronoun could mean two people
//   {0.him}  object pronoun, or the name in the same case                {0.his}  possessive pronoun, or the name with "'s"
//   {0.own}  possessive pronoun always: only where the sentence itself makes the person its owner ("Anna lost her ball")
//   {0.WORD} and {WORD}   a word bound to that person or to the story    {a 0.WORD}, {a WORD}   the same after "a" or "an"
//   {0.does} is such a word, too: a pronoun directly before it counts as decided (Mention::decided)
//   [x|y|z]  one of these, drawn at random; slots may stand inside
//
// The first letter of a sentence becomes a capital, also behind an opening quotation mark; "^" asks for one behind a closing mark.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "core/base/random.h"
#include "core/training/generators/story.h"

namespace core
{

using Roles = std::array<Index, 4>;   // person of each role
using WordTable = std::map<std::string, std::string, std::less<>>;

struct StoryWords {
    WordTable story;                   // {WORD}
    std::array<WordTable, 4> person;   // {0.WORD}, by person (not by role)
};

// Appends one sentence to `story`, after a blank unless the text is empty or ends with a line break.
// Precondition: the frame's slots are well formed and its words are in `words` (asserted; frames are part of the program).
void writeSentence(std::string_view frame, const Roles& roles, const StoryWords& words, Random& random, Story& story);

}   // namespace core
