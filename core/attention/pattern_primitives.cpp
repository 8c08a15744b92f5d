// The table of primitives: design document, section 8. p is the query's absolute position, j the key's.
#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "core/attention/pattern_node.h"

namespace core {

namespace {

constexpr Index kLargest = 1'000'000'000;   // of every parameter: sums of two fit easily

std::optional<Band> everything(const Arguments&) { return Band{}; }
std::optional<Band> past(const Arguments&) { return Band{.ahead = 0}; }
std::optional<Band> near(const Arguments& a) { return Band{.back = a[0] - 1, .ahead = a[0] - 1}; }

template<std::optional<Band> (*band)(const Arguments&)>
KeyRuns bandRuns(const Arguments& arguments, Index p, Index keys)
{
    KeyRuns runs;
    appendRun(runs, band(arguments)->keysOf(p, {0, keys}));
    return runs;
}

const std::vector<Primitive>& table()
{
    static const std::vector<Primitive> entries{
        {"dense", {}, [](const Arguments&, Index, Index) { return true; }, bandRuns<everything>, everything},
        {"causal", {}, [](const Arguments&, Index p, Index j) { return j <= p; }, bandRuns<past>, past},
        {"window", {{"w", 1, kLargest}}, [](const Arguments& a, Index p, Index j) { return std::abs(p - j) < a[0]; }, bandRuns<near>, near},
    };
    return entries;
}

}   // namespace

std::span<const Primitive> primitives() { return table(); }

const Primitive* findPrimitive(std::string_view name)
{
    const auto found = std::find_if(table().begin(), table().end(), [&](const Primitive& p) { return p.name == name; });
    return found == table().end() ? nullptr : &*found;
}

std::string signatureOf(const Primitive& primitive)
{
    if (primitive.parameters.empty()) return std::string(primitive.name);
    std::vector<std::string_view> letters;
    for (const Parameter& parameter : primitive.parameters) letters.push_back(parameter.letter);
    return fmt::format("{}({})", primitive.name, fmt::join(letters, ", "));
}

std::string signatureList()
{
    std::vector<std::string> signatures;
    for (const Primitive& primitive : table()) signatures.push_back(signatureOf(primitive));
    return fmt::format("{}", fmt::join(signatures, ", "));
}

std::optional<std::string> complaintAbout(const Primitive& primitive, const Arguments& arguments)
{
    if (arguments.size() != primitive.parameters.size())
        return fmt::format("{} was given {} {}, expected {}.", primitive.name, arguments.size(), arguments.size() == 1 ? "number" : "numbers",
                           signatureOf(primitive));
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Parameter& parameter = primitive.parameters[i];
        if (arguments[i] < parameter.lowest || arguments[i] > parameter.highest)
            return fmt::format("{} of {} is {}, expected {} to {}.", parameter.letter, signatureOf(primitive), arguments[i], parameter.lowest,
                               parameter.highest);
    }
    return std::nullopt;
}

}   // namespace core
