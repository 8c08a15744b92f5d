#include "core/metrics/future_proof.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <fmt/format.h>

#include "core/attention/selection.h"
#include "core/base/random.h"
#include "core/metrics/induction_probe.h"
#include "core/model/forward_pass.h"

namespace core {

namespace {

// One row of one head in both runs. 0 and −0 are equal numbers, but not the same bits.
void compareRow(HeadId head, Index row, const float* a, const float* b, Index width, FutureProof& proof)
{
    if (row < proof.from) proof.compared += width;
    if (std::memcmp(a, b, std::size_t(width) * sizeof(float)) == 0) return;
    double largest = 0.0;
    for (Index c = 0; c < width; ++c) {
        if (a[c] == b[c]) continue;
        const double gap = std::abs(double(a[c]) - double(b[c]));
        largest = std::isnan(gap) ? std::numeric_limits<double>::infinity() : std::max(largest, gap);   // what is no number is infinitely far off
    }
    if (row >= proof.from) {
        proof.after = std::max(proof.after, largest);
        return;
    }
    proof.before = std::max(proof.before, largest);
    if (!proof.firstLeak) proof.firstLeak = head, proof.leakingRow = row;
}

// One tensor of one layer in both runs; its heads are those of keys and values where several queries share them.
void compare(const AttentionSite& site, const HeadRows& first, const HeadRows& second, FutureProof& proof)
{
    const Index group = site.heads() / first.heads();
    for (Index head = 0; head < first.heads(); ++head)
        for (Index row = 0; row < first.rows(); ++row)
            compareRow({site.layer, head * group}, row, first.row(head, row), second.row(head, row), first.width(), proof);
}

void compare(const AttentionSite& site, const AttentionOutput& first, const AttentionOutput& second, FutureProof& proof)
{
    const Index d = site.v.width();
    for (Index head = 0; head < site.heads(); ++head)
        for (Index row = 0; row < first.out.rows(); ++row) {
            compareRow({site.layer, head}, row, first.out.row(row).data() + head * d, second.out.row(row).data() + head * d, d, proof);
            compareRow({site.layer, head}, row, first.lse.row(row).data() + head, second.lse.row(row).data() + head, 1, proof);
        }
}

Result<void> checkFrom(const Tokens& tokens, Index from)
{
    if (from >= 1 && from < tokens.size()) return {};
    return fail(Fault::BadInput, fmt::format("No token comes after row {}: the text has {}.", from - 1, tokens.size()),
                "Choose an earlier row, or write more text.");
}

// Runs from nothing: rows that are shared with an earlier run would prove nothing.
RunOptions freshOptions(const RunOptions& options)
{
    RunOptions fresh;
    fresh.plan = options.plan;
    fresh.logits = Logits::None;
    fresh.backend = options.backend;
    fresh.stop = options.stop;
    return fresh;
}

HeadRows poisoned(const HeadRows& rows, Index from, const std::stop_token& stop)
{
    const Index n = rows.rows() - from, width = rows.heads() * rows.width();
    const RowMatrix poison = RowMatrix::Constant(n, width, std::numeric_limits<float>::quiet_NaN());
    return rows.truncated(from).appended(poison.data(), n, width, stop);
}

// Patterns that select do so again from these queries and keys.
Result<void> chooseAgain(AttentionSite& site, const RunOptions& options)
{
    SelectionBatch batch{
        .q = &site.q, .k = &site.k, .scale = site.scale, .queries = {0, site.q.rows()}, .heads = {}, .work = "A run with a poisoned future"};
    for (std::size_t head = 0; head < site.layouts.size(); ++head)
        if (site.layouts[head]->chosen()) batch.heads.push_back({Index(head), site.layouts[head]->pattern(), nullptr});
    FOVEA_TRY(layouts, chosenLayouts(batch, options.stop));
    for (std::size_t i = 0; i < layouts.size(); ++i) site.layouts[std::size_t(batch.heads[i].head)] = std::move(layouts[i]);
    return {};
}

HeadBatch batchOf(const AttentionSite& site, Span queries)
{
    return {
        .q = &site.q, .k = &site.k, .v = &site.v, .queries = queries, .scale = site.scale, .layouts = site.layouts, .mechanisms = site.mechanisms};
}

// One layer with and without the poison, and one row that may see it.
Result<void> poisonLayer(const AttentionSite& site, const RunOptions& options, FutureProof& proof)
{
    AttentionSite bad;
    bad.q = poisoned(site.q, proof.from, options.stop);
    bad.k = poisoned(site.k, proof.from, options.stop);
    bad.v = poisoned(site.v, proof.from, options.stop);
    bad.scale = site.scale, bad.layouts = site.layouts, bad.mechanisms = site.mechanisms;
    FOVEA_CHECK(chooseAgain(bad, options));
    const AttentionBackend& backend = backendOf(options);
    const Span before{0, proof.from};
    FOVEA_TRY(first, backend.attend(batchOf(site, before), nullptr, options.stop));
    FOVEA_TRY(second, backend.attend(batchOf(bad, before), nullptr, options.stop));
    compare(site, first, second, proof);
    bad.q = site.q;   // a query of NaN would spoil the row by itself
    FOVEA_CHECK(chooseAgain(bad, options));
    const Result<AttentionOutput> met = backend.attend(batchOf(bad, {proof.from, proof.from + 1}), nullptr, options.stop);
    if (met) return {};
    if (met.error().fault != Fault::NotFinite) return tl::unexpected<Error>(met.error());
    proof.after = std::numeric_limits<double>::infinity();
    return {};
}

}   // namespace

Result<Tokens> exchangedFuture(const Tokenizer& tokenizer, const Tokens& tokens, Index from, std::uint64_t seed, Exchange exchange)
{
    FOVEA_CHECK(checkFrom(tokens, from));
    const std::vector<TokenId> candidates = inductionProbe(tokenizer).candidates;
    if (candidates.size() < 2)
        return fail(Fault::BadInput, fmt::format("The vocabulary has {} ordinary tokens; an exchange needs two.", candidates.size()),
                    "Use a model whose vocabulary has more.");
    Random random(seed);
    std::vector<TokenId> ids = tokens.ids();
    const std::size_t end = exchange == Exchange::NextToken ? std::size_t(from) + 1 : ids.size();
    for (auto i = std::size_t(from); i < end; ++i) {
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
    const RunOptions fresh = freshOptions(options);
    FOVEA_TRY(first, transformer.run(tokens, fresh));
    FOVEA_TRY(second, transformer.run(exchanged, fresh));
    for (std::size_t layer = 0; layer < first->sites.size(); ++layer)
        for (HeadRows AttentionSite::*tensor : {&AttentionSite::q, &AttentionSite::k, &AttentionSite::v, &AttentionSite::lse}) {
            if (options.stop.stop_requested()) return cancelled();
            compare(first->sites[layer], first->sites[layer].*tensor, second->sites[layer].*tensor, proof);
        }
    return proof;
}

Result<FutureProof> provePoison(const Transformer& transformer, const Tokens& tokens, Index from, const RunOptions& options)
{
    FOVEA_CHECK(checkFrom(tokens, from));
    FOVEA_TRY(recording, transformer.run(tokens, freshOptions(options)));
    FutureProof proof;
    proof.from = from;
    for (const AttentionSite& site : recording->sites) {
        FOVEA_CHECK(poisonLayer(site, options, proof));
        if (options.stop.stop_requested()) return cancelled();
    }
    return proof;
}

}   // namespace core
