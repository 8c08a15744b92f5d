#include "core/base/memory.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <charconv>
#include <cmath>
#include <fstream>
#include <limits>

#include <fmt/format.h>

namespace core {

namespace {

std::atomic<std::int64_t> g_budget{0};   // 0: not decided yet

struct Unit {
    std::string_view name;
    double factor;
};
constexpr Unit kUnits[] = {{"TB", 1e12}, {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}};

}   // namespace

std::int64_t freeMemory()
{
    std::ifstream info("/proc/meminfo");   // absent elsewhere: the answer is then "unknown"
    std::string key, unit;
    for (std::int64_t amount = 0; info >> key >> amount; std::getline(info, unit))
        if (key == "MemAvailable:") return amount * 1024;
    return 0;
}

std::int64_t memoryBudget()
{
    if (g_budget == 0) {
        const std::int64_t available = freeMemory();
        std::int64_t undecided = 0;
        g_budget.compare_exchange_strong(undecided, available > 0 ? available / 2 : std::int64_t(2) << 30);
    }
    return g_budget;
}

void setMemoryBudget(std::int64_t bytes) { g_budget = bytes; }

Result<void> withinBudget(std::int64_t bytes, std::string_view work, std::string remedy)
{
    const std::int64_t budget = memoryBudget();
    if (bytes <= budget) return {};
    return fail(Fault::OverBudget, fmt::format("{} would need {}, and the memory budget is {}.", work, formatBytes(bytes), formatBytes(budget)),
                std::move(remedy));
}

std::string formatBytes(std::int64_t bytes)
{
    if (bytes < 1000) return fmt::format("{} byte{}", bytes, bytes == 1 ? "" : "s");
    // To three digits before the unit is chosen: 999.7 MB is 1 GB.
    const double digit = std::pow(10.0, std::floor(std::log10(double(bytes))) - 2);
    const double rounded = std::round(double(bytes) / digit) * digit;
    const auto unit = std::ranges::find_if(kUnits, [&](const Unit& u) { return rounded >= u.factor; });
    return fmt::format("{} {}", rounded / unit->factor, unit->name);
}

Result<std::int64_t> parseBytes(std::string_view text)
{
    const auto wrong = [&] {
        return fail(Fault::BadInput, fmt::format("\"{}\" is no amount of memory.", text), "Write a number and a unit, such as 800M or 2GB.");
    };
    double number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || !std::isfinite(number)) return wrong();
    std::string unit;
    for (const char* c = rest; c != text.data() + text.size(); ++c)
        if (*c != ' ') unit += char(std::toupper(static_cast<unsigned char>(*c)));
    double factor = 0;
    if (unit.empty() || unit == "B") factor = 1;
    for (const Unit& known : kUnits)
        if (!unit.empty() && unit[0] == char(std::toupper(static_cast<unsigned char>(known.name[0]))) && (unit.size() == 1 || unit == "KB" || unit == known.name))
            factor = known.factor;
    const double bytes = number * factor;
    if (factor == 0 || bytes < 1 || bytes > double(std::numeric_limits<std::int64_t>::max() / 2)) return wrong();
    return std::int64_t(bytes);
}

}   // namespace core
