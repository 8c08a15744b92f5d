// What is said about a row and what follows it, in words that are true of what was computed.
#pragma once

#include <QString>

#include "ui/state/derivation.h"
#include "ui/state/future_proving.h"

namespace ui {

// The row, its token and what stands behind it: “The row of “it” was computed before “was tired.” was read.” Where nothing follows, or the head may
// look ahead, it says that; where the text goes on behind what was computed, that too.
[[nodiscard]] QString claimOf(const ExploreRecord& record, const Derivation& derivation);

// What is being done, while it is.
[[nodiscard]] QString progressOf(FutureChange change);
// What the text below is: one that ran instead, or the same with poison.
[[nodiscard]] QString originOf(const FutureQuery& query);
// The text that ran instead, as markup: what was kept pale, what was exchanged on a ground of its own.
[[nodiscard]] QString exchangedText(const FutureProving& proving, const QColor& kept, const QColor& ink, const QColor& ground);

// “9 rows, 82,944 numbers”.
[[nodiscard]] QString comparedOf(const core::FutureProof& proof);
[[nodiscard]] QString spanOf(core::Index first, core::Index last);   // "rows 0 to 8", "row 0"
// “exactly 0”, or the difference; "not a number" where poison was met.
[[nodiscard]] QString gapOf(double difference);
// What follows from the numbers.
[[nodiscard]] QString verdictOf(const FutureProving& proving);
[[nodiscard]] bool isProven(const FutureProving& proving);

}   // namespace ui
