#include "ui/state/numbers.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr QChar kMinus(0x2212);
constexpr int kFewestDecimals = 4;
constexpr int kMostDecimals = 12;    // a float's decimals say nothing new beyond
constexpr double kSmallest = 1e-6;   // what is smaller stands as 1.49e−16
constexpr int kMantissa = -2;

// The plain C locale groups no thousands by itself; here every locale does.
QLocale numberLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

// Digits of a size that is finite and not negative.
QString digitsOf(double size, int decimals)
{
    if (decimals >= 0 || size == 0.0) return numberLocale().toString(size, 'f', std::max(decimals, 0));   // 0 has no exponent
    const QString scientific = QLocale::c().toString(size, 'e', -decimals);                               // exponents are written alike everywhere
    const qsizetype exponent = scientific.indexOf(QLatin1Char('e'));
    return numberLocale().toString(scientific.left(exponent).toDouble(), 'f', -decimals) + scientific.mid(exponent).replace(QLatin1Char('-'), kMinus);
}

}   // namespace

QString printed(double value, int decimals)
{
    if (std::isnan(value)) return tr("not a number");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const QString digits = digitsOf(std::abs(value), decimals);
    const bool isZero =
        std::ranges::none_of(digits.toUcs4(), [](char32_t digit) { return QChar::digitValue(digit) > 0; });   // nothing is rounded to a negative zero
    return value < 0 && !isZero ? kMinus + digits : digits;
}

QString printedCount(core::Index count) { return numberLocale().toString(qlonglong(count)); }

int weightDecimals(double weight)
{
    const double size = std::abs(weight);
    if (!(size > 0.0) || !std::isfinite(size)) return kFewestDecimals;
    if (size < kSmallest) return kMantissa;
    return std::clamp(2 - int(std::floor(std::log10(size))), kFewestDecimals, kMostDecimals);
}

QString printedWeight(double weight) { return printed(weight, weightDecimals(weight)); }

QString percent(double share)
{
    const double hundredths = share * 100.0;
    return printed(hundredths, hundredths >= 9.995 ? 1 : 2) + QStringLiteral("\u202F%");   // a thin space that breaks no line
}

QString printedTick(double value)
{
    const double size = std::abs(value);
    if (size > 0.0 && size < kSmallest) return printed(value, kMantissa);
    int decimals = 0;
    while (decimals < kMostDecimals && std::abs(std::round(size * std::pow(10.0, decimals)) / std::pow(10.0, decimals) - size) > 1e-4 * size)
        ++decimals;
    return printed(value, decimals);
}

QString plainNumber(const QString& text)
{
    const QLocale locale = numberLocale();
    QString plain = text;
    plain.remove(locale.groupSeparator()).replace(locale.decimalPoint(), QStringLiteral(".")).replace(kMinus, QLatin1Char('-'));
    for (QChar& digit : plain)
        if (digit.isDigit()) digit = QChar('0' + digit.digitValue());   // those of other scripts
    return plain;
}

double numberIn(const QString& text)
{
    bool ok = false;
    const double value = plainNumber(text).toDouble(&ok);
    return ok ? value : std::nan("");
}

}   // namespace ui
