// Any bytes as a pattern and as a plan: what parses comes back from its text, runs agree with the definition, refusals name a column.
#include "core/attention/attention_plan.h"
#include "core/attention/mask_mod.h"
#include "core/attention/pattern_template.h"
#include "core/attention/selection.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace core;
using fuzz::require;

constexpr Index kQueries = 5, kKeys = 9;

// A pattern that selects does so from numbers that have ties.
LayoutPtr layoutOf(const Pattern& pattern)
{
    if (!pattern.selects()) return std::make_shared<const BlockLayout>(pattern, kQueries, kKeys);
    RowMatrix values(kKeys, 2);
    for (Index i = 0; i < values.size(); ++i) values.data()[i] = float(i * i % 5 - 2);
    const HeadRows q = HeadRows(1, 2).appended(values.data(), kQueries, 2), k = HeadRows(1, 2).appended(values.data(), kKeys, 2);
    const auto chosen =
        chosenLayouts({.q = &q, .k = &k, .scale = 1.0f, .queries = {0, kQueries}, .heads = {{0, pattern, nullptr}}, .work = "A test"}, {});
    require(chosen.has_value(), "what selects has rows");
    return chosen->front();
}

void checkRows(const Pattern& pattern)
{
    const LayoutPtr made = layoutOf(pattern);
    const BlockLayout& layout = *made;
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
    const auto python = maskModSource(*pattern, kKeys);
    require(python ? python->find("def mask_mod(") != std::string::npos : !python.error().what.empty(), "a pattern is Python, or it is said why not");
}

void checkTemplate(const std::string& text)
{
    const auto patterns = patternsOfTemplate(text);
    if (!patterns) return require(!patterns.error().what.empty(), "a refusal says what is wrong");
    require(!patterns->empty() && patterns->size() <= kMostSwept, "a template is one pattern at least and not too many");
    const auto pattern = Pattern::parse(text);
    require(!pattern || (patterns->size() == 1 && patterns->front() == *pattern), "a pattern is the template of itself");
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
                                         "é",         "{",       "{1, 3-4}",  "where(",  "q",         "k % 2 == 0",  " and ",    " or ",  "not ",       "abs(",      "-",    "<",
                                         "landmarks(", "global(", "\"a\"",     "3-5",         ":",        "cells(", "offsets(0, 2)", "logsparse", "random(2, 1, 5)", "bigbird(2, 1, 5)",
                                         "topk(2)",   "moba(2, 1)", "lsh(2, 1, 3)", "routing(2, 1)", "nsa(2, 1, 2, 3)", "causal & ", "kv_groups(", "kv_groups(2)"};
    std::string input;
    for (std::int64_t n = random.below(14); n > 0; --n) input += oneOf(kParts, random);
    return input;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    checkPattern(input);
    checkPlan(input);
    checkTemplate(input);
    return 0;
}
