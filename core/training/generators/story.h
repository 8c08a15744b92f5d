// A generated story together with what is known about it: who is meant by every name and pronoun, to the byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/shape.h"

namespace core {

enum class Gender { Female, Male };

struct Person {
    std::string_view name;
    Gender gender = Gender::Female;
};

struct Mention {
    enum class Kind { Name, Pronoun };
    Kind kind = Kind::Name;
    Index person = 0;       // index into Story::people
    Span span;              // bytes of Story::text: the name without "'s", or the whole pronoun
    bool decided = false;   // a pronoun whose next word follows from who is meant: from the trade of that name, or the state told before it
    friend bool operator==(const Mention&, const Mention&) = default;
};

struct Story {
    std::string text;
    std::vector<Person> people;      // two to four, in no particular order
    std::vector<Mention> mentions;   // in text order

    // How often person p is called by name.
    [[nodiscard]] Index nameCount(Index person) const;
    // Whether nobody else in the story has this person's gender, so that "he" or "she" can mean nobody else.
    [[nodiscard]] bool aloneInGender(Index person) const;
};

// First names that are no words of their own and clearly female or male to an English reader; 48 of each.
[[nodiscard]] const std::vector<std::string_view>& namesOf(Gender gender);

// "she", "her", "her" or "he", "him", "his".
enum class PronounForm { Subject, Object, Possessive };
[[nodiscard]] std::string_view pronounOf(Gender gender, PronounForm form);

}   // namespace core
