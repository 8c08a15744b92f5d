#include "core/training/evaluation.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/metrics/induction_probe.h"
#include "core/model/generate.h"
#include "core/training/mixture.h"

namespace core {
namespace {

constexpr const char* kPrompts[] = {
    "Once upon a time there was a",           "One morning, Anna and Tom went to the river.",
    "The cat sat on the mat because it was",  "\"Where are you going?\" asked the old king.",
    "The little dog ran into the forest and",
};

HeadId headAt(Index flat, Index heads) { return {flat / heads, flat % heads}; }

// Every stretch of `size` held-out tokens that begins with a sentence, as often as asked for and from as many documents as there are.
std::vector<std::vector<TokenId>> stretches(const std::vector<TokenizedDocument>& documents, Index count, Index size, Random& random)
{
    std::vector<std::vector<TokenId>> found;
    std::vector<const TokenizedDocument*> longEnough;
    for (const TokenizedDocument& document : documents)
        if (Index(document.ids.size()) >= size) longEnough.push_back(&document);
    while (!longEnough.empty() && Index(found.size()) < count) {
        const TokenizedDocument& document = *longEnough[std::size_t(random.below(Index(longEnough.size())))];
        const Index last = Index(document.ids.size()) - size;
        const auto begins = std::upper_bound(document.starts.begin(), document.starts.end(), last) - document.starts.begin();
        const auto begin = document.ids.begin() + document.starts[std::size_t(random.below(begins))];   // the first start is 0
        found.emplace_back(begin, begin + size);
    }
    return found;
}

class Evaluation {
public:
    Evaluation(const Model& model, const EvaluationOptions& options) :
        m_model(model), m_options(options), m_run(headRunner(model.transformer, options.stop)), m_heads(model.transformer->config().heads)
    {
    }

    Result<EvaluationReport> run()
    {
        EvaluationReport report = {.model = m_model.name, .layers = m_model.transformer->config().layers, .heads = m_heads};
        begin(fmt::format("measuring heads on {} repeated passages of random tokens", m_options.repeats));
        FOVEA_TRY(random, score(randomRepeats()));
        report.inductionRandom = random;
        begin(fmt::format("measuring heads on pronouns in {} stories", m_options.stories));
        FOVEA_TRY(pronoun, scorePronouns());
        report.pronoun = pronoun;
        if (!m_options.corpus.empty()) FOVEA_CHECK(scoreCorpus(report));
        begin("writing samples");
        FOVEA_TRY(samples, sample());
        report.samples = std::move(samples);
        return report;
    }

private:
    void begin(const std::string& phase) const
    {
        if (m_options.phase) m_options.phase(phase);
    }

    Result<HeadScore> score(const Result<std::vector<ProbeItem>>& items)
    {
        if (!items) return tl::unexpected(items.error());
        FOVEA_TRY(chosen, chooseHead(*items, m_run, m_options.seed));
        return HeadScore{headAt(chosen.head, m_heads), chosen};
    }

    Tokens withStart(std::vector<TokenId> ids) const
    {
        if (const auto start = m_model.tokenizer.startToken()) ids.insert(ids.begin(), *start);
        return m_model.tokenizer.fromIds(ids).value_or(Tokens{});   // ids came from this tokenizer
    }

    ProbeItem repeated(const std::vector<TokenId>& passage) const
    {
        std::vector<TokenId> twice = passage;
        twice.insert(twice.end(), passage.begin(), passage.end());
        Tokens tokens = withStart(std::move(twice));
        std::vector<AttentionTarget> targets = inductionTargets(tokens.size(), Index(passage.size()));
        return {std::move(tokens), std::move(targets)};
    }

    Result<std::vector<ProbeItem>> randomRepeats() const
    {
        const std::vector<TokenId> alphabet = inductionProbe(m_model.tokenizer).candidates;
        if (alphabet.empty()) return fail(Fault::BadInput, "The vocabulary has no tokens to draw a probe from.", "Choose a model whose vocabulary has words.");
        std::vector<ProbeItem> items;
        for (Index n = 0; n < m_options.repeats; ++n) {
            Random random(hashOf(m_options.seed, std::uint64_t(n)));
            std::vector<TokenId> passage;
            while (Index(passage.size()) < m_options.period) passage.push_back(alphabet[std::size_t(random.below(Index(alphabet.size())))]);
            items.push_back(repeated(passage));
        }
        return items;
    }

