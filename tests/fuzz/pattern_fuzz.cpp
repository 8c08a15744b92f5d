// Any bytes as a pattern and as a plan: what parses comes back from its text, runs agree with the definition, refusals name a column.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/attention/attention_plan.h"
#include "core/attention/block_layout.h"

namespace {

using namespace core;

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

void checkRows(const Pattern& pattern)
{
    constexpr Index kQueries = 5, kKeys = 9;
    const BlockLayout layout(pattern, kQueries, kKeys);
    Index pairs = 0;
    for (Index i = 0; i < kQueries; ++i) {
        KeyRuns expected;
        for (Index j = 0; j < kKeys; ++j)
            if (layout.allows(i, j)) appendRun(expected, {j, j + 1});
        require(layout.row(i) == expected, "runs are the allowed keys");
        pairs += countOf(expected);
    }
    require(layout.pairs() == pairs, "pairs are counted exactly");
}

void checkPattern(const std::string& text)
{
    const auto pattern = Pattern::parse(text);
    if (!pattern) return require(pattern.error().what.starts_with("column "), "a refusal names the column");
    const std::string shortest = pattern->text();
    const auto again = Pattern::parse(shortest);
    require(again && *again == *pattern, "parse(text()) is the pattern");
    require(again->text() == shortest, "the text of a text's pattern is that text");
    const auto json = Pattern::fromJson(pattern->toJson());
    require(json && *json == *pattern, "JSON gives the pattern back");
    checkRows(*pattern);
}

void checkPlan(const std::string& text)
{
    const auto plan = AttentionPlan::parse(text);
    if (!plan) return require(plan.error().what.starts_with("column "), "a refusal names the column");
    const auto again = AttentionPlan::parse(plan->text());
    require(again && *again == *plan, "parse(text()) is the plan");
    const auto json = AttentionPlan::fromJson(plan->toJson());
    require(json && *json == *plan, "JSON gives the plan back");
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    checkPattern(input);
    checkPlan(input);
    return 0;
}

#ifdef FOVEA_FUZZ_REPLAY
// Without a fuzzer: runs the given files, or texts put together from the language's own pieces when there are none.
#include "core/base/file.h"
#include "core/base/random.h"

int main(int count, char** paths)
{
    const auto run = [](const std::string& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); };
    for (int i = 1; i < count; ++i) run(core::readFile(paths[i], std::size_t(1) << 30).value());
    const char* parts[] = {"dense", "causal", "window(3)", "window(",  "!", "&",   "|",    "(",  ")",    ",", "7",
                           " ",     "all:",   "head 2.5:", "layer 1:", ";", "off", "mean", "\"", "\xff", "é"};
    core::Random random(1);
    for (int round = 0; count == 1 && round < 20000; ++round) {
        std::string input;
        for (std::int64_t n = random.below(14); n > 0; --n) input += parts[random.below(std::int64_t(std::size(parts)))];
        run(input);
    }
    return 0;
}
#endif
