#include "core/training/bpe_trainer.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/text/byte_level.h"
#include "core/text/tokens.h"
#include "core/text/unicode.h"
#include "core/training/bpe_tokenizer_json.h"

namespace core {

namespace {

using Pair = TokenPair;

struct PairHash {
    std::size_t operator()(const Pair& pair) const
    {
        return std::size_t(mixBits(std::uint64_t(std::uint32_t(pair.first)) << 32 | std::uint32_t(pair.second)));
    }
};

struct Word {
    std::vector<TokenId> tokens;
    std::int64_t count = 0;
};

struct PairUse {
    std::int64_t count = 0;             // occurrences as neighbours, over all words
    std::vector<std::uint32_t> words;   // all that hold the pair, and some that did once
};

struct Candidate {
    std::int64_t count = 0;
    Pair pair;
    // Order of a priority queue whose top is the most frequent pair, of equals the one with the smallest ids.
    friend bool operator<(const Candidate& a, const Candidate& b) { return a.count != b.count ? a.count < b.count : a.pair > b.pair; }
};

class MergeLearner {
public:
    explicit MergeLearner(const BpeTrainingOptions& options) : m_options(options)
    {
        for (const std::string& token : options.specialTokens) addToken(token);
        for (const std::string& character : alphabet()) addToken(character);
    }

    Result<void> count(std::span<const std::string> documents, const std::stop_token& stop)
    {
        std::unordered_map<std::string, std::size_t> known;
        for (const std::string& document : documents) {
            if (stop.stop_requested()) return cancelled();
            const std::string text = repairUtf8(document);
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = nextWordEnd(text, at);
                const auto [word, fresh] = known.try_emplace(text.substr(at, end - at), m_words.size());
                if (fresh) m_words.push_back(makeWord(word->first));
                ++m_words[word->second].count;
                at = end;
            }
        }
        return {};
    }

    Result<void> learn(const std::stop_token& stop)
    {
        for (std::uint32_t w = 0; w < m_words.size(); ++w) countPairs(w);
        for (const auto& [pair, use] : m_pairs) m_queue.push({.count = use.count, .pair = pair});
        while (Index(m_tokens.size()) < m_options.vocabulary && !m_queue.empty()) {
            if (stop.stop_requested()) return cancelled();
            const Candidate best = m_queue.top();
            m_queue.pop();
            const std::int64_t current = m_pairs[best.pair].count;
            if (current < best.count) {   // the queue holds counts of the past, which are never too small
                if (current > 0) m_queue.push({.count = current, .pair = best.pair});
                continue;
            }
            if (best.count < std::max<std::int64_t>(m_options.minimumFrequency, 1)) break;
            join(best.pair);
        }
        return {};
    }

    [[nodiscard]] Json tokenizerJson() const { return byteLevelTokenizerJson(m_tokens, m_merges, m_options.specialTokens); }

private:
    static std::vector<std::string> alphabet()
    {
        std::vector<std::string> characters(byteCharacters().begin(), byteCharacters().end());
        std::sort(characters.begin(), characters.end());   // of UTF-8: by code point
        return characters;
    }

    TokenId addToken(const std::string& text)
    {
        const auto [entry, fresh] = m_ids.try_emplace(text, TokenId(m_tokens.size()));
        if (fresh) m_tokens.push_back(text);
        return entry->second;
    }

    [[nodiscard]] Word makeWord(const std::string& bytes) const
    {
        Word word;
        for (const char byte : bytes) word.tokens.push_back(m_ids.at(byteCharacters()[static_cast<unsigned char>(byte)]));
        return word;
    }

    void change(Pair pair, std::uint32_t w, std::int64_t by)
    {
        PairUse& use = m_pairs[pair];
        use.count += by;
        if (by > 0 && (use.words.empty() || use.words.back() != w)) use.words.push_back(w);
    }

    void countPairs(std::uint32_t w)
    {
        const Word& word = m_words[w];
        for (std::size_t i = 1; i < word.tokens.size(); ++i) change({word.tokens[i - 1], word.tokens[i]}, w, word.count);
    }

