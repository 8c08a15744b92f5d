// Which row is to prove that it cannot know what follows, and how. View state: nothing of the document depends on it.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/shape.h"
#include "ui/state/side.h"

namespace ui {

// What is put in the place of the tokens behind the row.
enum class FutureChange {
    EveryToken,   // others, drawn at random
    NextToken,    // the next one alone
    Poison,       // no numbers at all
};

struct FutureQuery {
    core::Index row = 0;        // among the tokens on show …
    Side side = Side::First;   // … of this sentence
    FutureChange change = FutureChange::EveryToken;
    std::uint64_t draw = 0;   // seed; asking again is another draw
    friend bool operator==(const FutureQuery&, const FutureQuery&) = default;
};

// The next question after `last`: about this row, in the way that was asked before, with another draw.
[[nodiscard]] inline FutureQuery nextQuery(const std::optional<FutureQuery>& last, Side side, core::Index row)
{
    return last ? FutureQuery{row, side, last->change, last->draw + 1} : FutureQuery{.row = row, .side = side};
}

}   // namespace ui
