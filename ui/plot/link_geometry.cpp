#include "ui/plot/link_geometry.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <tuple>

#include "core/base/parallel.h"

namespace ui {

namespace {

using core::Index;

constexpr Index kPanelCells = Index(1) << 18;   // weights held at once by each thread; also how soon a stop is heeded

// The first of any number of links, in bounded memory: the strongest of every row, then the second of every row and so on, so that no row is
// left out while others have many. The order is total, so that the outcome does not depend on the order of adding.
class FirstLinks {
public:
    explicit FirstLinks(Index most) : m_most(std::size_t(std::max<Index>(most, 1))) {}

    // links: of one row, strongest first.
    void add(const std::vector<Link>& links)
    {
        m_seen += Index(links.size());
        for (std::size_t rank = 0; rank < links.size(); ++rank)
            if (const Ranked link{rank, links[rank]}; !m_full || before(link, m_last)) m_links.push_back(link);
        if (m_links.size() > 2 * m_most) cut();
    }
    [[nodiscard]] LinkSet sorted()
    {
        if (m_links.size() > m_most) cut();
        LinkSet set{.links = {}, .hidden = m_seen - Index(m_links.size()), .computing = false};
        for (const Ranked& ranked : m_links) set.links.push_back(ranked.link);
        std::sort(set.links.begin(), set.links.end(), [](const Link& a, const Link& b) { return order(b) < order(a); });
        return set;
    }

private:
    struct Ranked {
        std::size_t rank = 0;   // in its row
        Link link;
    };
    static std::tuple<float, Index, Index> order(const Link& link) { return {-std::abs(link.weight), -link.query, -link.key}; }
    static bool before(const Ranked& a, const Ranked& b) { return std::tuple(a.rank, order(a.link)) < std::tuple(b.rank, order(b.link)); }
    void cut()
    {
        const auto last = m_links.begin() + std::ptrdiff_t(m_most) - 1;
        std::nth_element(m_links.begin(), last, m_links.end(), before);
        m_links.erase(last + 1, m_links.end());
        m_last = m_links.back();
        m_full = true;
    }

    std::size_t m_most;
    std::vector<Ranked> m_links;
    Ranked m_last;
    bool m_full = false;
    Index m_seen = 0;
};

}   // namespace

std::vector<Link> linksOfRow(Index query, const float* weights, Index keys, const LinkRule& rule)
{
    const bool fixed = rule.mode == LinkMode::FixedWeight;
    const double least = fixed ? rule.weight : 0.0, share = fixed ? 2.0 : rule.share;   // twice a row: all that is left of it
    std::vector<Link> row;
    double sum = 0.0;
    for (Index j = 0; j < keys; ++j) {
        if (!std::isfinite(weights[j]) || weights[j] == 0.0f || std::abs(double(weights[j])) < least) continue;
        row.push_back({query, j, weights[j]});
        sum += std::abs(double(weights[j]));
    }
    const auto weaker = [](const Link& a, const Link& b) { return std::tuple(std::abs(a.weight), -a.key) < std::tuple(std::abs(b.weight), -b.key); };
    std::make_heap(row.begin(), row.end(), weaker);
    std::vector<Link> chosen;
    double drawn = 0.0;
    while (!row.empty() && drawn < share * sum) {
        std::pop_heap(row.begin(), row.end(), weaker);
        drawn += std::abs(double(row.back().weight));
        chosen.push_back(row.back());
        row.pop_back();
    }
    return chosen;
}

core::Result<LinkSet> LinkSet::of(const core::AttentionMap& map, const LinkRule& rule, Index most, const std::stop_token& stop)
{
    const Index queries = map.queries(), keys = map.keys();
    if (queries == 0 || keys == 0) return LinkSet{};
    const Index panelRows = std::clamp<Index>(kPanelCells / keys, 1, 64);
    FirstLinks first(most);
    std::mutex access;
    const auto panel = [&](Index index) {
        const core::Span rows{index * panelRows, std::min((index + 1) * panelRows, queries)};
        std::vector<float> weights(std::size_t(rows.size() * keys));
        map.weights(rows, {0, keys}, weights.data());
        for (Index i = rows.begin; i < rows.end && !stop.stop_requested(); ++i) {
            const std::vector<Link> row = linksOfRow(i, weights.data() + (i - rows.begin) * keys, keys, rule);
            const std::scoped_lock lock(access);
            first.add(row);
        }
    };
    const bool complete = core::parallelFor(core::ceilDiv(queries, panelRows), panel, stop);
    if (!complete || stop.stop_requested()) return core::cancelled();
    return first.sorted();
}

// Both coordinates are cubics of one parameter: x = 1.5t − 1.5t² + t³, y = 3t² − 2t³.
double LinkCurves::heightAt(double across)
{
    constexpr int kSteps = 4;   // of Newton: the slope is 0.75 … 1.5 between 0 and 1, so that these reach the precision of a double
    double t = across;
    for (int i = 0; i < kSteps; ++i) t -= (1.5 * t - 1.5 * t * t + t * t * t - across) / (1.5 - 3.0 * t + 3.0 * t * t);
    return t * t * (3.0 - 2.0 * t);
}

QPainterPath LinkCurves::path(const Link& link) const
{
    const QPointF from = start(link), to = end(link);
    const double middle = (left + right) / 2.0;
    QPainterPath path(from);
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    return path;
}

bool LinkCurves::isVisible(const Link& link) const
{
    const double a = start(link).y(), b = end(link).y();
    return std::max(a, b) >= geometry.plot.top() && std::min(a, b) <= geometry.plot.bottom();
}

std::optional<Link> LinkCurves::nearest(const std::vector<Link>& links, QPointF point, double reach) const
{
    if (right <= left || point.x() < left || point.x() > right) return std::nullopt;
    const double share = heightAt((point.x() - left) / (right - left));
    std::optional<Link> best;
    double distance = reach;
    for (const Link& link : links) {
        const double from = start(link).y(), away = std::abs(from + (end(link).y() - from) * share - point.y());
        if (away <= distance) best = link, distance = away;
    }
    return best;
}

}   // namespace ui
