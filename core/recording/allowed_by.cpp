// Which part of a pattern lets each pair exist.
#include <algorithm>

#include <fmt/format.h>

#include "core/attention/selection.h"
#include "core/base/out_of_memory.h"
#include "core/base/unique_id.h"
#include "core/recording/class_map.h"

namespace core {

namespace {

constexpr Index kStopRows = 64;   // between questions whether to stop

class AllowedMap final : public AttentionMap {
public:
    AllowedMap(LayoutPtr layout, std::vector<LayoutPtr> parts) : m_layout(std::move(layout)), m_parts(std::move(parts)) {}

    [[nodiscard]] std::uint64_t id() const override { return m_id; }
    [[nodiscard]] MatrixKind kind() const override { return MatrixKind::ExactlySparse; }
    [[nodiscard]] Index queries() const override { return m_layout->queries(); }
    [[nodiscard]] Index keys() const override { return m_layout->keys(); }
    [[nodiscard]] bool allowed(Index query, Index key) const override { return m_layout->allows(query, key); }
    [[nodiscard]] KeyRuns allowedKeys(Index query) const override { return m_layout->row(query); }
    [[nodiscard]] Index allowedIn(Span rows, Span keys) const override { return m_layout->pairsIn(rows, keys); }
    void weights(Span rows, Span keys, float* out) const override
    {
        for (Index i = rows.begin; i < rows.end; ++i, out += keys.size()) {
            std::fill_n(out, keys.size(), 0.0f);
            const KeyRuns all = intersectionOf(m_layout->row(i), KeyRuns{keys});
            const auto mark = [&](const KeyRuns& runs, int number) {
                for (const Span& run : runs) std::fill(out + (run.begin - keys.begin), out + (run.end - keys.begin), valueOfClass(number));
            };
            mark(all, int(m_parts.size()));
            if (all.empty()) continue;
            for (std::size_t part = m_parts.size(); part-- > 0;) mark(intersectionOf(all, m_parts[part]->row(i)), int(part));
        }
    }

private:
    std::uint64_t m_id = nextUniqueId();
    LayoutPtr m_layout;
    std::vector<LayoutPtr> m_parts;
};

Result<LayoutPtr> layoutOf(const RecordingPtr& recording, HeadId head, const Pattern& part, const std::stop_token& stop)
{
    const AttentionSite& site = recording->sites[std::size_t(head.layer)];
    const Index n = recording->size();
    if (!part.selects()) return std::make_shared<const BlockLayout>(part, n, n);
    const Pattern own = site.layouts[std::size_t(head.head)]->pattern();
    const std::string work = fmt::format("Choosing keys of {} tokens", n);
    const SelectionBatch batch{
        .q = &site.q, .k = &site.k, .scale = site.scale, .queries = {0, n}, .heads = {{head.head, own & part, nullptr}}, .work = work};
    FOVEA_TRY(layouts, chosenLayouts(batch, stop));
    return layouts.front();
}

Result<AllowedBy> counted(const RecordingPtr& recording, HeadId head, const std::vector<Pattern>& parts, const LayoutPtr& layout,
                          const std::stop_token& stop)
{
    AllowedBy result;
    std::vector<LayoutPtr> layouts;
    for (const Pattern& part : parts) {
        if (int(layouts.size()) == kClassSteps) break;
        FOVEA_TRY(own, parts.size() == 1 ? Result<LayoutPtr>(layout) : layoutOf(recording, head, part, stop));
        layouts.push_back(own);
        result.parts.push_back({.text = part.text(), .layout = own});
    }
    for (Index i = 0; i < layout->queries(); ++i) {
        if (i % kStopRows == 0 && stop.stop_requested()) return cancelled();
        const KeyRuns all = layout->row(i);
        KeyRuns before;
        for (PatternPart& part : result.parts) {
            const KeyRuns runs = intersectionOf(all, part.layout->row(i));
            part.pairs += countOf(runs);
            const Index known = countOf(before);
            before = unionOf(before, runs);
            part.first += countOf(before) - known;
        }
        result.others += countOf(all) - countOf(before);
    }
    result.map = std::make_shared<const AllowedMap>(layout, std::move(layouts));
    return result;
}

}   // namespace

std::vector<int> AllowedBy::partsOf(Index query, Index key) const
{
    std::vector<int> result;
    if (!map->allowed(query, key)) return result;
    for (std::size_t part = 0; part < parts.size(); ++part)
        if (parts[part].layout->allows(query, key)) result.push_back(int(part));
    return result;
}

Result<AllowedBy> allowedBy(const RecordingPtr& recording, HeadId head, const std::vector<Pattern>& parts, const LayoutPtr& layout,
                            const std::stop_token& stop)
{
    return orOutOfMemory([&] { return fmt::format("telling the parts of a pattern of {} tokens apart", recording->size()); },
                         "Compare fewer tokens, or close other programs.", [&] { return counted(recording, head, parts, layout, stop); });
}

}   // namespace core
