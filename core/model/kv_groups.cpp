#include "core/model/kv_groups.h"

namespace core {

KvGroups::KvGroups(const ModelConfig& config, const AttentionPlan& plan, Index layer) : m_kvHeads(config.kvHeads), m_headDim(config.headDim)
{
    for (Index kvHead = 0; kvHead < config.kvHeads; ++kvHead) {
        const Mechanism mechanism = plan.mechanismOf({layer, kvHead * config.groupSize()});
        const auto* kv = std::get_if<KvGroupsMechanism>(&mechanism);
        if (kv && kv->groups < config.kvHeads) m_pooled.emplace_back(kvHead, kv->membersOf(kvHead, config.kvHeads));
    }
}

void KvGroups::pool(float* kv) const
{
    if (m_pooled.empty()) return;
    const Index width = m_kvHeads * m_headDim;
    const std::vector<float> own(kv, kv + 2 * width);   // some heads of a group may be pooled and others not
    for (const auto& [kvHead, members] : m_pooled)
        for (Index i = 0; i < 2 * m_headDim; ++i) {
            const Index at = i < m_headDim ? i : width + i - m_headDim;   // keys, then values
            double sum = 0.0;
            for (Index member = members.begin; member < members.end; ++member) sum += double(own[std::size_t(member * m_headDim + at)]);
            kv[kvHead * m_headDim + at] = float(sum / double(members.size()));
        }
}

}   // namespace core
