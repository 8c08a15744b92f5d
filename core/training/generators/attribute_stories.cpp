#include "core/training/generators/attribute_stories.h"

#include <algorithm>

#include "core/training/generators/story_attributes.h"
#include "core/training/generators/story_frames.h"

namespace core {
namespace {

class AttributeStoryteller {
public:
    AttributeStoryteller(StoryDraft& draft, bool heldOut) : m_draft(draft), m_heldOut(heldOut) {}

    void tell()
    {
        open();
        act();
        const bool again = m_draft.random.uniform() < 0.7;
        if (!again || m_draft.random.uniform() < 0.3) between();
        if (again && nextScene()) act();
        // Where names stand in place of pronouns, everybody may have been named too often for another sentence.
        for (Index attempt = 0; m_uses < kFewestUses && attempt < 20; ++attempt) actAlone(m_draft.rolesFor(-1));
        if (m_uses < kMostUses && m_draft.random.uniform() < 0.15) actAlone(m_draft.rolesFor(-1));
        m_draft.paragraph(0.15);
    }

private:
    static constexpr Index kFewestUses = 2, kMostUses = 5;
    static constexpr double kTradeShare = 0.8;    // of the attributes of a story's opening; two of one trade would decide nothing
    static constexpr double kTradeTold = 0.1;     // by its word before the name, where otherwise an epithet stands

    static Index trades() { return std::ssize(storyTrades()); }
    static const StoryAttribute& attribute(Index at)
    {
        return at < trades() ? storyTrades()[std::size_t(at)] : storyStates()[std::size_t(at - trades())];
    }

    bool chance(double p) { return m_draft.random.uniform() < p; }

    // Nobody has had this attribute before, so that a verb never follows from an earlier pronoun.
    bool isNew(Index at) const { return std::find(m_used.begin(), m_used.end(), at) == m_used.end(); }

    void giveTrade(Index person)
    {
        const Index at = tradeOf(m_draft.story.people[std::size_t(person)].name);
        if (!isNew(at)) return giveState(person);
        give(person, at, chance(kTradeTold) ? attribute(at).tag : m_draft.pick(storyEpithets()));
    }

    void giveState(Index person)
    {
        Index at = 0;
        do at = trades() + m_draft.random.below(std::ssize(storyStates()));
        while (!isNew(at));
        give(person, at, attribute(at).tag);
    }

    void give(Index person, Index at, std::string_view tag)
    {
        m_used.push_back(at);
        m_attributes[std::size_t(person)] = at;
        m_draft.words.person[std::size_t(person)]["tag"] = tag;
    }

    void open()
    {
        const auto& openings = attributeOpenings(m_draft.people());
        Index opening = 0;
        do {
            m_used.clear();
            opening = m_draft.random.below(std::ssize(openings));
            for (Index person = 0; person < m_draft.people(); ++person) chance(kTradeShare) ? giveTrade(person) : giveState(person);
        } while (isHeldOutAttributes(opening, m_attributes[0], m_attributes[1]) != m_heldOut);
        m_draft.sentence(openings[std::size_t(opening)], {0, 1, 2, 3});
        m_draft.paragraph(0.1);
    }

    // Two people with new states; false where they have been named too often for it.
    bool nextScene()
    {
        const Roles scene = m_draft.rolesFor(-1);
        const auto attributes = m_attributes;
        const auto words = m_draft.words.person;
        for (const Index role : {0, 1}) giveState(scene[std::size_t(role)]);
        m_draft.paragraph(0.25);
        if (m_draft.sentence(m_draft.pick(attributeScenes()), scene)) return true;
        m_attributes = attributes;
        m_draft.words.person = words;
        return false;
    }

    // One or two people of the scene act, who of them first is left to chance.
    void act()
    {
        Roles roles = m_draft.rolesFor(-1);
        if (chance(0.3)) m_draft.sentence(m_draft.pick(attributeLeads()), m_draft.rolesFor(-1));
        if (chance(0.45)) return use(attributePairUses(), roles, 2);
        actAlone(roles);
        if (!chance(0.7)) return;
        if (chance(0.4)) m_draft.sentence(m_draft.pick(attributeLeads()), m_draft.rolesFor(-1));
        std::swap(roles[0], roles[1]);
        actAlone(roles);
    }

    void actAlone(const Roles& roles) { use(attributeUses(), roles, 1); }

    void use(const std::vector<std::string_view>& frames, const Roles& roles, Index count)
    {
        for (Index person = 0; person < m_draft.people(); ++person) {
            const StoryAttribute& has = attribute(m_attributes[std::size_t(person)]);
            m_draft.words.person[std::size_t(person)]["does"] = std::string(has.verb) + ' ' + std::string(m_draft.pick(has.objects));
        }
        if (m_draft.sentence(m_draft.pick(frames), roles)) m_uses += count;
    }

    void between() { m_draft.sentence(chance(0.6) ? m_draft.pick(sceneFrames()) : m_draft.pick(eventFrames()), m_draft.rolesFor(-1)); }

    StoryDraft& m_draft;
    bool m_heldOut;
    std::array<Index, 4> m_attributes = {};
    std::vector<Index> m_used;
    Index m_uses = 0;
};

}   // namespace

bool isHeldOutAttributes(Index opening, Index first, Index second)
{
    return hashOf(std::uint64_t(opening * 1000 + first), std::uint64_t(second) + 1000) % 8 == 0;
}

void tellByAttributes(StoryDraft& draft, bool heldOut) { AttributeStoryteller(draft, heldOut).tell(); }

}   // namespace core
