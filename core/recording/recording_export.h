// A recording as a safetensors file that any NumPy, PyTorch or Rust reader opens:
//
//   tokens            I32 [N]
//   logits            F32 [N, V] or [1, V]; left out when the recording has none
//   layer.{l}.q       F32 [H, N, d]          after positional encoding
//   layer.{l}.k, .v   F32 [H_kv, N, d]
//   layer.{l}.lse     F32 [H, N]             −∞ for a row without keys
//   layer.{l}.weights F32 [H, N, N]          only when asked for; 0 where absent
//   layer.{l}.allowed U8  [H, N, N]          only with weights; 1 = the pair exists
//
// metadata: model; token_texts (JSON array, one text for each token); plan (JSON: for each layer a list with the text form of each head's
// mechanism); fovea_version.
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/formats/safetensors.h"
#include "core/recording/recording.h"

namespace core {

struct ExportOptions {
    bool weights = false;
    // Heads whose weights matter; empty: all. A layer's tensor always holds all of its H heads, so that weights[h] is head h in every file:
    // layers without a kept head have no `weights` and no `allowed`. q, k, v and lse of every layer are there in any case.
    std::vector<HeadId> keep;
};

// What the size of a file depends on. Known before a run, so that one that will not fit need not begin.
struct ExportShape {
    Index tokens = 0;
    Index layers = 0;
    Index heads = 0;
    Index kvHeads = 0;
    Index headDim = 0;
    Index logits = 0;   // numbers of all rows that are kept
};
[[nodiscard]] ExportShape shapeOf(const Recording& recording);

// Bytes of tensor data that the file will hold; the header adds a few kilobytes.
[[nodiscard]] std::int64_t exportBytes(const ExportShape& shape, const ExportOptions& options);

// Errors: System with both sizes when the disk has less room than that.
[[nodiscard]] Result<void> checkExportRoom(std::int64_t bytes, const std::filesystem::path& path);

// Whether a file that was opened is such a recording.
[[nodiscard]] bool isRecording(const Safetensors& file);

// Writes the file in one pass; weights are recomputed in strips while it is written and are never in memory at once.
// Errors: BadInput for a kept head that the recording lacks; those of checkExportRoom; System when the disk refuses; OverBudget; Cancelled, within
// milliseconds of the request. `path` holds its old content, or nothing, unless all went well.
[[nodiscard]] Result<void> exportRecording(const RecordingPtr& recording, const std::filesystem::path& path, const ExportOptions& options = {},
                                           const std::stop_token& stop = {});

}   // namespace core
