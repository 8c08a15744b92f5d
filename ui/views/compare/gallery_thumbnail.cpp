#include "ui/views/compare/gallery_thumbnail.h"

#include <vector>

#include <QPainter>

#include "core/attention/block_layout.h"
#include "core/attention/pattern_node.h"
#include "ui/plot/hatch.h"

namespace ui {

namespace {

using Node = core::Pattern::Node;

core::Pattern candidates(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::Leaf:
        return node.isChoice() ? core::Pattern::dense() : Node::leaf(*node.primitive, node.arguments);
    case Node::Kind::Not:
        return !candidates(*node.children[0]);
    case Node::Kind::And:
    case Node::Kind::Or:
        break;
    }
    core::Pattern all = candidates(*node.children[0]);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const core::Pattern next = candidates(*node.children[i]);
        all = node.kind == Node::Kind::And ? all & next : all | next;
    }
    return all;
}

// The keys of a row as a strip of cells.
QRectF strip(core::Index row, const core::Span& keys, double cell)
{
    return {double(keys.begin) * cell, double(row) * cell, double(keys.size()) * cell, cell};
}

}   // namespace

core::Pattern candidatesOf(const core::Pattern& pattern) { return candidates(Node::of(pattern)); }

QImage patternThumbnail(const core::Pattern& pattern, bool isCausal, int pixels, const Theme& theme)
{
    const core::Pattern drawn = isCausal ? core::Pattern::causal() & candidatesOf(pattern) : candidatesOf(pattern);
    const core::BlockLayout layout(drawn, kThumbnailTokens, kThumbnailTokens);
    QImage image(pixels, pixels, QImage::Format_RGB32);
    image.fill(theme.mask);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHatch(painter, {QRectF(image.rect())}, HatchKind::Absent, theme);
    const double cell = double(pixels) / kThumbnailTokens;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (core::Index row = 0; row < kThumbnailTokens; ++row) {
        for (const core::Span& keys : layout.row(row)) {
            painter.fillRect(strip(row, keys, cell), pattern.selects() ? theme.surface : theme.text2);
            if (!pattern.selects()) continue;
            for (core::Index key = keys.begin; key < keys.end; ++key)
                if ((row + key) % 2 == 0) painter.fillRect(strip(row, {key, key + 1}, cell), theme.text3);
        }
    }
    return image;
}

}   // namespace ui
