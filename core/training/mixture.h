// What the built-in model is trained on: natural text, stories about named people, and passages that come again, mixed by weight.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer.h"
#include "core/training/batch_source.h"
#include "core/training/corpus.h"
#include "core/training/generators/repeats.h"

namespace core {

struct TokenizedDocument {
    Index source = 0;
    std::vector<TokenId> ids;           // no start token, never empty
    std::vector<std::int32_t> starts;   // positions in ids where a sentence or paragraph begins; the first is 0
};

// Documents as ids, in their order; those without a token are left out. Parallel over documents. Errors: those of Tokenizer::encode, with the
// title; Cancelled.
[[nodiscard]] Result<std::vector<TokenizedDocument>> tokenizeDocuments(const std::vector<Document>& documents, const Tokenizer& tokenizer,
                                                                       const std::stop_token& stop = {});

// The ids of a text without the start token.
[[nodiscard]] Result<std::vector<TokenId>> plainIds(const Tokenizer& tokenizer, std::string_view text);

enum class TextKind { Natural, Stories, RandomRepeats, NaturalRepeats };
inline constexpr Index kTextKinds = 4;

// Shares of the sequences of each kind; they need not sum to 1.
struct MixtureWeights {
    double natural = 0.35;
    double stories = 0.20;
    double randomRepeats = 0.25;   // below a fifth, induction heads came late or not at all
    double naturalRepeats = 0.20;
    friend bool operator==(const MixtureWeights&, const MixtureWeights&) = default;
};

// From `firstStep` on these weights hold.
struct MixtureStage {
    Index firstStep = 0;
    MixtureWeights weights = {};
};

struct MixtureOptions {
    std::uint64_t seed = 1;
    std::vector<MixtureStage> stages = {{}};   // ascending, the first from step 0
    // Weight of a token of each source relative to 1, so that simple stories are not drowned by novels; by file name, 1 where absent.
    std::map<std::string, double> sourceWeights = {{"novels", 0.35}, {"stories-african", 3.0}, {"stories-pratham", 3.0}};
    RepeatOptions repeats = {};
};

// Immutable; fill() may be called from many threads.
class Mixture : public BatchSource {
public:
    // Errors: BadInput for a tokenizer without a start token, weights that are negative or sum to 0, stages out of order, no documents; Cancelled.
    [[nodiscard]] static Result<Mixture> create(const Corpus& corpus, const Tokenizer& tokenizer, const MixtureOptions& options,
                                                const std::stop_token& stop = {});

    // Every sequence is a function of (seed, step, index of the sequence) and its length alone.
    void fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const override;
    [[nodiscard]] TextKind kindOf(Index step, Index sequence) const;
    // A sequence of `kind`, [length + 1] ids.
    [[nodiscard]] std::vector<TokenId> sequenceOf(TextKind kind, Index step, Index sequence, Index length) const;

    [[nodiscard]] Index tokenCount() const;                                                   // ids of all training documents
    [[nodiscard]] const std::vector<TokenId>& alphabet() const { return m_data->alphabet; }   // what random repeats draw from

private:
    struct Data {
        Tokenizer tokenizer;
        MixtureOptions options;
        TokenId start = 0;
        std::vector<TokenId> separator;   // between two documents
        std::vector<TokenId> alphabet;    // all ids that are not special
        std::vector<TokenizedDocument> documents;
        std::vector<double> cumulative;   // [documents]: running sum of tokens · source weight
    };
    explicit Mixture(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

    const TokenizedDocument& drawDocument(Random& random) const;
    std::span<const TokenId> drawWindow(Random& random) const;
    void appendNatural(Index size, Random& random, std::vector<TokenId>& out) const;
    void appendStories(Index size, Random& random, std::vector<TokenId>& out) const;

    std::shared_ptr<const Data> m_data;
};

struct TokenizerTextOptions {
    std::uint64_t seed = 1;
    Index stories = 6'000;
    Index nameCopies = 400;   // of every name without a blank before it: at the start of a line or a quotation it must be one token too
};
// Texts to train the tokenizer on: the corpus's training documents, generated stories (several to a text), and the names by themselves.
[[nodiscard]] std::vector<std::string> tokenizerTrainingText(const Corpus& corpus, const TokenizerTextOptions& options = {});

}   // namespace core
