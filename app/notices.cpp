#include "app/notices.h"

#include <cstdio>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/printable.h"
#include "core/text/unicode.h"

namespace app {

namespace {

std::vector<std::string>& waiting()
{
    static std::vector<std::string> lines;
    return lines;
}

}   // namespace

void say(std::string text) { waiting().push_back(std::move(text)); }

void printWhatWasSaid()
{
    for (const std::string& line : waiting()) fmt::print(stderr, "fovea: {}\n", core::printable(line));
}

void sayIfBroken(std::string_view text)
{
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::size_t parts = 0, first = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (core::nextCharacter(text, at) != U'\uFFFD' || text.substr(begin, at - begin) == kReplacement) continue;
        if (parts++ == 0) first = begin;
    }
    if (parts > 0)
        say(fmt::format("note: {} of the text {} no UTF-8, the first at byte {}; the model reads U+FFFD instead.",
                        parts == 1 ? "1 part" : fmt::format("{} parts", parts), parts == 1 ? "is" : "are", first));
}

void sayIfBeyondContext(core::Index tokens, const core::ModelConfig& config)
{
    if (config.context > 0 && tokens > config.context)
        say(fmt::format("note: the text has {} tokens; the model was trained on {} positions. What it does beyond them was never trained, and metrics "
                        "leave those rows out.",
                        tokens, config.context));
}

}   // namespace app
