#include "core/model/finite_check.h"

#include <string>

#include <fmt/format.h>

#include "core/linalg/rows.h"

namespace core {

tl::unexpected<Error> notFinite(const Weights<float>& weights, Index layer, std::string_view what, Index token)
{
    const std::string stem = fmt::format("layer.{}.", layer);
    std::string culprit;
    forEachTensor(weights, [&](const std::string& name, const float* data, Index size, bool) {
        const bool candidate = layer == kNoLayer ? !name.starts_with("layer.") : name.starts_with(stem);
        if (culprit.empty() && candidate && !rows::allFinite(data, size)) culprit = name;
    });
    const std::string where = layer == kNoLayer ? fmt::format("The {}", what) : fmt::format("Layer {}: the {}", layer, what);
    if (!culprit.empty())
        return fail(Fault::NotFinite, fmt::format("{} of token {} is not finite; {} holds NaN or infinity.", where, token, culprit),
                    "The weights are damaged: get the model again.");
    return fail(Fault::NotFinite, fmt::format("{} of token {} is not finite although the weights are.", where, token),
                "The model's numbers are too large for single precision.");
}

}   // namespace core
