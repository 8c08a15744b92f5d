#include "ui/state/ledger.h"

#include <algorithm>
#include <cmath>

#include "ui/state/numbers.h"

namespace ui {

namespace {

constexpr int kFewestDecimals = 4;
constexpr int kMostDecimals = 12;   // a float's decimals say nothing new beyond

// What a reader of `printed` types; digits are read without a locale's signs where they can be.
double rounded(double value, int decimals)
{
    if (decimals < 0 || !std::isfinite(value)) return numberIn(printed(value, decimals));
    return QByteArray::number(value, 'f', decimals).toDouble();
}

// The smallest number of decimals, at least `from`, with which `holds` is true.
template<class Condition>
int fewestDecimals(int from, const Condition& holds)
{
    int decimals = from;
    while (decimals < kMostDecimals && !holds(decimals)) ++decimals;
    return decimals;
}

double productOf(const ProductTerm& term) { return double(term.q) * double(term.k); }

double sumOf(const std::vector<ProductTerm>& terms, int decimals)
{
    double sum = 0.0;
    for (const ProductTerm& term : terms) sum += rounded(productOf(term), decimals);
    return sum;
}

// Whether factors of so many decimals give each printed product, and the printed sum by themselves too: not everybody rounds on the way.
bool factorsHold(const std::vector<ProductTerm>& terms, int decimals, int productDecimals, int sumDecimals, const QString& total)
{
    double sum = 0.0;
    for (const ProductTerm& term : terms) {
        const double product = rounded(double(term.q), decimals) * rounded(double(term.k), decimals);
        if (printed(product, productDecimals) != printed(productOf(term), productDecimals)) return false;
        sum += product;
    }
    return printed(sum, sumDecimals) == total;
}

// What stands on each line of a ledger, decided from the result upwards.
struct Decimals {
    int weight = 0, first = 0, score = 0, sum = 0, product = 0, factor = 0;
};

bool showsHidden(const Derivation& d, FirstToken firstToken) { return firstToken == FirstToken::Hidden && d.isRenormalisable(); }

// `more` digits than that, be they behind the point or of a mantissa.
int withMore(int decimals, int more) { return decimals < 0 ? std::max(decimals - more, -kMostDecimals) : std::min(decimals + more, kMostDecimals); }

// The weight and the first token's beside it; where that one is hidden, with as many digits as the division by what is left of the row needs.
Decimals weightsOf(const Derivation& d, FirstToken firstToken)
{
    const auto with = [&](int more) {
        return Decimals{.weight = withMore(weightDecimals(d.weight), more), .first = withMore(weightDecimals(double(d.firstWeight)), more)};
    };
    if (!showsHidden(d, firstToken)) return with(0);
    const auto follows = [&](int more) {
        const double quotient = rounded(d.weight, with(more).weight) / (1.0 - rounded(double(d.firstWeight), with(more).first));
        return printed(quotient, weightDecimals(d.renormalised())) == printedWeight(d.renormalised());
    };
    return with(fewestDecimals(0, follows));
}

Decimals decimalsOf(const Derivation& d, FirstToken firstToken, double sum)
{
    Decimals result = weightsOf(d, firstToken);
    const QString weight = printed(d.weight, result.weight);
    result.score =
        fewestDecimals(kFewestDecimals, [&](int n) { return printed(std::exp(rounded(d.score, n) - rounded(d.lse, n)), result.weight) == weight; });
    const QString score = printed(d.score, result.score);
    result.sum = fewestDecimals(result.score, [&](int n) { return printed(d.scaled(rounded(sum, n)), result.score) == score; });
    const QString total = printed(sum, result.sum);
    result.product = fewestDecimals(result.sum, [&](int n) { return printed(sumOf(d.terms, n), result.sum) == total; });
    result.factor = fewestDecimals(result.product, [&](int n) { return factorsHold(d.terms, n, result.product, result.sum, total); });
    return result;
}

}   // namespace

Ledger ledgerOf(const Derivation& d, FirstToken firstToken)
{
    double sum = 0.0;
    for (const ProductTerm& term : d.terms) sum += productOf(term);
    const Decimals decimals = decimalsOf(d, firstToken, sum);

    Ledger ledger;
    for (const ProductTerm& term : d.terms)
        ledger.terms.push_back(
            {printed(double(term.q), decimals.factor), printed(double(term.k), decimals.factor), printed(productOf(term), decimals.product)});
    ledger.sum = printed(sum, decimals.sum);
    ledger.scaling = d.dividesByRootOfWidth() ? QStringLiteral("÷ √%1").arg(d.terms.size()) : QStringLiteral("× %1").arg(d.scale, 0, 'g', 9);
    ledger.score = printed(d.score, decimals.score);
    ledger.lse = printed(d.lse, decimals.score);
    ledger.weight = printed(d.weight, decimals.weight);
    ledger.writeNorm = printedWeight(d.writeNorm);
    if (showsHidden(d, firstToken)) {
        ledger.firstWeight = printed(double(d.firstWeight), decimals.first);
        ledger.hiddenWeight = printedWeight(d.renormalised());
    }
    return ledger;
}

}   // namespace ui
