#include "core/training/generators/named_people_stories.h"

#include <algorithm>
#include <utility>

#include "core/training/generators/attribute_stories.h"
#include "core/training/generators/story_draft.h"
#include "core/training/generators/story_frames.h"

namespace core {
namespace {

constexpr std::uint64_t kOneIn = 8;      // this share of the combinations is held out
constexpr double kByAttributes = 0.55;   // of the stories with two or three people; half of all stories

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

std::vector<Gender> drawGenders(Cast cast, Random& random)
{
    const double u = cast == Cast::OneOfEach ? 0.0 : random.uniform();
    const bool swap = random.uniform() < 0.5;
    const Gender a = swap ? Gender::Male : Gender::Female, b = swap ? Gender::Female : Gender::Male;
    std::vector<Gender> genders = u < 0.55   ? std::vector{a, b}
                                  : u < 0.75 ? std::vector{a, a}
                                  : u < 0.92 ? std::vector{a, a, b}
                                             : std::vector{a, a, b, b};
    return genders;
}

class Storyteller {
public:
    Storyteller(const StoryOptions& options, Index index) : m_options(options), m_draft(hashOf(options.seed, std::uint64_t(index))) {}

    Story tell()
    {
        drawPeople();
        drawWords();
        if (m_draft.people() < 4 && m_draft.random.uniform() < kByAttributes)
            tellByAttributes(m_draft, m_options.set == StorySet::HeldOut);
        else
            tellByThemes();
        m_draft.end();
        return std::move(m_draft.story);
    }

private:
    Index people() const { return m_draft.people(); }

    void tellByThemes()
    {
        const Index theme = open();
        std::vector<Index> themes = {theme};
        if (people() == 2 && m_draft.random.uniform() < 0.35) themes.push_back(introduceAnother(theme));
        m_draft.paragraph(0.3);
        body(themes);
        m_draft.paragraph(0.15);
    }

    void drawPeople()
    {
        std::vector<Gender> genders = drawGenders(m_options.cast, m_draft.random);
        m_draft.shuffle(genders);
        const bool wanted = m_options.set == StorySet::HeldOut;
        while (people() < Index(genders.size())) {
            const Gender gender = genders[std::size_t(people())];
            const std::string_view name = m_draft.pick(namesOf(gender));
            const auto suits = [&](const Person& other) { return other.name != name && isHeldOutPair(other.name, name) == wanted; };
            // Three or four names of which every two are held out may not exist, so that held-out stories ask it of the first two only.
            const bool ask = !wanted || people() < 2;
            const auto distinct = [&](const Person& other) { return other.name != name; };
            const auto& cast = m_draft.story.people;
            if (ask ? std::all_of(cast.begin(), cast.end(), suits) : std::all_of(cast.begin(), cast.end(), distinct))
                m_draft.story.people.push_back({name, gender});
        }
    }

    void drawWords()
    {
        for (const StoryWordList& list : storyWordLists()) m_draft.words.story[std::string(list.slot)] = m_draft.pick(list.values);
        for (const StoryTheme& theme : storyThemes()) {
            std::vector<std::vector<std::string_view>> rows = theme.values;
            m_draft.shuffle(rows);
            for (Index person = 0; person < people(); ++person)
                for (std::size_t slot = 0; slot < theme.slots.size(); ++slot)
                    m_draft.words.person[std::size_t(person)][std::string(theme.slots[slot])] = rows[std::size_t(person)][slot];
        }
        for (Index person = 0; person < people(); ++person)
            m_draft.words.person[std::size_t(person)]["kid"] = m_draft.story.people[std::size_t(person)].gender == Gender::Female ? "girl" : "boy";
    }

    // The opening and the first person's introduction; which of them may stand together decides between training and held-out stories.
    Index open()
    {
        const auto& openings = openingFrames(people());
        Index opening = 0, theme = 0, introduction = 0;
        do {
            opening = m_draft.random.below(Index(openings.size()));
            theme = m_draft.random.below(Index(storyThemes().size()));
            introduction = m_draft.random.below(Index(storyThemes()[std::size_t(theme)].introductions.size()));
        } while (isHeldOutCombination(opening, theme, introduction) != (m_options.set == StorySet::HeldOut));
        m_draft.sentence(openings[std::size_t(opening)], {0, 1, 2, 3});
        std::vector<Index> order = m_draft.everybody();
        m_draft.sentence(storyThemes()[std::size_t(theme)].introductions[std::size_t(introduction)], {order[0], -1, -1, -1});
        order.erase(order.begin());
        introduce(theme, order);
        return theme;
    }

    Index introduceAnother(Index first)
    {
        const Index theme = (first + 1 + m_draft.random.below(Index(storyThemes().size()) - 1)) % Index(storyThemes().size());
        introduce(theme, m_draft.everybody());
        return theme;
    }

    void introduce(Index theme, const std::vector<Index>& order)
    {
        for (const Index person : order) m_draft.sentence(m_draft.pick(storyThemes()[std::size_t(theme)].introductions), {person, -1, -1, -1});
    }

    void body(const std::vector<Index>& themes)
    {
        std::vector<std::pair<std::string_view, Index>> plan;   // frame and the person in role 0; −1: anybody
        for (const Index theme : themes)
            for (Index person = 0; person < people(); ++person)
                for (Index n = 1 + m_draft.random.below(2); n > 0; --n)
                    plan.emplace_back(m_draft.pick(storyThemes()[std::size_t(theme)].uses), person);
        for (Index n = 1 + m_draft.random.below(3); n > 0; --n) plan.emplace_back(m_draft.pick(eventFrames()), -1);
        if (m_draft.random.uniform() < 0.5) plan.emplace_back(m_draft.pick(sceneFrames()), -1);
        m_draft.shuffle(plan);
        for (const auto& [frame, person] : plan) m_draft.sentence(frame, m_draft.rolesFor(person));
    }

    StoryOptions m_options;
    StoryDraft m_draft;
};

}   // namespace

bool isHeldOutPair(std::string_view a, std::string_view b)
{
    return hashOf(hashOfName(a) ^ hashOfName(b), 0) % kOneIn == 0;   // the same in both orders
}

Story namedPeopleStory(const StoryOptions& options, Index index) { return Storyteller(options, index).tell(); }

}   // namespace core
