// The question whether a row knows what follows it, and what became of it: what was asked, of which text, and what the two runs said.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "core/metrics/future_proof.h"
#include "ui/state/explore_record.h"
#include "ui/state/future_query.h"

namespace ui {

struct FutureQuestion {
    ExploreRecordPtr record;
    FutureQuery query;
    friend bool operator==(const FutureQuestion&, const FutureQuestion&) = default;
};

struct FutureAnswer {
    core::Tokens exchanged;   // the text that ran instead; of poison, which is no text, the text itself
    core::FutureProof proof;
};

// What views are told.
struct FutureProving {
    enum class State { Unasked, Running, Proved, Failed, Stopped };
    State state = State::Unasked;
    std::optional<FutureQuestion> question{};   // null: nothing was asked
    std::optional<FutureAnswer> answer{};       // Proved
    std::optional<core::Error> problem{};       // Failed
    bool isOutdated = false;                    // another text, model or plan is on show by now
};

}   // namespace ui
