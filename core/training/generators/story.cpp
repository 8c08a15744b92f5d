#include "core/training/generators/story.h"

#include <algorithm>

namespace core {

Index Story::nameCount(Index person) const
{
    return std::count_if(mentions.begin(), mentions.end(),
                         [&](const Mention& mention) { return mention.kind == Mention::Kind::Name && mention.person == person; });
}

bool Story::aloneInGender(Index person) const
{
    const Gender gender = people[std::size_t(person)].gender;
    return std::count_if(people.begin(), people.end(), [&](const Person& other) { return other.gender == gender; }) == 1;
}

const std::vector<std::string_view>& namesOf(Gender gender)
{
    static const std::vector<std::string_view> female = {
        "Anna",  "Maria",  "Emma",   "Sarah",  "Mary",   "Lucy",   "Clara",  "Nora", "Julia",  "Alice", "Jane",   "Kate",
        "Molly", "Sophie", "Laura",  "Helen",  "Ellen",  "Ruth",   "Eva",    "Mia",  "Zoe",    "Ada",   "Lily",   "Susan",
        "Amina", "Fatima", "Aisha",  "Meera",  "Priya",  "Leela",  "Asha",   "Sita", "Anjali", "Wanja", "Akinyi", "Nandi",
        "Rosa",  "Elena",  "Carmen", "Ingrid", "Hannah", "Martha", "Esther", "Nina", "Tina",   "Betty", "Polly",  "Dora",
    };
    static const std::vector<std::string_view> male = {
        "Tom",   "Ben",    "Peter", "Paul",  "John",  "James", "Jack",   "Henry",  "George", "David",  "Daniel", "Adam",
        "Max",   "Leo",    "Oscar", "Hugo",  "Felix", "Simon", "Martin", "Thomas", "Robert", "Edward", "Arthur", "Oliver",
        "Noah",  "Lucas",  "Jacob", "Aaron", "Ali",   "Omar",  "Hassan", "Kofi",   "Kwame",  "Juma",   "Raju",   "Ravi",
        "Arjun", "Vikram", "Mohan", "Gopal", "Anil",  "Rahul", "Carlos", "Diego",  "Ivan",   "Karl",   "Fred",   "Harry",
    };
    return gender == Gender::Female ? female : male;
}

std::string_view pronounOf(Gender gender, PronounForm form)
{
    const bool female = gender == Gender::Female;
    switch (form) {
    case PronounForm::Subject:
        return female ? "she" : "he";
    case PronounForm::Object:
        return female ? "her" : "him";
    case PronounForm::Possessive:
        return female ? "her" : "his";
    }
    return {};
}

}   // namespace core
