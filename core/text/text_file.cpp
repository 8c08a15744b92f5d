#include "core/text/text_file.h"

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/text/unicode.h"

namespace core {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16Marks[] = {"\xFF\xFE", "\xFE\xFF"};

void joinLineEnds(std::string& text)
{
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (!std::string_view(text).substr(at).starts_with("\r\n")) text[kept++] = text[at];
    text.resize(kept);
}

}   // namespace

Result<std::string> textOf(std::string bytes, std::string_view name)
{
    for (const std::string_view mark : kUtf16Marks)
        if (bytes.starts_with(mark)) return fail(Fault::BadFile, fmt::format("{} is UTF-16 text.", name), "Save it as UTF-8.");
    if (!isValidUtf8(bytes) || bytes.find('\0') != std::string::npos)
        return fail(Fault::BadFile, fmt::format("{} is no UTF-8 text.", name), "Choose a text file, or save the text as UTF-8.");
    if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    joinLineEnds(bytes);
    return bytes;
}

Result<std::string> readTextFile(const std::filesystem::path& path, std::size_t limit)
{
    FOVEA_TRY(bytes, readFile(path, limit));
    return textOf(std::move(bytes), path.string());
}

}   // namespace core
