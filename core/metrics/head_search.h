// Search of heads by a drawn pattern: how much of each drawn row's mass lies on the cells that were drawn, beyond what chance would put there.
//
//     score = mean over drawn rows i of  Σ_{j ∈ T_i ∩ A_i} P_ij  −  |T_i ∩ A_i| / n_i        A_i: the n_i allowed keys of row i, T_i: its drawn ones
//
// Chance is a row that looks at all its allowed keys alike. 1 − chance is the most a head can score, 0 is what an even head scores, and a head
// that looks elsewhere scores below 0. It describes where a head looks, as every metric does.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/attention/key_runs.h"
#include "core/base/result.h"
#include "core/recording/attention_map.h"

namespace core {

struct TargetRow {
    Index query = 0;
    KeyRuns keys;   // drawn ones; never empty
    friend bool operator==(const TargetRow&, const TargetRow&) = default;
};

// A set of drawn cells of an N × N grid, never empty.
class HeadTarget {
public:
    struct Cell {
        Index query = 0;
        Index key = 0;
    };
    // Any order, repeats allowed. Errors: BadInput without cells, and naming a cell outside the grid.
    [[nodiscard]] static Result<HeadTarget> create(Index tokens, const std::vector<Cell>& cells);
    // One rectangle of cells for each stroke of a coarse grid. Errors: the same.
    struct Block {
        Span queries;
        Span keys;
        friend bool operator==(const Block&, const Block&) = default;
    };
    [[nodiscard]] static Result<HeadTarget> create(Index tokens, const std::vector<Block>& blocks);

    [[nodiscard]] Index tokens() const { return m_tokens; }                        // N
    [[nodiscard]] const std::vector<TargetRow>& rows() const { return m_rows; }   // ascending
    [[nodiscard]] Index cells() const;
    friend bool operator==(const HeadTarget&, const HeadTarget&) = default;

private:
    HeadTarget(Index tokens, std::vector<TargetRow> rows) : m_tokens(tokens), m_rows(std::move(rows)) {}
    Index m_tokens;
    std::vector<TargetRow> m_rows;
};

// Means over the drawn rows of which this head may look at some drawn cell; absent cells never count, neither as mass nor as chance.
struct HeadMatch {
    HeadId head;
    Index rows = 0;        // over which the means go
    double mass = 0.0;     // of the weight on drawn cells
    double chance = 0.0;   // what even rows would put there
    [[nodiscard]] std::optional<double> score() const { return rows > 0 ? std::optional(mass - chance) : std::nullopt; }
};

// Rows past `trainedContext` (0 = no limit) and past the map are left out. Exact: from the cells themselves. Errors: Cancelled, within
// milliseconds of the request.
[[nodiscard]] Result<HeadMatch> matchOf(const AttentionMap& map, const HeadTarget& target, HeadId head, Index trainedContext = 0,
                                        const std::stop_token& stop = {});
// Every head in (layer, head) order, parallel over heads. Errors: BadInput with both sizes for a target of another text; Cancelled.
[[nodiscard]] Result<std::vector<HeadMatch>> headSearch(const RecordingPtr& recording, const HeadTarget& target, const std::stop_token& stop = {});

}   // namespace core
