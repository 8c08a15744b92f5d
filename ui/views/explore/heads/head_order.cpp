#include "ui/views/explore/heads/head_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

bool passesFilter(const HeadValues& values, std::size_t i, const std::optional<HeadRange>& filter)
{
    if (!filter) return true;
    const std::optional<double> value = values.value(i, filter->measure);
    return value && filter->least <= *value && *value <= filter->most;
}

void drawBars(HeadOrder& order)
{
    double longest = 1.0;
    if (!isShare(order.measure)) {
        longest = 0.0;
        for (const HeadEntry& entry : order.entries) longest = std::max(longest, entry.value.value_or(0.0));
    }
    for (HeadEntry& entry : order.entries) entry.bar = longest > 0.0 ? std::clamp(entry.value.value_or(0.0) / longest, 0.0, 1.0) : 0.0;
}

void rank(HeadOrder& order)
{
    const auto& entries = order.entries;
    order.ranked.resize(entries.size());
    std::iota(order.ranked.begin(), order.ranked.end(), std::size_t(0));
    const bool highest = order.direction == HeadDirection::HighestFirst;
    std::stable_sort(order.ranked.begin(), order.ranked.end(), [&](std::size_t a, std::size_t b) {
        const auto &left = entries[a].value, &right = entries[b].value;
        if (!left || !right) return left.has_value() && !right.has_value();
        return highest ? *left > *right : *left < *right;
    });
    core::Index next = 1;
    for (const std::size_t i : order.ranked)
        if (entries[i].value) order.entries[i].rank = next++;
    order.valued = next - 1;
}

}   // namespace

bool isShare(HeadMeasure measure) { return measure != HeadMeasure::MeanDistance; }

HeadRange rangeOf(const HeadValues& values, HeadMeasure measure)
{
    const HeadRange whole = wholeRange(measure);
    const double step = isShare(measure) ? 0.05 : 0.5;
    HeadRange range{.measure = measure, .least = whole.most, .most = whole.least};
    for (std::size_t i = 0; i < values.size(); ++i)
        if (const std::optional<double> value = values.value(i, measure)) {
            range.least = std::min(range.least, std::max(whole.least, std::floor(*value / step) * step));
            range.most = std::max(range.most, std::min(whole.most, std::ceil(*value / step) * step));
        }
    return range.least <= range.most ? range : whole;
}

HeadOrder HeadOrder::of(const HeadValues& values, const HeadsView& view, HeadMeasure measure)
{
    HeadOrder order{.measure = measure, .direction = view.direction};
    const bool compares = view.compares(values.tokens());
    for (std::size_t i = 0; i < values.size(); ++i) {
        HeadEntry entry{.head = values.head(i), .value = values.value(i, measure)};
        if (compares) entry.shuffled = values.shuffled(i, measure);
        entry.passes = passesFilter(values, i, view.filter);
        order.passing += entry.passes ? 1 : 0;
        order.entries.push_back(entry);
    }
    drawBars(order);
    rank(order);
    return order;
}

std::vector<std::size_t> HeadOrder::rankedPassing() const
{
    std::vector<std::size_t> result;
    std::ranges::copy_if(ranked, std::back_inserter(result), [this](std::size_t i) { return entries[i].passes; });
    return result;
}

}   // namespace ui
