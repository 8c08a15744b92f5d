#include "core/model/finite_check.h"

#include <string>

#include <fmt/format.h>

#include "core/linalg/rows.h"
#include "core/model/stored_tensors.h"
#include "core/model/transformer.h"

namespace core {

namespace {

bool isFinite(const Weights<float>& weights, const StoredTensor& tensor)
{
    const float* field = dataOf(weights, tensor.layer, tensor.field);
    return rows::allFinite(field + tensor.place.begin, tensor.place.size());
}

// The first tensor of a layer, or of none, that holds NaN or infinity; empty when all are finite.
std::string culprit(const Transformer& model, Index layer)
{
    ModelConfig present = model.config();
    present.tiedHead = model.weights().head.size() == 0;
    for (const StoredTensor& tensor : storedTensors(present)) {
        const Index of = tensor.name.starts_with("layers.") ? tensor.layer : kNoLayer;
        if (of == layer && !isFinite(model.weights(), tensor)) return tensor.prefix + tensor.name;
    }
    return {};
}

}   // namespace

tl::unexpected<Error> notFinite(const Transformer& model, Index layer, std::string_view what, Index token)
{
    const std::string tensor = culprit(model, layer);
    const std::string where = layer == kNoLayer ? fmt::format("The {}", what) : fmt::format("Layer {}: the {}", layer, what);
    if (!tensor.empty())
        return fail(Fault::NotFinite, fmt::format("{} of token {} is not finite; {} holds NaN or infinity.", where, token, tensor),
                    fmt::format("The weights of {} are damaged: get the model again.", model.name()));
    return fail(Fault::NotFinite, fmt::format("{} of token {} is not finite although the weights are.", where, token),
                "The model's numbers are too large for single precision.");
}

}   // namespace core