    void join(Pair pair)
    {
        const std::string joined = m_tokens[std::size_t(pair.first)] + m_tokens[std::size_t(pair.second)];
        const std::vector<std::uint32_t> words = std::move(m_pairs[pair].words);
        if (isSpecial(joined)) {   // a special token is never made from text
            m_pairs.erase(pair);
            return;
        }
        const TokenId id = addToken(joined);
        m_merges.push_back(pair);
        std::vector<Pair> grown;
        for (const std::uint32_t w : words) joinInWord(w, pair, id, grown);
        m_pairs.erase(pair);
        std::sort(grown.begin(), grown.end());
        grown.erase(std::unique(grown.begin(), grown.end()), grown.end());
        for (const Pair& neighbours : grown)
            if (const std::int64_t count = m_pairs[neighbours].count; count > 0) m_queue.push({.count = count, .pair = neighbours});
    }

    // Counts change only around the places that are joined, which keeps a step linear in the words that hold the pair.
    void joinInWord(std::uint32_t w, Pair pair, TokenId id, std::vector<Pair>& grown)
    {
        Word& word = m_words[w];
        std::size_t size = 0;   // the joined word grows over the old one, which it never overtakes
        std::vector<TokenId>& tokens = word.tokens;
        const auto replace = [&](Pair old, Pair fresh) {
            change(old, w, -word.count);
            change(fresh, w, word.count);
            grown.push_back(fresh);
        };
        for (std::size_t i = 0; i < tokens.size();) {
            if (i + 1 == tokens.size() || Pair{tokens[i], tokens[i + 1]} != pair) {
                tokens[size++] = tokens[i++];
                continue;
            }
            if (size > 0) replace({tokens[size - 1], pair.first}, {tokens[size - 1], id});
            if (i + 2 < tokens.size()) replace({pair.second, tokens[i + 2]}, {id, tokens[i + 2]});
            tokens[size++] = id;
            i += 2;
        }
        tokens.resize(size);
    }

    [[nodiscard]] bool isSpecial(const std::string& token) const
    {
        return std::find(m_options.specialTokens.begin(), m_options.specialTokens.end(), token) != m_options.specialTokens.end();
    }

    const BpeTrainingOptions& m_options;
    std::vector<std::string> m_tokens;   // by id, in byte characters
    std::unordered_map<std::string, TokenId> m_ids;
    std::vector<Pair> m_merges;
    std::vector<Word> m_words;
    std::unordered_map<Pair, PairUse, PairHash> m_pairs;
    std::priority_queue<Candidate> m_queue;
};

Result<void> checkOptions(const BpeTrainingOptions& options)
{
    const Index smallest = 256 + Index(options.specialTokens.size());
    if (options.vocabulary < smallest)
        return fail(Fault::BadInput,
                    fmt::format("A byte-level vocabulary with {} special tokens needs at least {} tokens, not {}.", options.specialTokens.size(),
                                smallest, options.vocabulary),
                    "Choose a larger vocabulary.");
    std::set<std::string> taken(byteCharacters().begin(), byteCharacters().end());
    for (const std::string& token : options.specialTokens) {
        if (token.empty() || !isValidUtf8(token) || !taken.insert(token).second)
            return fail(Fault::BadInput,
                        fmt::format("The special token \"{}\" is empty, no UTF-8, listed twice or a single character of text.", token),
                        "Choose a text that stands out, such as <|start|>.");
    }
    return {};
}

}   // namespace

Result<Json> trainByteLevelBpe(std::span<const std::string> documents, const BpeTrainingOptions& options, std::stop_token stop)
{
    FOVEA_CHECK(checkOptions(options));
    MergeLearner learner(options);
    FOVEA_CHECK(learner.count(documents, stop));
    FOVEA_CHECK(learner.learn(stop));
    return learner.tokenizerJson();
}

}   // namespace core
