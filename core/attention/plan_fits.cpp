// Whether a plan can be followed by a model of L layers of H heads, of which H_kv have keys and values of their own.
#include <fmt/format.h>

#include "core/attention/attention_plan.h"

namespace core {

namespace {

Result<void> groupsDivide(const Mechanism& mechanism, Index kvHeads)
{
    const auto* kv = std::get_if<KvGroupsMechanism>(&mechanism);
    if (!kv || (kv->groups >= 1 && kvHeads % kv->groups == 0)) return {};
    std::vector<Index> legal;
    for (Index g = 1; g <= kvHeads; ++g)
        if (kvHeads % g == 0) legal.push_back(g);
    return fail(Fault::BadInput, fmt::format("g of {} must divide the {} key/value heads of a layer.", textOf(mechanism), kvHeads),
                fmt::format("Choose g from 1 to {}: {}.", kvHeads, fmt::join(legal, ", ")));
}

// Query heads `heads` of a layer read the same keys and values.
Result<void> agree(const AttentionPlan& plan, Index layer, Span heads)
{
    const Mechanism first = plan.mechanismOf({layer, heads.begin});
    for (Index head = heads.begin + 1; head < heads.end; ++head) {
        const Mechanism other = plan.mechanismOf({layer, head});
        const bool regroups = std::holds_alternative<KvGroupsMechanism>(first) || std::holds_alternative<KvGroupsMechanism>(other);
        if (!regroups || other == first) continue;
        return fail(
            Fault::BadInput,
            fmt::format("Heads {0}.{1} and {0}.{2} share one key/value head, so the scope of kv_groups must hold both.", layer, heads.begin, head),
            fmt::format("Give kv_groups to \"all\", to \"layer {0}\", or to each of the heads {0}.{1} to {0}.{2}.", layer, heads.begin,
                        heads.end - 1));
    }
    return {};
}

}   // namespace

Result<void> AttentionPlan::fits(Index layers, Index heads, Index kvHeads) const
{
    for (const Rule& rule : m_rules) {
        if (rule.scope.layer >= layers || rule.scope.head >= heads)
            return fail(Fault::BadInput,
                        fmt::format("The plan names {}, but the model has {} layers of {} heads.", textOf(rule.scope), layers, heads),
                        layers > 0 && heads > 0 ? fmt::format("Layers are 0 to {}, heads 0 to {}.", layers - 1, heads - 1) : "");
        FOVEA_CHECK(groupsDivide(rule.mechanism, kvHeads));
    }
    if (!regroups()) return {};
    const Index sharing = heads / kvHeads;
    for (Index layer = 0; layer < layers; ++layer)
        for (Index head = 0; head < heads; head += sharing) FOVEA_CHECK(agree(*this, layer, {head, head + sharing}));
    return {};
}

}   // namespace core
