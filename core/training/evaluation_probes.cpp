#include "core/training/evaluation_probes.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "core/metrics/induction_probe.h"

namespace core {
namespace {

// Tokens that share a byte with any of the spans.
std::vector<Index> tokensIn(const Tokens& tokens, std::span<const Span> spans)
{
    std::vector<Index> found;
    for (Index i = 0; i < tokens.size(); ++i) {
        const Span bytes = tokens.items[std::size_t(i)].span;
        if (std::any_of(spans.begin(), spans.end(), [&](Span s) { return bytes.begin < s.end && s.begin < bytes.end; })) found.push_back(i);
    }
    return found;
}

void add(NameMass& sum, NameMass more)
{
    sum.trueName += more.trueName;
    sum.otherName += more.otherName;
}

NameMass mean(NameMass sum, Index count)
{
    const double n = double(std::max<Index>(1, count));
    return {sum.trueName / n, sum.otherName / n};
}

bool measures(std::size_t pronounIndex) { return (pronounIndex / 4) % 2 == 1; }

// Fills in everything but the choice.
Result<void> measure(std::span<const PronounProbe> probes, const HeadRunner& run, ChosenPronounHead& chosen)
{
    Index first = 0, latest = 0;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        if (!measures(i)) continue;
        const PronounProbe& probe = probes[i];
        FOVEA_TRY(maps, run(probe.trueName.tokens));
        FOVEA_TRY(shuffledMaps, run(probe.shuffledTrueName.tokens));
        const AttentionMap& map = *maps[std::size_t(chosen.head)];
        const AttentionMap& shuffled = *shuffledMaps[std::size_t(chosen.head)];
        const NameMass mass = {massOn(map, probe.trueName.targets), massOn(map, probe.otherName)};
        add(chosen.measured, mass);
        add(probe.trueNameFirst ? chosen.trueNameFirst : chosen.trueNameSecond, mass);
        add(probe.trueNameLatest ? chosen.trueNameLatest : chosen.otherNameLatest, mass);
        add(chosen.shuffledNames, {massOn(shuffled, probe.shuffledTrueName.targets), massOn(shuffled, probe.shuffledOtherName)});
        add(chosen.shuffledPlaces, {massOn(shuffled, probe.trueName.targets), massOn(shuffled, probe.otherName)});
        chosen.preferred += mass.trueName > mass.otherName ? 1.0 : 0.0;
        first += probe.trueNameFirst, latest += probe.trueNameLatest, ++chosen.stories;
    }
    const Index n = chosen.stories;
    chosen.preferred /= double(n);
    for (NameMass* sum : {&chosen.measured, &chosen.shuffledNames, &chosen.shuffledPlaces}) *sum = mean(*sum, n);
    chosen.trueNameFirst = mean(chosen.trueNameFirst, first);
    chosen.trueNameSecond = mean(chosen.trueNameSecond, n - first);
    chosen.trueNameLatest = mean(chosen.trueNameLatest, latest);
    chosen.otherNameLatest = mean(chosen.otherNameLatest, n - latest);
    return {};
}

}   // namespace

double massOn(const AttentionMap& map, std::span<const AttentionTarget> targets)
{
    double sum = 0.0;
    for (const AttentionTarget& target : targets)
        for (const Index key : target.keys) {
            float weight = 0.0f;
            map.weights({target.row, target.row + 1}, {key, key + 1}, &weight);
            sum += double(weight);
        }
    return targets.empty() ? 0.0 : sum / double(targets.size());
}

std::vector<AttentionTarget> previousTokenTargets(Index size)
{
    std::vector<AttentionTarget> targets;
    for (Index i = 1; i < size; ++i) targets.push_back({i, {i - 1}});
    return targets;
}

std::vector<AttentionTarget> firstTokenTargets(Index size)
{
    std::vector<AttentionTarget> targets;
    for (Index i = 1; i < size; ++i) targets.push_back({i, {0}});
    return targets;
}

std::vector<AttentionTarget> inductionTargets(Index size, Index period)
{
    assert(period >= 1 && size >= 2 * period);
    std::vector<AttentionTarget> targets;
    for (Index i = size - period; i < size; ++i) targets.push_back({i, {i - (period - 1)}});
    return targets;
}

