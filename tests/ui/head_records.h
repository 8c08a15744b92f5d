// Records with made-up descriptions of their heads, of any size: what lists, maps and grids of heads show does not depend on a model.
#pragma once

#include <functional>

#include <fmt/format.h>

#include "core/base/unique_id.h"
#include "tests/ui/plot_maps.h"
#include "ui/state/explore_record.h"

namespace test {

struct HeadRecordShape {
    core::Index layers = 4;
    core::Index heads = 8;
    core::Index kvHeads = 8;
    core::Index tokens = 12;
};

inline core::Tokens repeatedTokens(core::Index n, core::Index different)
{
    core::Tokens tokens;
    for (core::Index i = 0; i < n; ++i)
        tokens.items.push_back(
            {.id = core::TokenId(i % different), .span = {}, .bytes = fmt::format("t{}", i % different), .special = i == 0, .wordStart = true});
    return tokens;
}

using Describe = std::function<void(core::HeadMetrics&)>;

// Every number different: mean distance rises with the head, entropy falls with the layer.
inline void describeByPlace(core::HeadMetrics& metrics)
{
    const auto place = double(metrics.head.layer * 31 + metrics.head.head * 7);
    metrics.entropyNormalised = 0.9 / (1.0 + double(metrics.head.layer) + 0.05 * double(metrics.head.head));
    metrics.previousToken = std::fmod(place * 0.137, 1.0);
    metrics.firstToken = std::fmod(place * 0.311 + 0.2, 1.0);
    metrics.meanDistance = 0.5 + double(metrics.head.head) + 0.1 * double(metrics.head.layer);
    metrics.duplicateToken = std::fmod(place * 0.53 + 0.1, 1.0);
}

inline std::shared_ptr<ui::ExploreRecord> headRecord(const HeadRecordShape& shape = {}, const Describe& describe = describeByPlace)
{
    auto recording = std::make_shared<core::Recording>();
    recording->id = core::nextUniqueId();
    recording->tokens = repeatedTokens(shape.tokens, 5);
    for (core::Index layer = 0; layer < shape.layers; ++layer) {
        core::AttentionSite site;
        site.layer = layer;
        site.q = core::HeadRows(shape.heads, 1);
        site.k = site.v = core::HeadRows(shape.kvHeads, 1);
        site.mechanisms.assign(std::size_t(shape.heads), core::SoftmaxMechanism{});
        recording->sites.push_back(std::move(site));
    }
    auto record = std::make_shared<ui::ExploreRecord>();
    record->recording = recording;
    record->text = QStringLiteral("made up");
    const core::MapPtr map = causalMap(shape.tokens);
    for (core::Index layer = 0; layer < shape.layers; ++layer)
        for (core::Index head = 0; head < shape.heads; ++head) {
            core::HeadMetrics metrics;
            metrics.head = {layer, head};
            describe(metrics);
            record->maps.push_back(map);
            record->heads.push_back({ui::HeadThumbnail::of(*map, metrics.head, head / (shape.heads / shape.kvHeads)), metrics});
        }
    return record;
}

}   // namespace test
