#include "ui/plot/link_geometry.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ui {

namespace {

using core::Index;

constexpr Index kPanelRows = 64;

}   // namespace

std::vector<Link> linksOfRow(Index query, const float* weights, Index keys, double share)
{
    std::vector<Link> row;
    double sum = 0.0;
    for (Index j = 0; j < keys; ++j) {
        if (!std::isfinite(weights[j]) || weights[j] == 0.0f) continue;
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

LinkSet LinkSet::of(const core::AttentionMap& map, double share, Index most)
{
    LinkSet set;
    const Index queries = map.queries(), keys = map.keys();
    set.tooLong = std::max(queries, keys) > kMostLinkTokens;
    if (set.tooLong) return set;
    std::vector<float> panel(std::size_t(std::min(kPanelRows, queries) * keys));
    for (Index begin = 0; begin < queries && keys > 0; begin += kPanelRows) {
        const core::Span rows{begin, std::min(begin + kPanelRows, queries)};
        map.weights(rows, {0, keys}, panel.data());
        for (Index i = rows.begin; i < rows.end; ++i) {
            const std::vector<Link> row = linksOfRow(i, panel.data() + (i - rows.begin) * keys, keys, share);
            set.links.insert(set.links.end(), row.begin(), row.end());
        }
    }
    std::sort(set.links.begin(), set.links.end(), [](const Link& a, const Link& b) {
        return std::tuple(std::abs(a.weight), a.query, a.key) < std::tuple(std::abs(b.weight), b.query, b.key);
    });
    set.hidden = std::max<Index>(0, Index(set.links.size()) - most);
    set.links.erase(set.links.begin(), set.links.begin() + set.hidden);
    return set;
}

// Both coordinates are cubics of one parameter: x = 1.5t − 1.5t² + t³, y = 3t² − 2t³.
double LinkCurves::heightAt(double across)
{
    double low = 0.0, high = 1.0;
    for (int i = 0; i < 30; ++i) {
        const double t = (low + high) / 2.0;
        (1.5 * t - 1.5 * t * t + t * t * t < across ? low : high) = t;
    }
    return low * low * (3.0 - 2.0 * low);
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
