// Stories with a question: whom does this pronoun mean? The answer follows from gender alone, because the story has one woman and one man.
#pragma once

#include <string>
#include <vector>

#include "core/training/generators/named_people_stories.h"

namespace core {

struct PronounItem {
    std::string text;                 // a whole story; a causal row at the pronoun knows nothing behind it
    Span pronoun;                     // bytes of text
    Span trueName;                    // last mention of the antecedent by name before the pronoun
    Span otherName;                   // the same of the other person
    std::vector<Span> trueMentions;   // all mentions by name before the pronoun, in text order; the last is trueName
    std::vector<Span> otherMentions;
    bool trueNameFirst = false;    // the antecedent is the person the story names first
    bool trueNameLatest = false;   // the antecedent is the person named last before the pronoun
    bool decided = false;          // the next word follows from who is meant (Mention::decided)
};

// Item `index` of a seed. Four consecutive items hold each combination of trueNameFirst and trueNameLatest once, so that neither
// "look at the first name" nor "look at the latest name" scores above one half. In every other four all items are decided ones. options.cast is taken
// as OneOfEach.
[[nodiscard]] PronounItem pronounItem(const StoryOptions& options, Index index);

// Every pronoun of the story that has both people named before it. Precondition: two people of different gender.
[[nodiscard]] std::vector<PronounItem> pronounItemsOf(const Story& story);

}   // namespace core
