// NaN and infinity are found while a model runs, where the numbers pass by anyway, and are traced to the tensor that holds them.
#pragma once

#include <atomic>
#include <limits>
#include <string_view>

#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

class Transformer;

// The first row that was not finite. note() may be called from several threads.
class FirstBadRow {
public:
    void note(Index row)
    {
        Index seen = m_row;
        while (row < seen && !m_row.compare_exchange_weak(seen, row)) {
        }
    }
    [[nodiscard]] bool found() const { return m_row != kNone; }
    [[nodiscard]] Index row() const { return m_row; }

private:
    static constexpr Index kNone = std::numeric_limits<Index>::max();
    std::atomic<Index> m_row{kNone};
};

// A name for tensors outside the layers: the embedding in front of them, final norm and head behind.
inline constexpr Index kNoLayer = -1;

// NotFinite, with the tensor as the model's file names it: "Layer 2: the MLP output of token 5 is not finite;
// model.layers.2.mlp.down_proj.weight holds NaN or infinity."
[[nodiscard]] tl::unexpected<Error> notFinite(const Transformer& model, Index layer, std::string_view what, Index token);

}   // namespace core
