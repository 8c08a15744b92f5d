// Where a trainer's text comes from. A batch is a pure function of (seed of the source, step, sequence index), so that a resumed run
// needs no data state and draws exactly what the uninterrupted run would have drawn.
#pragma once

#include <span>

#include "core/base/shape.h"
#include "core/text/tokens.h"

namespace core {

class BatchSource {
public:
    virtual ~BatchSource() = default;

    // Fills tokens [sequences × (length + 1)], row-major: the inputs of a sequence are its first `length` tokens, the targets its last
    // `length`. Every sequence begins with exactly one start token, at position 0. All ids lie in [0, V). Called from one thread at a time;
    // the stage of a curriculum follows from `step`.
    virtual void fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const = 0;
};

}   // namespace core
