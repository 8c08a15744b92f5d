#include "core/training/mixture.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include <fmt/format.h>

#include "core/base/parallel.h"
#include "core/training/generators/name_registers.h"
#include "core/training/generators/named_people_stories.h"

namespace core {
namespace {

constexpr std::string_view kSeparator = "\n\n";
constexpr std::string_view kStoryBreaks[] = {"\n\n", "\n", " "};
constexpr double kRegisters = 0.4;           // of the sequences of stories
constexpr double kStartsAtSentence = 0.85;   // the rest begins anywhere, as a user's text may

// A token begins a sentence when what stands before it ends one: a line break, or . ! ? with any closing quotation mark, then a blank.
std::vector<std::int32_t> sentenceStarts(const Tokens& tokens, Index first)
{
    std::vector<std::int32_t> starts;
    for (Index i = first; i < tokens.size(); ++i) {
        const Index begin = tokens.items[std::size_t(i)].span.begin;
        std::string_view before = std::string_view(tokens.text).substr(0, std::size_t(begin));
        const bool broken = before.ends_with('\n');
        if (!before.empty() && before.back() == '"') before.remove_suffix(1);
        const bool ended = tokens.items[std::size_t(i)].wordStart && (before.ends_with('.') || before.ends_with('!') || before.ends_with('?'));
        if (i == first || broken || ended) starts.push_back(std::int32_t(i - first));
    }
    return starts;
}

Index firstPlain(const Tokens& tokens, const Tokenizer& tokenizer)
{
    return !tokens.items.empty() && tokenizer.startToken() == tokens.items.front().id ? 1 : 0;
}

std::vector<TokenId> idsFrom(const Tokens& tokens, Index first)
{
    std::vector<TokenId> ids;
    ids.reserve(std::size_t(tokens.size() - first));
    for (Index i = first; i < tokens.size(); ++i) ids.push_back(tokens.items[std::size_t(i)].id);
    return ids;
}

void append(std::span<const TokenId> ids, Index size, std::vector<TokenId>& out)
{
    const Index room = std::max<Index>(0, size - Index(out.size()));
    const auto part = ids.first(std::size_t(std::min<Index>(room, Index(ids.size()))));
    out.insert(out.end(), part.begin(), part.end());
}

Result<void> checkOptions(const MixtureOptions& options)
{
    if (options.stages.empty() || options.stages.front().firstStep != 0)
        return fail(Fault::BadInput, "A mixture's first stage must begin at step 0.", "List the stages by their first steps, 0 first.");
    for (std::size_t i = 0; i < options.stages.size(); ++i) {
        if (i > 0 && options.stages[i].firstStep <= options.stages[i - 1].firstStep)
            return fail(Fault::BadInput,
                        fmt::format("Stage {} of the mixture begins at step {}, not behind the one before it.", i, options.stages[i].firstStep),
                        "List the stages by their first steps, 0 first.");
        const MixtureWeights& w = options.stages[i].weights;
        const double smallest = std::min({w.natural, w.stories, w.randomRepeats, w.naturalRepeats});
        const double sum = w.natural + w.stories + w.randomRepeats + w.naturalRepeats;
        if (!(smallest >= 0.0 && sum > 0.0 && std::isfinite(sum)))
            return fail(Fault::BadInput,
                        fmt::format("The weights of stage {} of the mixture ({}, {}, {}, {}) are no shares.", i, w.natural, w.stories,
                                    w.randomRepeats, w.naturalRepeats),
                        "Give weights that are not negative and not all 0.");
    }
    for (const auto& [source, weight] : options.sourceWeights)
        if (!(weight >= 0.0 && std::isfinite(weight)))
            return fail(Fault::BadInput, fmt::format("The weight {} of the source \"{}\" is no share.", weight, source),
                        "Give a weight of 0 or more.");
    return {};
}

Random randomOf(std::uint64_t seed, Index step, Index sequence) { return Random(hashOf(hashOf(seed, std::uint64_t(step)), std::uint64_t(sequence))); }

}   // namespace

Result<std::vector<TokenId>> plainIds(const Tokenizer& tokenizer, std::string_view text)
{
    FOVEA_TRY(tokens, tokenizer.encode(text));
    return idsFrom(tokens, firstPlain(tokens, tokenizer));
}

Result<std::vector<TokenizedDocument>> tokenizeDocuments(const std::vector<Document>& documents, const Tokenizer& tokenizer,
                                                          const std::stop_token& stop)
{
    std::vector<TokenizedDocument> tokenized(documents.size());
    std::vector<std::optional<Error>> errors(documents.size());
    const auto tokenize = [&](Index i) {
        const Document& document = documents[std::size_t(i)];
        const Result<Tokens> tokens = tokenizer.encode(document.text, stop);
        if (!tokens) {
            errors[std::size_t(i)] = tokens.error();
            return;
        }
        const Index first = firstPlain(*tokens, tokenizer);
        tokenized[std::size_t(i)] = {document.source, idsFrom(*tokens, first), sentenceStarts(*tokens, first)};
    };
    if (!parallelFor(Index(documents.size()), tokenize, stop) || stop.stop_requested()) return cancelled();
    for (std::size_t i = 0; i < errors.size(); ++i)
        if (errors[i]) return fail(errors[i]->fault, fmt::format("\"{}\": {}", documents[i].title, errors[i]->what), errors[i]->remedy);
    std::erase_if(tokenized, [](const TokenizedDocument& document) { return document.ids.empty(); });
    return tokenized;
}

Result<Mixture> Mixture::create(const Corpus& corpus, const Tokenizer& tokenizer, const MixtureOptions& options, const std::stop_token& stop)
{
    FOVEA_CHECK(checkOptions(options));
    if (!tokenizer.startToken())
        return fail(Fault::BadInput, "The tokenizer has no start token, but every training sequence begins with one.",
                    "Train a tokenizer that has one.");
    FOVEA_TRY(documents, tokenizeDocuments(corpus.train, tokenizer, stop));
    FOVEA_TRY(separator, plainIds(tokenizer, kSeparator));
    auto data = std::make_shared<Data>(Data{tokenizer, options, *tokenizer.startToken(), std::move(separator), {}, std::move(documents), {}});
    for (TokenId id = 0; id < TokenId(tokenizer.vocabularySize()); ++id)
        if (!tokenizer.isSpecial(id) && !tokenizer.bytes(id).empty()) data->alphabet.push_back(id);
    double sum = 0.0;
    for (const TokenizedDocument& document : data->documents) {
        const auto weight = options.sourceWeights.find(corpus.sources[std::size_t(document.source)]);
        sum += double(document.ids.size()) * (weight == options.sourceWeights.end() ? 1.0 : weight->second);
        data->cumulative.push_back(sum);
    }
    if (!(sum > 0.0) || data->alphabet.empty())
        return fail(Fault::BadInput, "The corpus has no text of any weight to train on.", "Give at least one of its sources a weight above 0.");
    return Mixture(std::move(data));
}

Index Mixture::tokenCount() const
{
    Index count = 0;
    for (const TokenizedDocument& document : m_data->documents) count += Index(document.ids.size());
    return count;
}

TextKind Mixture::kindOf(Index step, Index sequence) const
{
    const auto& stages = m_data->options.stages;
    std::size_t stage = stages.size() - 1;
    while (stage > 0 && stages[stage].firstStep > step) --stage;
    const MixtureWeights& w = stages[stage].weights;
    const double shares[kTextKinds] = {w.natural, w.stories, w.randomRepeats, w.naturalRepeats};
    double u = randomOf(m_data->options.seed ^ 0x4B1D, step, sequence).uniform() * (w.natural + w.stories + w.randomRepeats + w.naturalRepeats);
    Index last = 0;   // rounding at the upper end must not choose a kind of weight 0
    for (Index kind = 0; kind < kTextKinds; ++kind) {
        if (shares[kind] > 0.0) last = kind;
        if (u < shares[kind]) return TextKind(kind);
        u -= shares[kind];
    }
    return TextKind(last);
}

const TokenizedDocument& Mixture::drawDocument(Random& random) const
{
    const auto& sums = m_data->cumulative;
    const auto found = std::upper_bound(sums.begin(), sums.end(), random.uniform() * sums.back());
    return m_data->documents[std::min(std::size_t(found - sums.begin()), sums.size() - 1)];
}

std::span<const TokenId> Mixture::drawWindow(Random& random) const
{
    const TokenizedDocument& document = drawDocument(random);
    const bool atSentence = random.uniform() < kStartsAtSentence;
    const Index begin =
        atSentence ? document.starts[std::size_t(random.below(Index(document.starts.size())))] : random.below(Index(document.ids.size()));
    return std::span(document.ids).subspan(std::size_t(begin));
}

void Mixture::appendNatural(Index size, Random& random, std::vector<TokenId>& out) const
{
    while (Index(out.size()) < size) {
        append(drawWindow(random), size, out);
        append(m_data->separator, size, out);
    }
}

void Mixture::appendStories(Index size, Random& random, std::vector<TokenId>& out) const
{
    std::string text;
    const bool registers = random.uniform() < kRegisters;
    while (Index(out.size()) < size) {
        text.clear();
        for (Index n = 0; n < 4; ++n) {   // a story has about 90 tokens; four at once keep the encoder busy
            text += registers ? nameRegister(random.bits()) : namedPeopleStory({.seed = random.bits()}, 0).text;
            text += kStoryBreaks[random.below(std::ssize(kStoryBreaks))];
        }
        const Result<std::vector<TokenId>> ids = plainIds(m_data->tokenizer, text);
        if (!ids || ids->empty()) return appendNatural(size, random, out);   // a vocabulary that cannot write our stories
        append(*ids, size, out);
    }
}

std::vector<TokenId> Mixture::sequenceOf(TextKind kind, Index step, Index sequence, Index length) const
{
    Random random = randomOf(m_data->options.seed, step, sequence);
    const Index size = length + 1;
    std::vector<TokenId> out;
    out.reserve(std::size_t(size));
    out.push_back(m_data->start);
    switch (kind) {
    case TextKind::Natural:
        appendNatural(size, random, out);
        break;
    case TextKind::Stories:
        appendStories(size, random, out);
        break;
    case TextKind::RandomRepeats:
        appendRandomRepeats(m_data->alphabet, m_data->options.repeats, size, random, out);
        break;
    case TextKind::NaturalRepeats:
        while (Index(out.size()) < size) appendNaturalRepeats(drawWindow(random), m_data->separator, m_data->options.repeats, size, random, out);
        break;
    }
    return out;
}

void Mixture::fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const
{
    assert(Index(tokens.size()) == sequences * (length + 1));
    for (Index sequence = 0; sequence < sequences; ++sequence) {
        const std::vector<TokenId> ids = sequenceOf(kindOf(step, sequence), step, sequence, length);
        std::copy(ids.begin(), ids.end(), tokens.begin() + sequence * (length + 1));
    }
}

std::vector<std::string> tokenizerTrainingText(const Corpus& corpus, const TokenizerTextOptions& options)
{
    std::vector<std::string> texts;
    for (const Document& document : corpus.train) texts.push_back(document.text);
    Random random(options.seed);
    constexpr Index kStoriesPerText = 50;
    for (Index done = 0; done < options.stories; done += kStoriesPerText) {
        std::string& text = texts.emplace_back();
        for (Index n = 0; n < std::min(kStoriesPerText, options.stories - done); ++n) {
            text += namedPeopleStory({.seed = random.bits()}, 0).text;
            text += kStoryBreaks[random.below(std::ssize(kStoryBreaks))];
            (text += nameRegister(random.bits())) += '\n';
        }
    }
    std::string& names = texts.emplace_back();
    for (const Gender gender : {Gender::Female, Gender::Male})
        for (const std::string_view name : namesOf(gender))
            for (Index copy = 0; copy < options.nameCopies; ++copy) (names += name) += '\n';
    return texts;
}

}   // namespace core
