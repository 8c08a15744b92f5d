#include "core/training/evaluation_text.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/metrics/induction_probe.h"
#include "core/training/mixture.h"

namespace core {
namespace {

// Sum of −ln P over tokens 1 … of a window whose first token is the start token.
Result<double> natsOf(const Transformer& transformer, const Tokens& window, const std::stop_token& stop)
{
    Tokens inputs = window;
    inputs.items.pop_back();
    RunOptions options;
    options.logits = Logits::All;
    options.stop = stop;
    FOVEA_TRY(recording, transformer.run(inputs, options));
    double nats = 0.0;
    for (Index i = 0; i + 1 < window.size(); ++i)
        nats += crossEntropy(recording->logits.row(i).data(), recording->logits.cols(), window.items[std::size_t(i + 1)].id);
    return nats;
}

Result<void> addDocument(const Transformer& transformer, const Tokenizer& tokenizer, const Document& document, const TextScoreOptions& options,
                         Index windowTokens, TextScore& score)
{
    FOVEA_TRY(ids, plainIds(tokenizer, document.text));
    for (std::size_t begin = 0; begin < ids.size(); begin += std::size_t(windowTokens)) {
        std::vector<TokenId> window = {*tokenizer.startToken()};
        const auto end = std::min(ids.size(), begin + std::size_t(windowTokens));
        window.insert(window.end(), ids.begin() + std::ptrdiff_t(begin), ids.begin() + std::ptrdiff_t(end));
        FOVEA_TRY(tokens, tokenizer.fromIds(window));
        FOVEA_TRY(nats, natsOf(transformer, tokens, options.stop));
        FOVEA_TRY(shuffledNats, natsOf(transformer, shuffledTokens(tokens, options.seed + begin), options.stop));
        score.nats += nats;
        score.shuffledNats += shuffledNats;
        score.tokens += Index(end - begin);
    }
    ++score.documents;
    score.characters += codePoints(document.text);
    return {};
}

}   // namespace

double TextScore::bitsPerCharacter() const { return nats / std::numbers::ln2 / double(characters); }

double TextScore::shuffledBitsPerCharacter() const { return shuffledNats / std::numbers::ln2 / double(characters); }

Index codePoints(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

double crossEntropy(const float* logits, Index vocabulary, TokenId target)
{
    const Eigen::Map<const RowVector<float>> row(logits, vocabulary);
    const double largest = double(row.maxCoeff());
    const double sum = (row.cast<double>().array() - largest).exp().sum();
    return largest + std::log(sum) - double(row[target]);
}

Result<std::vector<TextScore>> scoreText(const Transformer& transformer, const Tokenizer& tokenizer, const Corpus& corpus,
                                         const TextScoreOptions& options)
{
    const Index context = transformer.config().context > 0 ? std::min(options.context, transformer.config().context) : options.context;
    if (context < 2) return fail(Fault::BadInput, fmt::format("A context of {} predicts nothing.", context), "Use a context of 2 or more.");
    if (!tokenizer.startToken())
        return fail(Fault::BadInput, "The tokenizer has no start token to begin a window with.", "Evaluate a model whose texts begin with one.");
    std::vector<std::size_t> order(corpus.validation.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return hashOf(options.seed, a) < hashOf(options.seed, b); });
    std::vector<TextScore> scores(corpus.sources.size());
    for (std::size_t source = 0; source < scores.size(); ++source) scores[source].source = corpus.sources[source];
    Index characters = 0;
    for (const std::size_t i : order) {
        if (characters >= options.characters) break;
        const Document& document = corpus.validation[i];
        FOVEA_CHECK(addDocument(transformer, tokenizer, document, options, context - 1, scores[std::size_t(document.source)]));
        characters += codePoints(document.text);
    }
    std::erase_if(scores, [](const TextScore& score) { return score.documents == 0; });
    return scores;
}

TextScore totalOf(const std::vector<TextScore>& scores)
{
    TextScore total = {.source = "all"};
    for (const TextScore& score : scores) {
        total.documents += score.documents;
        total.characters += score.characters;
        total.tokens += score.tokens;
        total.nats += score.nats;
        total.shuffledNats += score.shuffledNats;
    }
    return total;
}

}   // namespace core
