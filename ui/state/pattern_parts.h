// A pattern as the blocks that it is built of, each of which can be switched and set by hand:
//     causal & (window(24) | sinks(4) | …) & !painted(…) & topk(8)
// with each operand of & optional and in any order. What has another shape is freely composed and has no such blocks.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/painted.h"
#include "core/attention/pattern.h"

namespace ui {

// In the order in which they are listed, and in which those that are switched on join the others.
enum class BlockKind { Causal, Window, Sinks, Global, Strided, Blocks, Dilated, Random, TopK, Painted };
inline constexpr std::size_t kBlockKinds = 10;
[[nodiscard]] const std::array<BlockKind, kBlockKinds>& blockKinds();
[[nodiscard]] std::string primitiveOf(BlockKind kind);                      // its name in expressions
[[nodiscard]] std::optional<BlockKind> blockNamed(std::string_view name);   // of a primitive
[[nodiscard]] std::optional<BlockKind> kindOfPart(std::string_view text);   // of a part of a union, "window(24)"; null: it is no block

// One number of a block, with what is legal.
struct BlockNumber {
    std::string letter;
    core::Index value = 0;
    core::Index lowest = 0;
    core::Index highest = 0;
};

struct PatternBlock {
    bool isOn = false;                  // of Painted: cells are allowed or removed by hand
    std::vector<core::Index> numbers;   // of a block that is off: what it was, or will be
    std::string entries;                // Global: what its brackets hold, `".", 3-5`; Painted: the cells that are allowed
    std::string removed;                // Painted: the cells that are taken away
    friend bool operator==(const PatternBlock&, const PatternBlock&) = default;
};

class PatternParts {
public:
    PatternParts();   // nothing is on: dense

    // Null: freely composed. The blocks' text is the pattern again: parse(of(pattern)->text(), the same tokens) == pattern.
    [[nodiscard]] static std::optional<PatternParts> of(const core::Pattern& pattern);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const PatternBlock& block(BlockKind kind) const { return m_blocks[std::size_t(kind)]; }
    [[nodiscard]] std::vector<BlockNumber> numbers(BlockKind kind) const;
    [[nodiscard]] const std::vector<std::string>& others() const { return m_others; }   // parts of the union that are no block: they stay as they are

    // Each keeps everything else where it stands, so that switching off and on again is the same pattern.
    void set(BlockKind kind, bool isOn) { m_blocks[std::size_t(kind)].isOn = isOn; }
    void setNumber(BlockKind kind, std::size_t index, core::Index value);   // kept in its legal range
    // Errors: BadInput, as of the expression `global(ENTRIES)`, in which columns count.
    [[nodiscard]] core::Result<void> setEntries(BlockKind kind, const std::string& entries);
    // The pairs of strokes exist from now on, or no longer, whatever the other parts of the union say.
    // Errors: BadInput where more is painted than a pattern may list; nothing changes then.
    [[nodiscard]] core::Result<void> paint(const core::CellBlocks& strokes, core::Stroke kind);
    // What blocks that are off here were in `before`: switching them on brings that back.
    void remember(const PatternParts& before);

private:
    enum class Operand { Causal, Union, Removed, Chosen };
    struct Member {   // of the union
        std::optional<BlockKind> kind;
        std::size_t other = 0;   // of m_others where there is no kind
    };
    class Reader;
    [[nodiscard]] std::string textOf(BlockKind kind) const;
    [[nodiscard]] std::string unionText(bool isAlone) const;
    [[nodiscard]] std::string operandText(Operand operand, bool isAlone) const;
    [[nodiscard]] int operandsOn() const;

    std::array<PatternBlock, kBlockKinds> m_blocks;
    std::vector<Member> m_union;   // every kind that can stand in it, on or off, and the others
    std::vector<std::string> m_others;
    std::array<Operand, 4> m_operands{Operand::Causal, Operand::Union, Operand::Removed, Operand::Chosen};
};

}   // namespace ui