    Result<PronounScore> scorePronouns()
    {
        std::vector<PronounProbe> probes;
        for (Index n = 0; n < m_options.stories; ++n) {
            const PronounItem item = pronounItem({.seed = m_options.seed, .set = StorySet::HeldOut, .cast = Cast::OneOfEach}, n);
            FOVEA_TRY(probe, pronounProbe(item, m_model.tokenizer, hashOf(m_options.seed, std::uint64_t(n))));
            probes.push_back(std::move(probe));
        }
        FOVEA_TRY(chosen, choosePronounHead(probes, m_run));
        return PronounScore{headAt(chosen.head, m_heads), chosen};
    }

    Result<void> scoreCorpus(EvaluationReport& report)
    {
        begin("measuring heads on held-out text");
        FOVEA_TRY(corpus, Corpus::read(m_options.corpus, m_options.heldOut));
        FOVEA_TRY(documents, tokenizeDocuments(corpus.validation, m_model.tokenizer, m_options.stop));
        Random random(hashOf(m_options.seed, 0x7E87));
        std::vector<ProbeItem> previous, first, natural;
        for (std::vector<TokenId>& ids : stretches(documents, m_options.windows, m_options.windowTokens, random)) {
            Tokens tokens = withStart(std::move(ids));
            previous.push_back({tokens, previousTokenTargets(tokens.size())});
            first.push_back({tokens, firstTokenTargets(tokens.size())});
        }
        for (const std::vector<TokenId>& ids : stretches(documents, m_options.repeats, m_options.period, random)) natural.push_back(repeated(ids));
        FOVEA_TRY(previousScore, score(previous));
        FOVEA_TRY(firstScore, score(first));
        FOVEA_TRY(naturalScore, score(natural));
        report.previousToken = previousScore;
        report.firstToken = firstScore;
        report.inductionNatural = naturalScore;
        begin("measuring how well held-out text is predicted");
        TextScoreOptions text = m_options.text;
        text.stop = m_options.stop;
        FOVEA_TRY(scores, scoreText(*m_model.transformer, m_model.tokenizer, corpus, text));
        report.text = std::move(scores);
        report.textContext = std::min(text.context, m_model.transformer->config().context);
        return {};
    }

    Result<std::vector<TextSample>> sample() const
    {
        std::vector<TextSample> samples;
        for (const char* prompt : kPrompts) {
            FOVEA_TRY(tokens, m_model.tokenizer.encode(prompt));
            const Sampling sampling = {.temperature = 0.7, .topK = 40, .topP = 1.0, .seed = m_options.seed};
            FOVEA_TRY(generated, generate(*m_model.transformer, tokens.ids(), m_options.sampleTokens, sampling, {}, m_options.stop));
            std::vector<TokenId> ids;
            for (const GeneratedToken& token : generated) ids.push_back(token.id);
            FOVEA_TRY(text, m_model.tokenizer.decode(ids));
            samples.push_back({prompt, text});
        }
        return samples;
    }

    const Model& m_model;
    const EvaluationOptions& m_options;
    HeadRunner m_run;
    Index m_heads;
};

}   // namespace

HeadRunner headRunner(TransformerPtr transformer, std::stop_token stop)
{
    return [transformer = std::move(transformer), stop = std::move(stop)](const Tokens& tokens) -> Result<std::vector<MapPtr>> {
        RunOptions options;
        options.logits = Logits::None;
        options.stop = stop;
        FOVEA_TRY(recording, transformer->run(tokens, options));
        std::vector<MapPtr> maps;
        for (Index layer = 0; layer < recording->layers(); ++layer)
            for (Index head = 0; head < recording->heads(); ++head) maps.push_back(mapOf(recording, {layer, head}));
        return maps;
    };
}

Result<EvaluationReport> evaluateModel(const Model& model, const EvaluationOptions& options)
{
    if (options.period < 2 || options.windowTokens < 2)
        return fail(Fault::BadInput,
                    fmt::format("A period of {} and windows of {} tokens leave nothing to measure.", options.period, options.windowTokens),
                    "Use two tokens or more.");
    return Evaluation(model, options).run();
}

}   // namespace core
