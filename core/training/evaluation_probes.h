// Questions put to the heads of a model. Each says which keys a query row ought to look at; the answer is the weight found there.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/recording/attention_map.h"
#include "core/text/tokenizer.h"
#include "core/training/generators/pronoun_items.h"

namespace core {

// The mass of row `row` on `keys` is what is asked for.
struct AttentionTarget {
    Index row = 0;
    std::vector<Index> keys;
};

struct ProbeItem {
    Tokens tokens;
    std::vector<AttentionTarget> targets;
};

// Mean over the targets of Σ P(row, key); 0 without targets.
[[nodiscard]] double massOn(const AttentionMap& map, std::span<const AttentionTarget> targets);

[[nodiscard]] std::vector<AttentionTarget> previousTokenTargets(Index size);   // rows i ≥ 1: key i − 1
[[nodiscard]] std::vector<AttentionTarget> firstTokenTargets(Index size);      // rows i ≥ 1: key 0
// Rows of the second copy of start + R + R, R of `period` tokens: key i − (period − 1), which follows the first occurrence of token i.
[[nodiscard]] std::vector<AttentionTarget> inductionTargets(Index size, Index period);

// The maps of all heads for a text, in (layer, head) order. A seam: tests put oracles in a model's place.
using HeadRunner = std::function<Result<std::vector<MapPtr>>(const Tokens&)>;

// A head chosen by its score on the items of even index and measured on those of odd index, where it can no longer have been lucky.
struct ChosenHead {
    Index head = 0;          // in (layer, head) order
    double selected = 0.0;   // mean mass on the even items
    double measured = 0.0;   // mean mass on the odd items
    double shuffled = 0.0;   // the same head on the odd items with their tokens in random order, same targets
    Index items = 0;         // odd items
};
// Errors: BadInput with fewer than two items; those of the runner.
[[nodiscard]] Result<ChosenHead> chooseHead(std::span<const ProbeItem> items, const HeadRunner& run, std::uint64_t shuffleSeed);

// A pronoun and the pieces of both names before it, in a text that ends with the pronoun's first piece.
struct PronounProbe {
    ProbeItem trueName;   // one target each: all pieces of all mentions before the pronoun
    std::vector<AttentionTarget> otherName;
    // The tokens between start token and pronoun in random order; the pronoun keeps its place. Targets follow the names to their new places.
    ProbeItem shuffledTrueName;
    std::vector<AttentionTarget> shuffledOtherName;
    bool trueNameFirst = false;
    bool trueNameLatest = false;
};
// Errors: those of Tokenizer::encode; BadInput when a token holds both a name and the pronoun.
[[nodiscard]] Result<PronounProbe> pronounProbe(const PronounItem& item, const Tokenizer& tokenizer, std::uint64_t shuffleSeed);

struct NameMass {
    double trueName = 0.0;
    double otherName = 0.0;
    [[nodiscard]] double ratio() const;   // infinite when nothing lies on the other name, NaN when nothing lies on either
};

// The head with the largest difference trueName − otherName on the even half, measured on the odd half. Halves are whole blocks of four
// items, so that both hold every order of names equally often.
struct ChosenPronounHead {
    Index head = 0;
    NameMass selected = {};
    NameMass measured = {};
    NameMass trueNameFirst = {}, trueNameSecond = {};     // of the measured stories, by which person the story names first
    NameMass trueNameLatest = {}, otherNameLatest = {};   // … and by which was named last before the pronoun
    NameMass shuffledNames = {};                          // shuffled story, mass on the names wherever they went
    NameMass shuffledPlaces = {};                         // shuffled story, mass on the places where the names had been
    double preferred = 0.0;                               // share of measured stories with more mass on the true name
    Index stories = 0;                                    // measured
};
// Errors: BadInput with fewer than eight probes; those of the runner.
[[nodiscard]] Result<ChosenPronounHead> choosePronounHead(std::span<const PronounProbe> probes, const HeadRunner& run);

}   // namespace core
