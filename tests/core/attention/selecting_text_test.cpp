// The text form of patterns that select: where they may stand, what their numbers may be, which brackets are kept.
#include <gtest/gtest.h>

#include "core/attention/pattern.h"

namespace {

using core::Pattern;

Pattern parsed(const std::string& text)
{
    const auto pattern = Pattern::parse(text);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern.value_or(Pattern());
}

TEST(SelectingText, MistakesAreExplainedAtTheirColumn)
{
    struct Mistake {
        const char* text;
        const char* what;
    };
    const Mistake mistakes[] = {
        {"topk(8)", "column 1: topk(8) chooses among what other patterns allow."},
        {"causal | topk(8)", "column 10: topk(8) chooses among what other patterns allow."},
        {"moba(4, 2) | causal", "column 1: moba(4, 2) chooses among what other patterns allow."},
        {"causal & !topk(8)", "column 11: topk(8) chooses among what other patterns allow."},
        {"causal & (topk(8) | dense)", "column 11: topk(8) chooses among what other patterns allow."},
        {"causal & topk(8) & moba(4, 2)", "column 20: this & has a pattern that chooses already, and moba(4, 2) is another one."},
        {"causal & topk(0)", "column 15: k of topk(k) is out of range."},
        {"causal & topk", "column 10: topk was given 0 numbers, expected topk(k)."},
        {"causal & lsh(3, 1, 0)", "column 10: buckets of lsh(buckets, rounds, seed) is 3, expected an even number."},
        {"causal & lsh(5000, 1, 0)", "column 14: buckets of lsh(buckets, rounds, seed) is out of range."},
        {"causal & nsa(32, 16, 64, 2)", "column 26: n of nsa(l, s, b, n) is out of range."},
        {"causal & nsa(32, 15, 64, 3)", "column 10: s of nsa(l, s, b, n) is 15, which does not divide l = 32 and b = 64."},
        {"causal & nsa(64, 16, 32, 3)", "column 10: l of nsa(l, s, b, n) is 64, expected at most b = 32."},
    };
    for (const Mistake& mistake : mistakes) {
        const auto pattern = Pattern::parse(mistake.text);
        ASSERT_FALSE(pattern) << mistake.text;
        EXPECT_EQ(pattern.error().what, mistake.what);
        EXPECT_EQ(pattern.error().fault, core::Fault::BadInput);
    }
    EXPECT_EQ(Pattern::parse("topk(8)").error().remedy, "Write what it chooses among beside it, as in causal & topk(8).");
    EXPECT_EQ(Pattern::parse("causal & topk(8) & moba(4, 2)").error().remedy,
              "Put what chooses first in brackets, as in (causal & topk(8)) & moba(4, 2).");
}

// Brackets are kept where a pattern would else choose among other pairs, and only there.
TEST(SelectingText, ChoicesKeepTheBracketsThatMatter)
{
    for (const auto& [text, printed] : {std::pair<const char*, const char*>{"(causal) & (topk(2))", "causal & topk(2)"},
                                        {"causal & (window(3) & topk(2))", "causal & window(3) & topk(2)"},
                                        {"(causal & topk(8)) & moba(4, 2)", "(causal & topk(8)) & moba(4, 2)"},
                                        {"(causal & topk(2)) & (dense & topk(3)) & window(4)", "(causal & topk(2)) & (dense & topk(3)) & window(4)"},
                                        {"(causal & window(3)) & (dense | causal & topk(2))", "causal & window(3) & (dense | causal & topk(2))"},
                                        {"((causal | dense & topk(1)) & window(2)) & topk(5)", "((causal | dense & topk(1)) & window(2)) & topk(5)"},
                                        {"!(causal & topk(2)) & window(4)", "!(causal & topk(2)) & window(4)"}}) {
        EXPECT_EQ(parsed(text).text(), printed);
        EXPECT_EQ(parsed(printed), parsed(text));
        EXPECT_TRUE(parsed(text).selects());
    }
    EXPECT_FALSE(parsed("causal & window(3)").selects());
    EXPECT_EQ(Pattern::causal() & parsed("window(3) & topk(2)"), parsed("causal & window(3) & topk(2)"));
    EXPECT_NE(parsed("causal & topk(2)"), parsed("causal & topk(3)"));
}

}   // namespace
