// What kv_groups of a plan makes of one token's keys and values: those of a head become the mean of its group. The mean commutes with the rotation
// of positions, so it may be taken behind it; all that reads the rows later (weights, maps, later runs) finds them as the heads read them.
#pragma once

#include <vector>

#include "core/attention/attention_plan.h"
#include "core/model/model_config.h"

namespace core {

class KvGroups {
public:
    // The plan fits.
    KvGroups(const ModelConfig& config, const AttentionPlan& plan, Index layer);
    // k and v of one token, side by side [2 × H_kv·d]. Heads that are alone in their group, or in no group, keep every bit.
    void pool(float* kv) const;

private:
    Index m_kvHeads, m_headDim;
    std::vector<std::pair<Index, Span>> m_pooled;   // a key/value head and the heads whose mean it reads
};

}   // namespace core
