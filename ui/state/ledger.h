// Ledger: a derivation as printed numbers that a pocket calculator confirms. Each line is printed with as many decimals as it takes for the
// next line to follow from the printed digits alone, rounded as they stand; no more.
#pragma once

#include <vector>

#include <QString>

#include "ui/state/derivation.h"
#include "ui/state/document.h"
#include "ui/state/numbers.h"

namespace ui {

struct LedgerTerm {
    QString q;
    QString k;
    QString product;
};

struct Ledger {
    std::vector<LedgerTerm> terms;   // product = q·k
    QString sum;                     // Σ product, and Σ q·k
    QString scaling;                 // "÷ √8" or "× 0.25"
    QString score;                   // sum scaled
    QString lse;
    QString weight;         // exp(score − lse)
    QString firstWeight;    // w(query, 0)
    QString hiddenWeight;   // weight / (1 − firstWeight); empty unless the first token is hidden and something is left of the row
    QString writeNorm;
};

// Precondition: the pair is allowed.
[[nodiscard]] Ledger ledgerOf(const Derivation& derivation, FirstToken firstToken = FirstToken::Shown);

}   // namespace ui
