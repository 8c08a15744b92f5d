// Files: reading at any place, and write-and-rename saving. The only place that talks to the operating system's file calls.
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

// A file open for reading. Copies share it; it stays readable when its name is gone. It is not mapped, because a mapped file that another program
// shortens ends this one.
class InputFile {
public:
    // Errors: BadFile when the file is missing, unreadable, or no ordinary file.
    [[nodiscard]] static Result<InputFile> open(const std::filesystem::path& path);
    [[nodiscard]] std::size_t size() const { return m_size; }   // bytes, when it was opened
    // Fills `out` with the bytes from `at` on. Errors: BadFile, also when the file has become shorter.
    [[nodiscard]] Result<void> read(std::size_t at, std::span<std::byte> out) const;

private:
    std::filesystem::path m_path;
    std::shared_ptr<const void> m_owner;   // closes m_descriptor
    int m_descriptor = -1;
    std::size_t m_size = 0;
};

// Whole file as bytes. Errors: BadFile, also when it is no ordinary file, or larger than `limit` bytes (both numbers are named); OverBudget.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);
// The same for what may also be a pipe, to its end, waiting for whoever writes it: not for paths that come with a stranger's files.
[[nodiscard]] Result<std::string> readStream(const std::filesystem::path& path, std::size_t limit);
[[nodiscard]] Result<std::string> readStandardInput(std::size_t limit);

// The file that saving to `path` writes: links are followed, so that they stay links. Errors: System when something is there that is no ordinary
// file and would be destroyed (a folder, a pipe, a device), or when the folder does not exist.
[[nodiscard]] Result<std::filesystem::path> fileToSave(const std::filesystem::path& path);

// Writes to a temporary file beside fileToSave(path) and renames it, so that `path` holds either the old or the complete new content. A file that
// is replaced keeps its permissions. `write` receives a sink that may be called any number of times.
// Errors: those of fileToSave; System with the reason; OverBudget; those of `write`.
using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& path, const std::function<Result<void>(const ByteSink&)>& write);
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& path, std::string_view content);

// The folder of the running program; empty when the system does not tell.
[[nodiscard]] std::filesystem::path programFolder();

// Where built-in resources (`models/`, `samples/` …) lie: beside an installed program (../share/fovea) or in the source tree it was built from.
// Errors: BadFile naming the places that were tried.
[[nodiscard]] Result<std::filesystem::path> resourceFolder(std::string_view name);

}   // namespace core
