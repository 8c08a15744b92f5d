// A session in one JSON file: what it is about, and how it was looked at. It opens again to the same picture.
//
//     {"format": "fovea session", "version": 1, "text": …, "model": …, "plan": …, "head": [layer, head],
//      "pin": {"query": [begin, end, part], "key": […]}, "cells": [left, top, width, height],
//      "second": {"text": …, "pin": {…}, "cells": […]}, "view": {…}}
//
// Places in the text count UTF-16 units. "pin", "cells" (the part of the matrix on screen) and "second" may be absent: nothing is pinned, all is
// seen, there is no sentence beside the first.
#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include <QRectF>

#include "core/base/result.h"
#include "ui/state/document.h"

namespace ui {

inline constexpr const char* kSessionSuffix = ".fovea.json";

using CellsSeen = std::array<std::optional<QRectF>, kSides.size()>;   // of each sentence's matrix; null: all of it

struct SavedSession {
    DocumentState document{};
    ViewState view{};
    CellsSeen cells{};
};

// What of the view suits the person who saves it, and not the picture, stays out.
[[nodiscard]] std::string sessionText(const SavedSession& session);
// `view`: of the person who opens it. Errors: BadFile naming the file and the field; Unsupported for a later version.
[[nodiscard]] core::Result<SavedSession> sessionOf(std::string_view text, const std::string& name, const ViewState& view);
// Errors: the same, and those of reading a text file.
[[nodiscard]] core::Result<SavedSession> readSession(const std::filesystem::path& file, const ViewState& view);

}   // namespace ui
