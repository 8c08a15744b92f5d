// Selection: what is pinned and what is looked at. One value, shown by every view; views emit intentions and never edit it.
#pragma once

#include <optional>

#include "core/base/shape.h"

namespace ui {

// A cell of the weight matrix: query row, key column, both counted from the start of the text.
struct Pair {
    core::Index query = 0;
    core::Index key = 0;
    friend constexpr bool operator==(const Pair&, const Pair&) = default;
};

enum class PointedBy { Pointer, Keys };   // what looks: the pointer leaves nothing behind, what keys went to stays until it is released

struct Selection {
    core::HeadId head{};                      // the head on show
    std::optional<Pair> pin{};                // kept until released; document state
    std::optional<Pair> peek{};               // under the pointer; leaves nothing behind
    std::optional<core::HeadId> peekHead{};   // thumbnail or mark under the pointer
    friend bool operator==(const Selection&, const Selection&) = default;
};

}   // namespace ui
