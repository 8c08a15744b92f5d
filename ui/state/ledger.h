// Ledger: a derivation as printed numbers that a pocket calculator confirms. Each line is printed with as many decimals as it takes for the
// next line to follow from the printed digits alone, rounded as they stand; no more.
#pragma once

#include <vector>

#include <QString>

#include "ui/state/derivation.h"
#include "ui/state/document.h"

namespace ui {

// "-0.0134" with a true minus sign (U+2212), fixed decimals; decimals < 0 are those of a mantissa, "1.49e−16"; "∞" and "not a number" are said, never drawn as digits.
[[nodiscard]] QString printed(double value, int decimals);
// The number that `printed` shows, back again. NaN when the text is no number.
[[nodiscard]] double numberIn(const QString& text);
// A share as percent with three significant digits, "87.8 %".
[[nodiscard]] QString percent(double share);

struct LedgerTerm {
    QString q;
    QString k;
    QString product;
};

struct Ledger {
    std::vector<LedgerTerm> terms;   // product = q·k
    QString sum;                     // Σ product
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
// A weight on its own: four decimals, more where it takes more to show three significant digits, and "1.49e−16" below a millionth.
[[nodiscard]] QString printedWeight(double weight);

}   // namespace ui
