// What painting into a pattern does: allows or removes pairs, by the cell, the row or the block.
#pragma once

namespace ui {

enum class BrushMode { None, Allow, Remove };
enum class BrushShape { Cell, Row, Block };

inline constexpr int kLargestBrush = 64;

struct Brush {
    BrushMode mode = BrushMode::None;
    BrushShape shape = BrushShape::Cell;
    int size = 1;   // 1 … kLargestBrush: cells across, rows, or the side of a block
    friend bool operator==(const Brush&, const Brush&) = default;
};

}   // namespace ui
