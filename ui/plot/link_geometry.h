// The link diagram: which weights become curves, and where the curves run. Keys on the left, queries on the right.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include <QPainterPath>
#include <QPointF>

#include "core/recording/attention_map.h"
#include "ui/plot/link_rule.h"
#include "ui/plot/matrix_geometry.h"

namespace ui {

struct Link {
    core::Index query = 0;
    core::Index key = 0;
    float weight = 0.0f;
    friend bool operator==(const Link&, const Link&) = default;
};

inline constexpr core::Index kMostLinks = 4000;

struct LinkSet {
    std::vector<Link> links;   // weakest first, so that strong ones are painted on top
    core::Index hidden = 0;    // links of the rule that the limit of curves left out
    bool computing = false;    // nothing is known yet
    // In every row those that the rule names, the largest first; ties go to the smaller key. Where these are more than `most`,
    // each row's strongest come first, then each row's second, so that every row has links. Reads every weight of the map
    // once, in memory that grows with `most` and the length of a row. Errors: Cancelled only.
    [[nodiscard]] static core::Result<LinkSet> of(const core::AttentionMap& map, const LinkRule& rule = {}, core::Index most = kMostLinks,
                                                  const std::stop_token& stop = {});
};

// The links of one row under the same rule.
[[nodiscard]] std::vector<Link> linksOfRow(core::Index query, const float* weights, core::Index keys, const LinkRule& rule = {});

// A curve from (left, key's centre) to (right, query's centre): a cubic with level ends whose controls stand midway. Rows are those of
// `geometry`, so that a link ends exactly where its matrix row is.
struct LinkCurves {
    double left = 0.0;
    double right = 0.0;
    MatrixGeometry geometry;

    // Where along 0 … 1 of its height a curve is at share `across` (0 … 1) of its width: the one shape that all links share.
    [[nodiscard]] static double heightAt(double across);
    [[nodiscard]] QPointF start(const Link& link) const { return {left, geometry.rowCentre(link.key)}; }
    [[nodiscard]] QPointF end(const Link& link) const { return {right, geometry.rowCentre(link.query)}; }
    [[nodiscard]] QPainterPath path(const Link& link) const;
    [[nodiscard]] bool isVisible(const Link& link) const;   // some part of it can lie in the plot
    // The link nearest to a point by height, within `reach` pixels; later links win ties, as they are painted on top.
    [[nodiscard]] std::optional<Link> nearest(const std::vector<Link>& links, QPointF point, double reach) const;
};

}   // namespace ui
