#include "ui/state/ledger.h"

#include <cmath>

#include <gtest/gtest.h>

namespace {

using namespace ui;

TEST(Ledger, ATinyWeightFollowsFromItsPrintedScoreAndHasAShortLine)
{
    Derivation d{.head = {}, .pair = {3, 1}, .allowed = true, .terms = {}, .pattern = {}, .strongest = {}};
    d.terms = {{.q = -4.25f, .k = 6.5f}, {.q = 1.0f, .k = -1.3125f}};
    d.scale = 0.5;
    d.score = 0.5 * (-4.25 * 6.5 - 1.3125);
    d.lse = 21.0;
    d.weight = std::exp(d.score - d.lse);
    d.firstWeight = 0.875f;
    for (const FirstToken first : {FirstToken::Shown, FirstToken::Hidden}) {
        const Ledger ledger = ledgerOf(d, first);
        EXPECT_LE(ledger.weight.size(), 16) << ledger.weight.toStdString();
        EXPECT_NEAR(std::exp(numberIn(ledger.score) - numberIn(ledger.lse)) / numberIn(ledger.weight), 1.0, 0.005);
        if (first == FirstToken::Hidden && !ledger.hiddenWeight.isEmpty()) {
            EXPECT_NEAR(numberIn(ledger.weight) / (1.0 - numberIn(ledger.firstWeight)) / numberIn(ledger.hiddenWeight), 1.0, 0.005);
        }
    }
}

}   // namespace
