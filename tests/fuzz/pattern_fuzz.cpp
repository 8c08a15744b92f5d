// Any bytes as a pattern and as a plan: what parses comes back from its text, runs agree with the definition, refusals name a column.
#include "core/attention/attention_plan.h"
#include "core/attention/block_layout.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace core;
using fuzz::require;

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

std::string fuzz::madeInput(core::Random& random)
{
    static const std::string kParts[] = {"dense",     "causal",  "window(3)", "window(",     "!",        "&",     "|",          "(",         ")",    ",",
                                         "7",         " ",       "all:",      "head 2.5:",   "layer 1:", ";",     "off",        "mean",      "\"",   "\xff",
                                         "é",         "where(",  "q",         "k % 2 == 0",  " and ",    " or ",  "not ",       "abs(",      "-",    "<",
                                         "landmarks(", "global(", "\"a\"",     "3-5",         ":",        "cells(", "offsets(0, 2)", "logsparse", "random(2, 1, 5)", "bigbird(2, 1, 5)"};
    std::string input;
    for (std::int64_t n = random.below(14); n > 0; --n) input += oneOf(kParts, random);
    return input;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    checkPattern(input);
    checkPlan(input);
    return 0;
}
