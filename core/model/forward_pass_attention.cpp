// The part of a forward pass where tokens see one another: q, k, v of a layer, its attention, and what a recording keeps of both.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/attention/selection.h"
#include "core/linalg/rows.h"
#include "core/model/forward_pass.h"
#include "core/model/kv_groups.h"

namespace core {

namespace {

// An lse is −∞ where a row has no keys.
bool isLogSum(float lse) { return std::isfinite(lse) || lse == -std::numeric_limits<float>::infinity(); }

}   // namespace

// q, k, v of the new rows, q and k rotated, keys and values pooled where the plan groups them, appended to those of the earlier recording.
Result<void> ForwardPass::projectQkv(Index layer, AttentionSite& site)
{
    const LayerWeights<float>& weights = m_model.weights().layers[std::size_t(layer)];
    FOVEA_TRY(x, normed(layer, weights.attentionNorm, {0, m_x.rows()}));
    FOVEA_TRY(qkv, projected(x, weights.qkv));
    const Index d = m_config.headDim, rotatedHeads = m_config.heads + m_config.kvHeads;
    const KvGroups groups(m_config, m_options.plan, layer);
    FirstBadRow bad;
    FOVEA_CHECK(overRows(qkv.rows(), [&](Index row) {
        float* values = qkv.row(row).data();
        if (!rows::allFinite(values, qkv.cols())) bad.note(row);
        m_rotary.rotate(Turn::Forward, m_firstNew + row, values, rotatedHeads);
        groups.pool(values + m_config.heads * d);
    }));
    if (bad.found()) return notFinite(m_model, layer, "query, key or value", tokenOf(bad.row()));

    const AttentionSite* shared = m_firstNew > 0 ? &m_options.previous->sites[std::size_t(layer)] : nullptr;
    const auto extended = [&](HeadRows AttentionSite::*rows, Index heads, Index column) {
        const HeadRows before = shared ? (shared->*rows).truncated(m_firstNew) : HeadRows(heads, d);
        return before.appended(qkv.data() + column, qkv.rows(), qkv.cols(), m_options.stop);
    };
    site.q = extended(&AttentionSite::q, m_config.heads, 0);
    site.k = extended(&AttentionSite::k, m_config.kvHeads, m_config.heads * d);
    site.v = extended(&AttentionSite::v, m_config.kvHeads, rotatedHeads * d);
    return goOn();
}

// Layouts of the heads whose patterns select from q and k.
Result<void> ForwardPass::chooseKeys(Index layer, AttentionSite& site)
{
    const AttentionSite* shared = m_firstNew > 0 ? &m_options.previous->sites[std::size_t(layer)] : nullptr;
    const std::string work = fmt::format("A run over {} tokens", m_tokens.size());
    SelectionBatch batch{.q = &site.q, .k = &site.k, .scale = site.scale, .queries = {m_firstNew, m_tokens.size()}, .heads = {}, .work = work};
    for (std::size_t head = 0; head < site.layouts.size(); ++head)
        if (!site.layouts[head])
            batch.heads.push_back({Index(head), maskOf(site.mechanisms[head]), shared ? shared->layouts[head].get() : nullptr});
    if (batch.heads.empty()) return {};
    batch.bytesBeside = peakBytes(m_config, m_options, m_tokens.size(), m_firstNew) + m_chosenBytes;
    FOVEA_TRY(layouts, chosenLayouts(batch, m_options.stop));
    for (std::size_t i = 0; i < layouts.size(); ++i) {
        m_chosenBytes += layouts[i]->chosen()->bytes();
        site.layouts[std::size_t(batch.heads[i].head)] = std::move(layouts[i]);
    }
    return {};
}

// The heads' outputs of the new rows [n × H·d]; completes the site.
Result<RowMatrix> ForwardPass::attend(Index layer, AttentionSite& site)
{
    site.layer = layer;
    site.scale = float(1.0 / std::sqrt(double(m_config.headDim)));
    site.layouts = m_layouts[std::size_t(layer)];
    for (Index head = 0; head < m_config.heads; ++head) site.mechanisms.push_back(m_options.plan.mechanismOf({layer, head}));
    FOVEA_CHECK(chooseKeys(layer, site));
    const HeadBatch batch{.q = &site.q,
                          .k = &site.k,
                          .v = &site.v,
                          .queries = {m_firstNew, m_tokens.size()},
                          .scale = site.scale,
                          .layouts = site.layouts,
                          .mechanisms = site.mechanisms};
    RowObserver* observer = m_options.observer ? m_options.observer(layer) : nullptr;
    Result<AttentionOutput> attended = backendOf(m_options).attend(batch, observer, m_options.stop);
    if (!attended) {
        Error error = std::move(attended).error();
        if (error.fault == Fault::NotFinite) error.what = fmt::format("Layer {}: {}", layer, error.what);
        return tl::unexpected(std::move(error));
    }
    FOVEA_CHECK(checkAttended(layer, *attended));
    const AttentionSite* shared = m_firstNew > 0 ? &m_options.previous->sites[std::size_t(layer)] : nullptr;
    const HeadRows lse = shared ? shared->lse.truncated(m_firstNew) : HeadRows(m_config.heads, 1);
    site.lse = lse.appended(attended->lse.data(), attended->lse.rows(), attended->lse.cols(), m_options.stop);
    const HeadRows output = shared && m_options.keepOutputs ? shared->output.truncated(m_firstNew) : HeadRows(m_config.heads, m_config.headDim);
    site.output = m_options.keepOutputs ? output.appended(attended->out.data(), attended->out.rows(), attended->out.cols(), m_options.stop) : output;
    FOVEA_CHECK(goOn());
    return std::move(attended->out);
}

// Whatever the backend promises: behind the last attention nobody else looks at most rows, and later runs share what is recorded here.
Result<void> ForwardPass::checkAttended(Index layer, const AttentionOutput& attended) const
{
    FirstBadRow bad;
    FOVEA_CHECK(overRows(attended.out.rows(), [&](Index row) {
        const auto lse = attended.lse.row(row);
        if (!rows::allFinite(attended.out.row(row).data(), attended.out.cols()) || !std::all_of(lse.begin(), lse.end(), isLogSum)) bad.note(row);
    }));
    if (bad.found()) return notFinite(m_model, layer, "output of a head", tokenOf(bad.row()));
    return {};
}

}   // namespace core