Result<ChosenHead> chooseHead(std::span<const ProbeItem> items, const HeadRunner& run, std::uint64_t shuffleSeed)
{
    if (items.size() < 2) return fail(Fault::BadInput, fmt::format("{} items cannot be halved.", items.size()), "Ask for two items or more.");
    std::vector<double> selected;
    for (std::size_t i = 0; i < items.size(); i += 2) {
        FOVEA_TRY(maps, run(items[i].tokens));
        selected.resize(maps.size(), 0.0);
        for (std::size_t head = 0; head < maps.size(); ++head) selected[head] += massOn(*maps[head], items[i].targets);
    }
    if (selected.empty()) return fail(Fault::BadInput, "The model has no heads to score.", "Choose a model with attention heads.");
    ChosenHead chosen = {.head = std::max_element(selected.begin(), selected.end()) - selected.begin(), .items = Index(items.size() / 2)};
    chosen.selected = selected[std::size_t(chosen.head)] / double(items.size() - items.size() / 2);
    for (std::size_t i = 1; i < items.size(); i += 2) {
        FOVEA_TRY(maps, run(items[i].tokens));
        FOVEA_TRY(shuffledMaps, run(shuffledTokens(items[i].tokens, shuffleSeed + i)));
        chosen.measured += massOn(*maps[std::size_t(chosen.head)], items[i].targets) / double(chosen.items);
        chosen.shuffled += massOn(*shuffledMaps[std::size_t(chosen.head)], items[i].targets) / double(chosen.items);
    }
    return chosen;
}

Result<PronounProbe> pronounProbe(const PronounItem& item, const Tokenizer& tokenizer, std::uint64_t shuffleSeed)
{
    FOVEA_TRY(tokens, tokenizer.encode(item.text));
    const std::vector<Index> pronoun = tokensIn(tokens, std::span(&item.pronoun, 1));
    const std::vector<Index> own = tokensIn(tokens, item.trueMentions), other = tokensIn(tokens, item.otherMentions);
    if (pronoun.empty() || own.empty() || other.empty() || std::max(own.back(), other.back()) >= pronoun.front())
        return fail(Fault::BadInput, "The tokenizer does not tell a pronoun from the names before it.",
                    "Use a tokenizer whose tokens stay within words.");
    const Index row = pronoun.front();
    Tokens prefix = tokens;
    prefix.items.resize(std::size_t(row));
    Tokens shuffled = shuffledTokens(prefix, shuffleSeed);
    for (Tokens* text : {&prefix, &shuffled}) text->items.push_back(tokens.items[std::size_t(row)]);
    return PronounProbe{.trueName = {prefix, {{row, own}}},
                        .otherName = {{row, other}},
                        .shuffledTrueName = {shuffled, {{row, tokensIn(shuffled, item.trueMentions)}}},
                        .shuffledOtherName = {{row, tokensIn(shuffled, item.otherMentions)}},
                        .trueNameFirst = item.trueNameFirst,
                        .trueNameLatest = item.trueNameLatest};
}

double NameMass::ratio() const { return trueName / otherName; }

Result<ChosenPronounHead> choosePronounHead(std::span<const PronounProbe> probes, const HeadRunner& run)
{
    if (probes.size() < 8) return fail(Fault::BadInput, fmt::format("{} stories cannot be halved.", probes.size()), "Ask for eight stories or more.");
    std::vector<NameMass> sums;
    Index selecting = 0;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        if (measures(i)) continue;
        FOVEA_TRY(maps, run(probes[i].trueName.tokens));
        sums.resize(maps.size());
        for (std::size_t head = 0; head < maps.size(); ++head)
            add(sums[head], {massOn(*maps[head], probes[i].trueName.targets), massOn(*maps[head], probes[i].otherName)});
        ++selecting;
    }
    if (sums.empty()) return fail(Fault::BadInput, "The model has no heads to score.", "Choose a model with attention heads.");
    const auto difference = [](NameMass m) { return m.trueName - m.otherName; };
    const auto best = std::max_element(sums.begin(), sums.end(), [&](NameMass a, NameMass b) { return difference(a) < difference(b); });
    ChosenPronounHead chosen = {.head = best - sums.begin(), .selected = mean(*best, selecting)};
    FOVEA_CHECK(measure(probes, run, chosen));
    return chosen;
}

}   // namespace core
