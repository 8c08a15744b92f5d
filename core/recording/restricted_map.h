// Maps of a recorded head as it would be with other keys, beside its own.
#pragma once

#include "core/recording/attention_map.h"

namespace core {

// The softmax map of the head's recorded q and k over the pairs of `layout`, N × N. lse [1][N][1] is that of these pairs (see PatternEffect); the
// map keeps the recording alive. Precondition: the head exists.
[[nodiscard]] MapPtr restrictedMap(RecordingPtr recording, HeadId head, LayoutPtr layout, HeadRows lse);

// The pairs alone: every key of a row weighs the same, 1/n_i. Precondition: the head exists.
[[nodiscard]] MapPtr pairsMap(RecordingPtr recording, HeadId head, LayoutPtr layout);

// changed − own, cell by cell; signed, rows sum to 0 where `changed` keeps anything. Exists where `own` does: a pair that `changed` lacks has lost
// all its weight. Precondition: equal sizes, and `changed` allows no pair that `own` does not.
[[nodiscard]] MapPtr differenceMap(MapPtr changed, MapPtr own);

}   // namespace core
