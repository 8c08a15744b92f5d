// Files: mapped reading and write-and-rename saving. The only place that talks to the operating system's file calls.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace core {

// A file mapped read-only. Copies share the mapping, which lives as long as one of them.
class MappedFile {
public:
    // Errors: BadFile when the file is missing, a folder, or unreadable.
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);
    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

private:
    std::shared_ptr<const void> m_mapping;
    std::span<const std::byte> m_bytes;
};

// Whole file as bytes. Errors: BadFile, also when it is larger than `limit` bytes (both numbers are named).
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

// Writes to a temporary file beside `path` and renames it, so that `path` holds either the old or the complete new content.
// `write` receives a sink that may be called any number of times. Errors: System with the reason; those of `write`.
using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& path, const std::function<Result<void>(const ByteSink&)>& write);
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& path, std::string_view content);

// The folder of the running program; empty when the system does not tell.
[[nodiscard]] std::filesystem::path programFolder();

// Where built-in resources (`models/`, `samples/` …) lie: beside an installed program (../share/fovea) or in the source tree it was built from.
// Errors: BadFile naming the places that were tried.
[[nodiscard]] Result<std::filesystem::path> resourceFolder(std::string_view name);

}   // namespace core
