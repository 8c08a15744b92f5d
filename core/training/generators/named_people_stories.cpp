#include "core/training/generators/named_people_stories.h"

#include <algorithm>
#include <utility>

#include "core/base/random.h"
#include "core/training/generators/story_frames.h"
#include "core/training/generators/story_writer.h"

namespace core
{
namespace
{

constexpr Index kFewestNames = 3, kMostNames = 6;
constexpr std::uint64_t kOneIn = 8;   // this share of the combinations is held out

std::uint64_t hashOfName(std::string_view name)
{
    std::uint64_t hash = 0;
    for (const char c : name) hash = hashOf(hash, static_cast<unsigned char>(c));
    return hash;
}

bool isHeldOutCombination(Index opening, Index theme, Index introduction)
{
    return hashOf(std::uint64_t(opening * 1000 + theme), std::uint64_t(introduction)) % kOneIn == 0;
}

template<class T>
const T& pick(const std::vector<T>& from, Random& random)
{
    return from[std::size_t(random.below(Index(from.size())))];
}

template<class T>
void shuffle(std::vector<T>& items, Random& random)
{
    for (Index i = Index(items.size()) - 1; i > 0; --i) std::swap(items[std::size_t(i)], items[std::size_t(random.below(i + 1))]);
}

std::vector<Gender> drawGenders(Cast cast, Random& random)
{
    const double u = cast == Cast::OneOfEach ? 0.0 : random.uniform();
    const bool swap = random.uniform() < 0.5;
    const Gender a = swap ? Gender::Male : Gender::Female, b = swap ? Gender::Female : Gender::Male;
    std::vector<Gender> genders = u < 0.55   ? std::vector{a, b}
                                  : u < 0.75 ? std::vector{a, a}
                                  : u < 0.92 ? std::vector{a, a, b}
                                             : std::vector{a, a, b, b};
    shuffle(genders, random);
    return genders;
}

class Storyteller
{
public:
    Storyteller(const StoryOptions& options, Index index) : m_options(options), m_random(hashOf(options.seed, std::uint64_t(index))) {}

    Story tell()
    {
        drawPeople();
        drawWords();
        const Index theme = open();
        std::vector<Index> themes = {theme};
        if (people() == 2 && m_random.uniform() < 0.35) themes.push_back(introduceAnother(theme));
        paragraph(0.3);
        body(themes);
        paragraph(0.15);
        end();
        return std::move(m_story);
    }

private:
    Index people() const { return Index(m_story.people.size()); }

    void drawPeople()
    {
        const std::vector<Gender> genders = drawGenders(m_options.cast, m_random);
        const bool wanted = m_options.set == StorySet::HeldOut;
        while (people() < Index(genders.size())) {
            const Gender gender = genders[std::size_t(people())];
            const std::string_view name = pick(namesOf(gender), m_random);
            const auto suits = [&](const Person& other) { return other.name != name && isHeldOutPair(other.name, name) == wanted; };
            // Three or four names of which every two are held out may not exist, so that held-out stories ask it of the first two only.
            const bool ask = !wanted || people() < 2;
            const auto distinct = [&](const Person& other) { return other.name != name; };
            const auto& cast = m_story.people;
            if (ask ? std::all_of(cast.begin(), cast.end(), suits) : std::all_of(cast.begin(), cast.end(), distinct))
                m_story.people.push_back({name, gender});
        }
    }

    void drawWords()
    {
        for (const StoryWordList& list : storyWordLists()) m_words.story[std::string(list.slot)] = pick(list.values, m_random);
        for (const StoryTheme& theme : storyThemes()) {
            std::vector<std::vector<std::string_view>> rows = theme.values;
            shuffle(rows, m_random);
            for (Index person = 0; person < people(); ++person)
                for (std::size_t slot = 0; slot < theme.slots.size(); ++slot)
                    m_words.person[std::size_t(person)][std::string(theme.slots[slot])] = rows[std::size_t(person)][slot];
        }
        for (Index person = 0; person < people(); ++person)
            m_words.person[std::size_t(person)]["kid"] = m_story.people[std::size_t(person)].gender == Gender::Female ? "girl" : "boy";
    }

