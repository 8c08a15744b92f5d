#include "core/training/generators/pronoun_items.h"

#include <algorithm>
#include <cassert>

#include "core/base/random.h"

namespace core {
namespace {

std::vector<Span> namesBefore(const Story& story, Index person, Index end)
{
    std::vector<Span> spans;
    for (const Mention& mention : story.mentions)
        if (mention.kind == Mention::Kind::Name && mention.person == person && mention.span.end <= end) spans.push_back(mention.span);
    return spans;
}

}   // namespace

std::vector<PronounItem> pronounItemsOf(const Story& story)
{
    assert(story.people.size() == 2 && story.people[0].gender != story.people[1].gender);
    std::vector<PronounItem> items;
    for (const Mention& mention : story.mentions) {
        if (mention.kind != Mention::Kind::Pronoun) continue;
        const std::vector<Span> own = namesBefore(story, mention.person, mention.span.begin);
        const std::vector<Span> other = namesBefore(story, 1 - mention.person, mention.span.begin);
        if (own.empty() || other.empty()) continue;
        items.push_back({.text = story.text,
                         .pronoun = mention.span,
                         .trueName = own.back(),
                         .otherName = other.back(),
                         .trueMentions = own,
                         .otherMentions = other,
                         .trueNameFirst = own.front() < other.front(),
                         .trueNameLatest = own.back() > other.back(),
                         .decided = mention.decided});
    }
    return items;
}

PronounItem pronounItem(const StoryOptions& options, Index index)
{
    const bool wantFirst = index % 2 == 0, wantLatest = (index / 2) % 2 == 0, wantDecided = (index / 4) % 2 == 0;
    StoryOptions drawn = options;
    drawn.cast = Cast::OneOfEach;
    drawn.seed = hashOf(options.seed, std::uint64_t(index));
    Random random(hashOf(drawn.seed, ~std::uint64_t(0)));
    for (Index attempt = 0;; ++attempt) {   // each of the four kinds is common, so a few attempts are enough
        std::vector<PronounItem> items = pronounItemsOf(namedPeopleStory(drawn, attempt));
        std::erase_if(items, [&](const PronounItem& item) {
            return item.trueNameFirst != wantFirst || item.trueNameLatest != wantLatest || (wantDecided && !item.decided);
        });
        if (!items.empty()) return items[std::size_t(random.below(Index(items.size())))];
    }
}

}   // namespace core
