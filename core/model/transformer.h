// Transformer: one forward pass for all architectures. Immutable after construction; safe to run from several threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

#include "core/attention/attention_backend.h"
#include "core/attention/attention_plan.h"
#include "core/base/result.h"
#include "core/model/model_config.h"
#include "core/model/weights.h"
#include "core/recording/recording.h"
#include "core/text/tokens.h"

namespace core {

enum class Logits { None, Last, All };

struct RunOptions {
    AttentionPlan plan;
    Logits logits = Logits::Last;
    bool keepOutputs = false;                          // AttentionSite::output
    RecordingPtr previous;                             // rows of a common prefix are shared, not recomputed, where that is exact:
                                                       // same model, plan and backend, the same allowed keys, and no observer
    std::shared_ptr<const AttentionBackend> backend;   // null: cpuBackend()
    // Called once for each layer before it runs; null or a null result: nobody watches.
    std::function<RowObserver*(Index layer)> observer;
    std::stop_token stop;
};

class Transformer {
public:
    // Errors: those of ModelConfig::check; BadInput naming a tensor whose shape is not the configuration's.
    [[nodiscard]] static Result<std::shared_ptr<const Transformer>> create(ModelConfig config, Weights<float> weights, std::string name);

    [[nodiscard]] const ModelConfig& config() const { return m_config; }
    [[nodiscard]] const Weights<float>& weights() const { return m_weights; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::uint64_t id() const { return m_id; }   // unique in the process: tells a retrained model from the one of the same name

    // text → x_0 → layers → logits. Ids must lie in [0, V). Zero tokens are legal and give an empty recording.
    // Errors: BadInput (id out of range, plan that does not fit), OverBudget, NotFinite naming layer and tensor, Cancelled.
    [[nodiscard]] Result<RecordingPtr> run(const Tokens& tokens, const RunOptions& options = {}) const;

    // What head (l, h) writes to the residual stream for one weighted value: ‖w·v·W_Oʰ‖ over d_m. v [d].
    [[nodiscard]] double writeNorm(HeadId head, const float* v, float weight) const;

private:
    Transformer(ModelConfig config, Weights<float> weights, std::string name);
    [[nodiscard]] Result<RecordingPtr> record(const Tokens& tokens, const RunOptions& options) const;
    ModelConfig m_config;
    Weights<float> m_weights;
    std::string m_name;
    std::uint64_t m_id;
};

using TransformerPtr = std::shared_ptr<const Transformer>;

}   // namespace core
