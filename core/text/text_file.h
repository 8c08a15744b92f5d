// Texts as people save them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace core {

// The text in the bytes of a file, the same whichever editor saved it: a UTF-8 byte order mark at the front is dropped, and the line ends CR LF
// become LF, as a model met them in training; a CR alone stays. Spans of tokens therefore count bytes of this text and not of the file. `name` stands in
// messages. Errors: BadFile for what is no text: UTF-16, told by its byte order mark, bytes that are no UTF-8, and NUL.
[[nodiscard]] Result<std::string> textOf(std::string bytes, std::string_view name);

// Errors: those of readFile and textOf.
[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& path, std::size_t limit);

}   // namespace core