    // The opening and the first person's introduction; which of them may stand together decides between training and held-out stories.
    Index open()
    {
        const auto& openings = openingFrames(people());
        Index opening = 0, theme = 0, introduction = 0;
        do {
            opening = m_random.below(Index(openings.size()));
            theme = m_random.below(Index(storyThemes().size()));
            introduction = m_random.below(Index(storyThemes()[std::size_t(theme)].introductions.size()));
        } while (isHeldOutCombination(opening, theme, introduction) != (m_options.set == StorySet::HeldOut));
        sentence(openings[std::size_t(opening)], {0, 1, 2, 3});
        std::vector<Index> order = everybody();
        sentence(storyThemes()[std::size_t(theme)].introductions[std::size_t(introduction)], {order[0], -1, -1, -1});
        order.erase(order.begin());
        introduce(theme, order);
        return theme;
    }

    Index introduceAnother(Index first)
    {
        const Index theme = (first + 1 + m_random.below(Index(storyThemes().size()) - 1)) % Index(storyThemes().size());
        introduce(theme, everybody());
        return theme;
    }

    void introduce(Index theme, const std::vector<Index>& order)
    {
        for (const Index person : order) sentence(pick(storyThemes()[std::size_t(theme)].introductions, m_random), {person, -1, -1, -1});
    }

    void body(const std::vector<Index>& themes)
    {
        std::vector<std::pair<std::string_view, Index>> plan;   // frame and the person in role 0; −1: anybody
        for (const Index theme : themes)
            for (Index person = 0; person < people(); ++person)
                for (Index n = 1 + m_random.below(2); n > 0; --n) plan.emplace_back(pick(storyThemes()[std::size_t(theme)].uses, m_random), person);
        for (Index n = 1 + m_random.below(3); n > 0; --n) plan.emplace_back(pick(eventFrames(), m_random), -1);
        if (m_random.uniform() < 0.5) plan.emplace_back(pick(sceneFrames(), m_random), -1);
        shuffle(plan, m_random);
        for (const auto& [frame, person] : plan) sentence(frame, rolesFor(person));
    }

    void end()
    {
        sentence(pick(endingFrames(), m_random), rolesFor(-1));
        for (Index person = 0; person < people(); ++person)
            while (m_story.nameCount(person) < kFewestNames) sentence(pick(namingFrames(), m_random), {person, -1, -1, -1});
    }

    Roles rolesFor(Index first)
    {
        std::vector<Index> order = everybody();
        if (first >= 0) std::swap(order[0], *std::find(order.begin(), order.end(), first));
        Roles roles = {-1, -1, -1, -1};
        std::copy(order.begin(), order.end(), roles.begin());
        return roles;
    }

    std::vector<Index> everybody()
    {
        std::vector<Index> order(std::size_t(people()), 0);
        for (Index person = 0; person < people(); ++person) order[std::size_t(person)] = person;
        shuffle(order, m_random);
        return order;
    }

    // Writes the sentence, or leaves it out where it would call somebody by name a seventh time or repeat what was just said.
    void sentence(std::string_view frame, const Roles& roles)
    {
        Story longer = m_story;
        const std::size_t begin = m_story.text.size();
        writeSentence(frame, roles, m_words, m_random, longer);
        for (Index person = 0; person < people(); ++person)
            if (longer.nameCount(person) > kMostNames) return;
        std::string_view added = std::string_view(longer.text).substr(begin);
        while (!added.empty() && added.front() == ' ') added.remove_prefix(1);
        if (m_story.text.find(added) != std::string::npos) return;
        m_story = std::move(longer);
    }

    void paragraph(double chance)
    {
        if (m_random.uniform() < chance) m_story.text += '\n';
    }

    StoryOptions m_options;
    Random m_random;
    StoryWords m_words;
    Story m_story;
};

}   // namespace

bool isHeldOutPair(std::string_view a, std::string_view b)
{
    return hashOf(hashOfName(a) ^ hashOfName(b), 0) % kOneIn == 0;   // the same in both orders
}

Story namedPeopleStory(const StoryOptions& options, Index index) { return Storyteller(options, index).tell(); }

}   // namespace core
