#include "ui/state/ledger.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

namespace ui {

namespace {

constexpr int kFewestDecimals = 4;
constexpr int kMostDecimals = 12;   // a float's decimals say nothing new beyond

double rounded(double value, int decimals) { return numberIn(printed(value, decimals)); }

// The smallest number of decimals, at least `from`, with which `holds` is true.
template<class Condition>
int fewestDecimals(int from, const Condition& holds)
{
    int decimals = from;
    while (decimals < kMostDecimals && !holds(decimals)) ++decimals;
    return decimals;
}

int weightDecimals(double weight)
{
    if (!(weight > 0.0)) return kFewestDecimals;
    return std::clamp(2 - int(std::floor(std::log10(weight))), kFewestDecimals, kMostDecimals);
}

double productOf(const ProductTerm& term) { return double(term.q) * double(term.k); }

double sumOf(const std::vector<ProductTerm>& terms, int decimals)
{
    double sum = 0.0;
    for (const ProductTerm& term : terms) sum += rounded(productOf(term), decimals);
    return sum;
}

// What stands on each line of a ledger, decided from the result upwards.
struct Decimals {
    int weight = 0, score = 0, sum = 0, product = 0, factor = 0;
};

Decimals decimalsOf(const Derivation& d, double sum)
{
    const auto scaled = [&](double value) { return d.dividesByRootOfWidth() ? value / std::sqrt(double(d.terms.size())) : value * d.scale; };
    Decimals result;
    result.weight = weightDecimals(double(d.weight));
    const QString weight = printed(double(d.weight), result.weight);
    result.score = fewestDecimals(kFewestDecimals,
                                  [&](int n) { return printed(std::exp(rounded(scaled(sum), n) - rounded(d.lse, n)), result.weight) == weight; });
    const QString score = printed(scaled(sum), result.score);
    result.sum = fewestDecimals(result.score, [&](int n) { return printed(scaled(rounded(sum, n)), result.score) == score; });
    const QString total = printed(sum, result.sum);
    result.product = fewestDecimals(result.sum, [&](int n) { return printed(sumOf(d.terms, n), result.sum) == total; });
    result.factor = fewestDecimals(result.product, [&](int n) {
        return std::all_of(d.terms.begin(), d.terms.end(), [&](const ProductTerm& term) {
            const double product = rounded(double(term.q), n) * rounded(double(term.k), n);
            return printed(product, result.product) == printed(productOf(term), result.product);
        });
    });
    return result;
}

// The line of the hidden first token: as many decimals in the quotient as printed numbers can confirm.
void hideFirst(Ledger& ledger, const Derivation& d)
{
    const double rest = 1.0 - double(d.firstWeight);
    if (d.pair.key == 0 || !(rest > 0.0)) return;
    const double hidden = double(d.weight) / rest;
    for (int decimals = weightDecimals(hidden); decimals > 0 && ledger.hiddenWeight.isEmpty(); --decimals) {
        const auto confirmed = [&](int n) {
            return printed(numberIn(ledger.weight) / (1.0 - rounded(double(d.firstWeight), n)), decimals) == printed(hidden, decimals);
        };
        const int first = fewestDecimals(kFewestDecimals, confirmed);
        if (!confirmed(first)) continue;
        ledger.firstWeight = printed(double(d.firstWeight), first);
        ledger.hiddenWeight = printed(hidden, decimals);
    }
}

}   // namespace

QString printed(double value, int decimals)
{
    if (std::isnan(value)) return QStringLiteral("not a number");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    QString text = QLocale::c().toString(value, 'f', decimals);
    if (!text.startsWith(QLatin1Char('-'))) return text;
    const bool isZero = std::none_of(text.begin(), text.end(), [](QChar c) { return c >= QLatin1Char('1') && c <= QLatin1Char('9'); });
    return isZero ? text.mid(1) : text.replace(0, 1, QChar(0x2212));
}

double numberIn(const QString& text)
{
    bool ok = false;
    const double value = QString(text).replace(QChar(0x2212), QLatin1Char('-')).toDouble(&ok);
    return ok ? value : std::nan("");
}

QString percent(double share)
{
    const double hundredths = share * 100.0;
    const int decimals = hundredths >= 9.995 ? 1 : 2;
    return printed(hundredths, decimals) + QStringLiteral("\u2009%");
}

QString printedWeight(double weight) { return printed(weight, weightDecimals(weight)); }

Ledger ledgerOf(const Derivation& d)
{
    double sum = 0.0;
    for (const ProductTerm& term : d.terms) sum += productOf(term);
    const double width = double(d.terms.size());
    const Decimals decimals = decimalsOf(d, sum);
    const double score = d.dividesByRootOfWidth() ? sum / std::sqrt(width) : sum * d.scale;

    Ledger ledger;
    for (const ProductTerm& term : d.terms)
        ledger.terms.push_back(
            {printed(double(term.q), decimals.factor), printed(double(term.k), decimals.factor), printed(productOf(term), decimals.product)});
    ledger.sum = printed(sum, decimals.sum);
    ledger.scaling = d.dividesByRootOfWidth() ? QStringLiteral("÷ √%1").arg(d.terms.size()) : QStringLiteral("× %1").arg(d.scale, 0, 'g', 9);
    ledger.score = printed(score, decimals.score);
    ledger.lse = printed(d.lse, decimals.score);
    ledger.weight = printed(double(d.weight), decimals.weight);
    ledger.writeNorm = printedWeight(d.writeNorm);
    hideFirst(ledger, d);
    return ledger;
}

}   // namespace ui
