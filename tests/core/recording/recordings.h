// A recording made of random q, k, v, with the weights of every head computed straight from the definition beside it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/attention/reference.h"
#include "core/base/random.h"
#include "core/base/unique_id.h"
#include "core/recording/recording.h"

namespace core::test {

struct RecordingShape {
    Index layers = 2;
    Index heads = 4;
    Index kvHeads = 2;
    Index headDim = 8;
    Index tokens = 33;
    Index vocabulary = 11;
    std::string pattern = "causal";
};

struct KnownRecording {
    RecordingPtr recording;
    std::vector<ReferenceAttention> heads;   // [L·H]
    [[nodiscard]] const ReferenceAttention& head(HeadId id) const { return heads[std::size_t(id.layer * recording->heads() + id.head)]; }
};

inline RowMatrix randomRows(Index rows, Index columns, std::uint64_t seed)
{
    Random random(seed);
    RowMatrix result(rows, columns);
    for (Index i = 0; i < result.size(); ++i) result.data()[i] = float(random.normal());
    return result;
}

inline HeadRows headRows(const RowMatrix& rows, Index heads)
{
    return HeadRows(heads, rows.cols() / heads).appended(rows.data(), rows.rows(), rows.cols());
}

inline void addLayer(KnownRecording& known, Recording& recording, const RecordingShape& shape, Index layer)
{
    const Index n = shape.tokens, d = shape.headDim;
    const std::uint64_t seed = std::uint64_t(100 * layer);
    const RowMatrix q = randomRows(n, shape.heads * d, seed + 1), k = randomRows(n, shape.kvHeads * d, seed + 2),
                    v = randomRows(n, shape.kvHeads * d, seed + 3);
    const auto layout = std::make_shared<const BlockLayout>(Pattern::parse(shape.pattern).value(), n, n);
    const float scale = 1.0f / std::sqrt(float(d));
    RowMatrix lse(n, shape.heads);
    for (Index h = 0; h < shape.heads; ++h) {
        const auto part = [d](const RowMatrix& rows, Index head) -> Matrix<double> { return rows.middleCols(head * d, d).cast<double>(); };
        const Index kv = h / (shape.heads / shape.kvHeads);
        known.heads.push_back(referenceAttention(part(q, h), part(k, kv), part(v, kv), double(scale), *layout));
        lse.col(h) = known.heads.back().lse.transpose().cast<float>();
    }
    AttentionSite site;
    site.layer = layer;
    site.q = headRows(q, shape.heads);
    site.k = headRows(k, shape.kvHeads);
    site.v = headRows(v, shape.kvHeads);
    site.lse = headRows(lse, shape.heads);
    site.scale = scale;
    site.layouts.assign(std::size_t(shape.heads), layout);
    site.mechanisms.assign(std::size_t(shape.heads), SoftmaxMechanism{});
    recording.sites.push_back(std::move(site));
}

inline KnownRecording knownRecording(const RecordingShape& shape)
{
    auto recording = std::make_shared<Recording>();
    recording->id = nextUniqueId();
    recording->model = "test";
    for (Index i = 0; i < shape.tokens; ++i)
        recording->tokens.items.push_back(
            {.id = TokenId(i % shape.vocabulary), .span = {}, .bytes = " t" + std::to_string(i), .special = i == 0, .wordStart = true});
    recording->logits = randomRows(shape.tokens > 0 ? 1 : 0, shape.vocabulary, 9);
    KnownRecording known{recording, {}};
    for (Index layer = 0; layer < shape.layers; ++layer) addLayer(known, *recording, shape, layer);
    return known;
}

}   // namespace core::test
