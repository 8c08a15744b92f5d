// The squares on which a target pattern is drawn: one for each pair of tokens while they can be told apart, one for each block of pairs in
// longer texts. Plain arithmetic, tested without a window.
#pragma once

#include <optional>

#include <QPointF>
#include <QRectF>

#include "ui/state/heads_view.h"

namespace ui {

inline constexpr core::Index kTargetSquares = 48;   // of a side, at most

struct TargetSquare {
    core::Index row = 0;
    core::Index column = 0;
    friend bool operator==(const TargetSquare&, const TargetSquare&) = default;
};

class TargetGrid {
public:
    TargetGrid() = default;
    explicit TargetGrid(core::Index tokens);

    [[nodiscard]] core::Index tokens() const { return m_tokens; }
    [[nodiscard]] core::Index side() const { return m_side; }     // squares
    [[nodiscard]] core::Index block() const { return m_block; }   // tokens that one square spans
    [[nodiscard]] core::Span tokensOf(core::Index rowOrColumn) const;

    [[nodiscard]] std::optional<TargetSquare> squareAt(QPointF point, const QRectF& area) const;
    [[nodiscard]] QRectF rectOf(TargetSquare square, const QRectF& area) const;

    [[nodiscard]] bool isDrawn(TargetSquare square) const { return m_drawn[index(square)]; }
    void set(TargetSquare square, bool drawn) { m_drawn[index(square)] = drawn; }
    void clear() { m_drawn.assign(m_drawn.size(), false); }

    // A square of several tokens is drawn when the cells hold the middle of it, and by a rule when its middle row looks at any key of it.
    void show(const DrawnCells& cells);
    void show(const RuleKeys& keys);
    [[nodiscard]] DrawnCells cells() const;   // squares beside each other in a row join

private:
    [[nodiscard]] std::size_t index(TargetSquare square) const { return std::size_t(square.row * m_side + square.column); }
    core::Index m_tokens = 0;
    core::Index m_side = 0;
    core::Index m_block = 1;
    std::vector<bool> m_drawn;   // [side × side]
};

}   // namespace ui
