// One panel of query rows of one head on the CPU: scores by products, softmax by row kernels, outputs by products.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/attention/attention_backend.h"
#include "core/attention/panel_mask.h"

namespace core {

// Panels are cut at multiples of this height, which depends on the number of keys alone: so do all roundings.
[[nodiscard]] Index panelHeight(Index keys);

// Scratch memory of one thread, kept between panels: a panel's scores, 1 MB, fit the second-level cache.
class PanelScratch {
public:
    static constexpr Index kScores = Index(1) << 18;   // floats; a group is at most kScores / panelHeight keys wide

    PanelScratch();
    [[nodiscard]] float* scores() const { return m_scores.get(); }
    std::vector<float> output;    // [rows × d], not yet divided by l
    std::vector<float> values;    // a copy of value rows, where some are not finite
    std::vector<float> m, l;      // [rows]
    std::vector<float> fetched;   // scores of the keys of one scattered row

private:
    struct Free {
        void operator()(float* memory) const;
    };
    std::unique_ptr<float, Free> m_scores;
};

class PanelWorker {
public:
    PanelWorker(const HeadBatch& batch, Index head, Span rows, RowObserver* observer, const std::stop_token& stop, PanelScratch& scratch);

    // Writes O and lse of the rows; the strides are those of AttentionOutput. Returns the first row with a score or an output that is not
    // finite. When `stop` is requested it returns early and what it wrote means nothing.
    [[nodiscard]] std::optional<Index> run(float* out, Index outStride, float* lse, Index lseStride);

private:
    // Key ranges whose scores stand side by side in the scratch memory at the same time.
    struct Group {
        std::vector<Span> parts;
        Index width = 0;
    };
    // Value rows as they are, or with rows that are not finite taken out: they are absent for these queries, or the panel has failed.
    enum class Values { AsTheyAre, FiniteOnly };

    void cutIntoGroups();
    void absorbAll(Values values);
    void scoresOf(const Group& group);
    void absorbRow(Index i, const Group& group);
    void fetchScores(Index i);                         // of a scattered row, into m_scratch.fetched
    void absorbScattered(Index i);                     // all keys of such a row
    void showScattered(Index i, const Group& group);   // its finished weights among the scores of the group
    void addValues(const Group& group, Values values);
    const float* finiteValues(Index block, Span keys);
    void finish(float* out, Index outStride, float* lse, Index lseStride);
    void observe();
    [[nodiscard]] std::optional<Index> firstBadRow() const;
    [[nodiscard]] static Index strideOf(const Group& group);
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }

    const HeadBatch& m_batch;
    Index m_head;
    Index m_kvHead;
    Span m_rows;
    Index m_width;   // d
    RowObserver* m_observer;
    const std::stop_token& m_stop;
    PanelScratch& m_scratch;
    const BlockLayout& m_layout;
    PanelMask m_mask;
    bool m_onlyFetches;   // no row of the panel is part of a product
    std::vector<Group> m_groups;
    std::vector<float> m_lse;        // [rows]
    std::optional<Index> m_badRow;   // uses a value that is not finite
};

}   // namespace core
