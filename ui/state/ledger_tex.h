// A derivation as TeX: an align* block for amsmath, with the digits of the ledger and nothing that a plain document would stumble over.
#pragma once

#include <QString>

#include "ui/state/ledger.h"

namespace ui {

struct PairNames {
    QString query;   // labels of the tokens
    QString key;
};

// Precondition: the pair is allowed and a softmax made the row; `ledger` is that of `derivation`.
[[nodiscard]] QString texOf(const Derivation& derivation, const Ledger& ledger, const PairNames& names);

// What somebody wrote, as text in a formula. TeX's own characters are escaped, accents are written as commands, and what its standard fonts do not
// have stands as its code, "U+732B".
[[nodiscard]] QString texText(const QString& text);

// A printed number: "-0.0134", "1.49\times 10^{-16}".
[[nodiscard]] QString texNumber(const QString& printed);

}   // namespace ui
