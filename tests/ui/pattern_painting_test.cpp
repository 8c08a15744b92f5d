#include "ui/state/pattern_painting.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace ui {
namespace {

using core::Index;
using core::Pattern;
using core::Stroke;

constexpr Index kTokens = 12;

// The law: exactly the pairs of the stroke change, and to what was asked for.
void expectPainted(const QString& before, const QString& after, const core::CellBlock& stroke, Stroke kind)
{
    const Pattern was = Pattern::parse(before.toStdString()).value(), is = Pattern::parse(after.toStdString()).value();
    const bool isCausal = before.startsWith("causal");
    for (Index p = 0; p < kTokens; ++p) {
        for (Index j = 0; j < kTokens; ++j) {
            const bool inside = stroke.queries.contains(p) && stroke.keys.contains(j);
            const bool wanted = inside ? kind == Stroke::Paint && !(isCausal && j > p) : was.allows({p}, {j}, kTokens);
            ASSERT_EQ(is.allows({p}, {j}, kTokens), wanted) << before.toStdString() << " to " << after.toStdString() << " at " << p << ", " << j;
        }
    }
}

TEST(PatternPainting, ChangesThePairsOfTheStrokeAndNoOthers)
{
    core::Random random(3);
    for (const char* start : {"dense", "causal", "causal & window(3)", "sinks(1) | window(2)", "cells(3:1)", "!cells(2-4:0-3)",
                              "window(2) & blocks(4)", "causal & (window(2) | cells(5:0)) & !cells(6:6)", "!(window(2) | sinks(1))"}) {
        QString pattern = QString::fromLatin1(start);
        for (int i = 0; i < 40; ++i) {
            const Index query = Index(random.uniform() * double(kTokens)), key = Index(random.uniform() * double(kTokens));
            const core::CellBlock stroke{{query, std::min<Index>(kTokens, query + 1 + Index(random.uniform() * 4))},
                                         {key, std::min<Index>(kTokens, key + 1 + Index(random.uniform() * 4))}};
            const Stroke kind = random.uniform() < 0.5 ? Stroke::Paint : Stroke::Erase;
            const auto painted = afterStrokes(pattern, {stroke}, kind);
            ASSERT_TRUE(painted) << painted.error().what;
            expectPainted(pattern, *painted, stroke, kind);
            ASSERT_LE(painted->count("cells("), 3) << painted->toStdString();
            pattern = *painted;
        }
    }
}

TEST(PatternPainting, TakenBackIsWhatThereWas)
{
    const QString pattern = "causal & (window(2) | sinks(1))";
    const core::CellBlock stroke{{7, 9}, {2, 4}};
    const auto painted = afterStrokes(pattern, {stroke}, Stroke::Paint);
    ASSERT_TRUE(painted);
    EXPECT_TRUE(painted->contains("cells(7-8:2-3)")) << painted->toStdString();
    const auto erased = afterStrokes(*painted, {stroke}, Stroke::Erase);
    ASSERT_TRUE(erased);
    expectPainted(*painted, *erased, stroke, Stroke::Erase);
}

TEST(PatternPainting, SeveralStrokesAreWhatTheyAreOneByOne)
{
    const core::CellBlocks strokes{{{3, 5}, {0, 2}}, {{4, 9}, {1, 3}}, {{8, 9}, {8, 9}}};
    for (const char* start : {"causal & window(2)", "dense", "!(window(2) | sinks(1))"}) {
        for (const Stroke kind : {Stroke::Paint, Stroke::Erase}) {
            QString oneByOne = start;
            for (const core::CellBlock& stroke : strokes) oneByOne = afterStrokes(oneByOne, {stroke}, kind).value();
            const Pattern a = Pattern::parse(oneByOne.toStdString()).value(), b = Pattern::parse(afterStrokes(start, strokes, kind)->toStdString()).value();
            for (Index p = 0; p < kTokens; ++p)
                for (Index j = 0; j < kTokens; ++j) ASSERT_EQ(a.allows({p}, {j}, kTokens), b.allows({p}, {j}, kTokens)) << start;
        }
    }
}

TEST(PatternPainting, WhatCannotBeReadSaysSo) { EXPECT_FALSE(afterStrokes("window(", {{{0, 1}, {0, 1}}}, Stroke::Paint)); }

}   // namespace
}   // namespace ui
