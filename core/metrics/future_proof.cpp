#include "core/metrics/future_proof.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/metrics/induction_probe.h"

namespace core {

namespace {

// One tensor of one layer in both runs; its heads are those of keys and values where several queries share them.
void compare(const AttentionSite& site, const HeadRows& first, const HeadRows& second, FutureProof& proof)
{
    const Index group = site.heads() / first.heads();
    for (Index head = 0; head < first.heads(); ++head)
        for (Index row = 0; row < first.rows(); ++row) {
            const float *a = first.row(head, row), *b = second.row(head, row);
            double largest = 0.0;
            for (Index c = 0; c < first.width(); ++c)
                if (a[c] != b[c]) largest = std::max(largest, std::abs(double(a[c]) - double(b[c])));
            if (row >= proof.from) {
                proof.after = std::max(proof.after, largest);
                continue;
            }
            proof.compared += first.width();
            proof.before = std::max(proof.before, largest);
            if (largest > 0.0 && !proof.firstLeak) proof.firstLeak = HeadId{site.layer, head * group}, proof.leakingRow = row;
        }
}

}   // namespace

Result<Tokens> exchangedFuture(const Tokenizer& tokenizer, const Tokens& tokens, Index from, std::uint64_t seed)
{
    if (from < 1 || from >= tokens.size())
        return fail(Fault::BadInput, fmt::format("No token comes after row {}: the text has {}.", from - 1, tokens.size()),
                    "Choose an earlier row, or write more text.");
    const std::vector<TokenId> candidates = inductionProbe(tokenizer).candidates;
    if (candidates.size() < 2)
        return fail(Fault::BadInput, fmt::format("The vocabulary has {} ordinary tokens; an exchange needs two.", candidates.size()),
                    "Use a model whose vocabulary has more.");
    Random random(seed);
    std::vector<TokenId> ids = tokens.ids();
    for (auto i = std::size_t(from); i < ids.size(); ++i) {
        const TokenId before = ids[i];
        while (ids[i] == before) ids[i] = candidates[std::size_t(random.below(std::int64_t(candidates.size())))];
    }
    return tokenizer.fromIds(ids);
}

Result<FutureProof> proveFuture(const Transformer& transformer, const Tokens& tokens, const Tokens& exchanged, const RunOptions& options)
{
    FutureProof proof;
    proof.from = tokens.commonPrefix(exchanged);
    if (tokens.size() != exchanged.size() || proof.from == tokens.size())
        return fail(Fault::BadInput,
                    fmt::format("Texts of {} and {} tokens that agree in {} prove nothing.", tokens.size(), exchanged.size(), proof.from),
                    "Give two texts of the same length that differ.");
    RunOptions fresh;
    fresh.plan = options.plan;
    fresh.logits = Logits::None;
    fresh.backend = options.backend;
    fresh.stop = options.stop;
    FOVEA_TRY(first, transformer.run(tokens, fresh));
    FOVEA_TRY(second, transformer.run(exchanged, fresh));
    for (std::size_t layer = 0; layer < first->sites.size(); ++layer)
        for (HeadRows AttentionSite::*tensor : {&AttentionSite::q, &AttentionSite::k, &AttentionSite::v, &AttentionSite::lse}) {
            if (options.stop.stop_requested()) return cancelled();
            compare(first->sites[layer], first->sites[layer].*tensor, second->sites[layer].*tensor, proof);
        }
    return proof;
}

}   // namespace core
