// A story while it is written: its people, the words bound to them, and the source of chance.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/training/generators/story_writer.h"

namespace core {

inline constexpr Index kFewestNames = 3, kMostNames = 6;   // how often each person is called by name

struct StoryDraft {
    explicit StoryDraft(std::uint64_t seed) : random(seed) {}

    Random random;
    StoryWords words;
    Story story;

    [[nodiscard]] Index people() const { return Index(story.people.size()); }

    // Everybody in random order; as roles with `first` in role 0, or anybody for −1.
    [[nodiscard]] std::vector<Index> everybody();
    [[nodiscard]] Roles rolesFor(Index first);

    // Writes the sentence, or returns false and leaves it out where it would call somebody by name once too often or repeat what was said.
    bool sentence(std::string_view frame, const Roles& roles);
    void paragraph(double chance);   // a line break, perhaps
    void end();                      // a closing sentence, and more until everybody has been named often enough

    template<class T>
    [[nodiscard]] const T& pick(const std::vector<T>& from)
    {
        return from[std::size_t(random.below(Index(from.size())))];
    }

    template<class T>
    void shuffle(std::vector<T>& items)
    {
        for (Index i = Index(items.size()) - 1; i > 0; --i) std::swap(items[std::size_t(i)], items[std::size_t(random.below(i + 1))]);
    }
};

}   // namespace core
