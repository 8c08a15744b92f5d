#include <algorithm>
#include <cassert>
#include <limits>

#include "core/attention/attention_backend.h"
#include "core/attention/panel_mask.h"
#include "core/linalg/matmul.h"
#include "core/linalg/rows.h"

namespace core {

namespace {

constexpr Index kTile = 64;   // finest step in which absent keys are skipped

// S = tau · Q · Kᵀ of rows that lie in one block, for the keys that any of them may see.
void scoresOf(const HeadWeightsSource& source, const PanelMask& mask, Span rows, Span keys, float* out)
{
    const Index d = source.q->width();
    for (const Span& touched : intersectionOf(mask.touchedTiles(kTile), {keys})) {
        for (Index begin = touched.begin; begin < touched.end;) {
            const Index end = std::min(touched.end, (begin / kBlockRows + 1) * kBlockRows);
            gemm(Op::None, Op::Transposed, rows.size(), end - begin, d, source.scale, source.q->row(source.head, rows.begin), d,
                 source.k->row(source.kvHead, begin), d, 0.0f, out + (begin - keys.begin), keys.size());
            begin = end;
        }
    }
}

}   // namespace

void recomputeWeights(const HeadWeightsSource& source, Span rows, Span keys, float* out)
{
    assert(0 <= rows.begin && rows.end <= source.layout->queries() && 0 <= keys.begin && keys.end <= source.layout->keys());
    if (rows.empty() || keys.empty()) return;
    const bool mean = std::holds_alternative<MeanMechanism>(*source.mechanism);
    for (Index begin = rows.begin; begin < rows.end;) {
        const Span panel{begin, std::min(rows.end, (begin / kBlockRows + 1) * kBlockRows)};
        const PanelMask mask(*source.layout, panel);
        if (mean)
            std::fill(out, out + panel.size() * keys.size(), 0.0f);
        else
            scoresOf(source, mask, panel, keys, out);
        for (Index i = 0; i < panel.size(); ++i, out += keys.size()) {
            const Span hull = mask.apply(i, keys, out);
            const float lse = *source.lse->row(source.lseHead, panel.begin + i);
            if (!hull.empty()) rows::expSubtract(out + hull.begin, hull.size(), lse);
        }
        begin = panel.end;
    }
}

}   // namespace core
