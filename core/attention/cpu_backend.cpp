#include <algorithm>
#include <cassert>
#include <mutex>
#include <optional>

#include <fmt/format.h>

#include "core/attention/attention_backend.h"
#include "core/attention/panel_worker.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"

namespace core {

namespace {

// The first place, by head and then row, that is not finite: the same for any number of threads.
class FirstBadPlace {
public:
    void note(Index head, Index row)
    {
        const std::lock_guard lock(m_mutex);
        const std::pair place(head, row);
        if (!m_place || place < *m_place) m_place = place;
    }
    [[nodiscard]] Result<void> check() const
    {
        if (!m_place) return {};
        return fail(Fault::NotFinite,
                    fmt::format("Head {} has scores, values or outputs that are not finite at row {}.", m_place->first, m_place->second),
                    "The model's numbers are too large for single precision.");
    }

private:
    std::mutex m_mutex;
    std::optional<std::pair<Index, Index>> m_place;
};

class CpuBackend : public AttentionBackend {
public:
    [[nodiscard]] std::string name() const override { return "cpu"; }

    [[nodiscard]] Result<AttentionOutput> attend(const HeadBatch& batch, RowObserver* observer, const std::stop_token& stop) const override
    {
        const Index heads = batch.q->heads(), d = batch.q->width(), count = batch.queries.size();
        if (count == 0) return AttentionOutput{RowMatrix(0, heads * d), RowMatrix(0, heads)};
        assert(heads % batch.k->heads() == 0 && batch.v->width() == d && batch.k->width() == d);
        assert(0 <= batch.queries.begin && batch.queries.begin <= batch.queries.end && batch.queries.end <= batch.q->rows());
        FOVEA_CHECK(withinBudget(std::int64_t(count) * heads * (d + 1) * std::int64_t(sizeof(float)), "Attention outputs", "Shorten the text."));
        AttentionOutput result{RowMatrix(count, heads * d), RowMatrix(count, heads)};

        const Index height = panelHeight(batch.k->rows());
        const Index first = batch.queries.begin / height, panels = ceilDiv(batch.queries.end, height) - first;
        FirstBadPlace bad;
        const bool complete = parallelFor(
            heads * panels,
            [&](Index task) {
                // Later panels of a causal head cost more: they come first, so that no thread is left with one at the end.
                const Index head = task / panels, panel = first + panels - 1 - task % panels;
                const Span rows = intersectionOf(batch.queries, {panel * height, (panel + 1) * height});
                const Index row = rows.begin - batch.queries.begin;
                thread_local PanelScratch scratch;
                PanelWorker worker(batch, head, rows, observer, stop, scratch);
                const auto badRow =
                    worker.run(result.out.data() + row * heads * d + head * d, heads * d, result.lse.data() + row * heads + head, heads);
                if (badRow) bad.note(head, *badRow);
            },
            stop);
        if (!complete || stop.stop_requested()) return cancelled();
        FOVEA_CHECK(bad.check());
        return result;
    }
};

}   // namespace

std::shared_ptr<const AttentionBackend> cpuBackend() { return std::make_shared<const CpuBackend>(); }

}   // namespace core
