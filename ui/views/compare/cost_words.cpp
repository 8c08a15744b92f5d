#include "ui/views/compare/cost_words.h"

#include <array>
#include <cmath>
#include <limits>

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
const QString kNone = QStringLiteral("–");

// Three digits and the step of a thousand.
std::pair<QString, int> threeDigits(double value)
{
    int step = 0;
    while (value >= 999.5 && step < 6) {
        value /= 1000.0;
        ++step;
    }
    const bool isWhole = step == 0 && value == std::floor(value);
    return {printed(value, isWhole || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2), step};
}

// Of milliseconds: three digits.
int decimalsOf(double value)
{
    int decimals = 4;
    for (double limit = 0.09995; decimals > 0 && value >= limit; limit *= 10.0) --decimals;
    return decimals;
}

core::CostTerm termOf(CostRow row)
{
    switch (row) {
    case CostRow::Pairs:
        return core::CostTerm::Pairs;
    case CostRow::Flops:
        return core::CostTerm::Flops;
    case CostRow::ScoreBytes:
        return core::CostTerm::ScoreBytes;
    case CostRow::CacheBytes:
        return core::CostTerm::CacheBytes;
    case CostRow::Tiles:
        return core::CostTerm::TilesTouched;
    default:
        return core::CostTerm::UsefulShare;
    }
}

}   // namespace

std::span<const CostRow> costRows()
{
    static constexpr std::array kRows{CostRow::Pairs, CostRow::Flops,       CostRow::ScoreBytes, CostRow::CacheBytes,
                                      CostRow::Tiles, CostRow::UsefulShare, CostRow::Measured};
    return kRows;
}

QString nameOf(CostRow row, const core::CostShape& shape)
{
    switch (row) {
    case CostRow::Pairs:
        return tr("Allowed pairs");
    case CostRow::Flops:
        return tr("FLOPs");
    case CostRow::ScoreBytes:
        return tr("Score bytes");
    case CostRow::CacheBytes:
        return tr("KV cache");
    case CostRow::Tiles:
        return tr("%1 tiles").arg(QString::number(shape.tile) + QChar(0xB2));
    case CostRow::UsefulShare:
        return tr("Useful share");
    case CostRow::Measured:
        return tr("Measured");
    }
    return {};
}

QString formulaText(CostRow row, const core::CostShape& shape)
{
    if (row == CostRow::Measured) return tr("Attention of this head alone on this machine, median of three runs. Choosing keys is not in it.");
    const QString formula = QString::fromUtf8(core::formulaOf(termOf(row)).data(), qsizetype(core::formulaOf(termOf(row)).size()));
    const QString letters =
        tr("N tokens, head width d = %1, e = %2 bytes a number, tiles of T = %3").arg(shape.headDim).arg(shape.bytesPerNumber).arg(shape.tile);
    QString about;
    if (row == CostRow::Flops) about = tr("Scores and outputs. Choosing keys is not counted.");
    if (row == CostRow::ScoreBytes) about = tr("Those of allowed pairs alone, packed. A whole matrix has e · N².");
    if (row == CostRow::Tiles) about = tr("Tiles that have an allowed pair, and so have to be computed.");
    if (row == CostRow::UsefulShare) about = tr("Of the cells of touched tiles, those that are allowed.");
    if (row == CostRow::CacheBytes) about = tr("Rows of K and V that a decoder must hold at once.");
    return about.isEmpty() ? QStringLiteral("%1\n%2").arg(formula, letters) : QStringLiteral("%1\n%2\n%3").arg(formula, about, letters);
}

CostAnswer atWidth(const CostAnswer& answer, core::Index headDim)
{
    CostAnswer wider = answer;
    if (headDim == answer.shape.headDim) return wider;
    const double factor = double(headDim) / double(answer.shape.headDim);
    wider.shape.headDim = headDim;
    for (CostColumn& column : wider.columns) {
        column.seconds.reset();
        if (!column.cost) continue;
        for (double* cost : {&column.cost->flops, &column.cost->qkvBytes, &column.cost->cacheBytes}) *cost *= factor;
    }
    return wider;
}

QString allPairsText(core::Index tokens, const core::CostShape& shape)
{
    const double pairs = double(tokens) * double(tokens);
    return tr("Every token with every token at %1: %2 pairs, %3 of scores, %4 FLOPs.")
        .arg(printedCount(tokens), printedCost(CostRow::Pairs, pairs), printedBytes(double(shape.bytesPerNumber) * pairs),
             printedSize(4.0 * double(shape.headDim) * pairs));
}

double valueOf(CostRow row, const CostColumn& column)
{
    if (row == CostRow::Measured) return column.seconds.value_or(kUnknown);
    if (!column.cost) return kUnknown;
    switch (row) {
    case CostRow::Pairs:
        return double(column.cost->pairs);
    case CostRow::Flops:
        return column.cost->flops;
    case CostRow::ScoreBytes:
        return column.cost->scoreBytes;
    case CostRow::CacheBytes:
        return column.cost->cacheBytes;
    case CostRow::Tiles:
        return double(column.cost->tilesTouched);
    default:
        return column.cost->usefulShare;
    }
}

QString printedCost(CostRow row, double value)
{
    if (std::isnan(value)) return kNone;
    switch (row) {
    case CostRow::Pairs:
    case CostRow::Tiles:
        return value < 1e6 ? printedCount(core::Index(value)) : printedSize(value);
    case CostRow::Flops:
        return printedSize(value);
    case CostRow::ScoreBytes:
    case CostRow::CacheBytes:
        return printedBytes(value);
    case CostRow::UsefulShare:
        return printed(value, 2);
    case CostRow::Measured:
        return tr("%1 ms").arg(printed(value * 1e3, decimalsOf(value * 1e3)));
    }
    return {};
}

QString ratioOf(CostRow row, double own, double other)
{
    if (row != CostRow::Measured || std::isnan(own) || std::isnan(other)) return printedRatio(own, other);
    const auto asPrinted = [](double seconds) {
        const double scale = std::pow(10.0, decimalsOf(seconds * 1e3));
        return std::round(seconds * 1e3 * scale) / scale;
    };
    return printedRatio(asPrinted(own), asPrinted(other));
}

QString printedRatio(double own, double other)
{
    if (std::isnan(own) || std::isnan(other) || own == 0.0) return kNone;
    const double ratio = other / own;
    return printed(ratio, ratio != 0.0 && ratio < 0.01 ? 4 : 2);
}

QString printedSize(double value)
{
    static constexpr std::array kSteps{"", " k", " M", " G", " T", " P", " E"};
    const auto [digits, step] = threeDigits(value);
    return digits + QString::fromLatin1(kSteps[std::size_t(step)]).replace(u' ', QChar(0x202F));
}

QString printedTickSize(double tick)
{
    static constexpr std::array kSteps{"", "k", "M", "G", "T", "P", "E"};
    std::size_t step = 0;
    for (; tick >= 1000.0 && step + 1 < kSteps.size(); ++step) tick /= 1000.0;
    return step == 0 ? printedTick(tick) : printedTick(tick) + QChar(0x202F) + QLatin1String(kSteps[step]);
}

QString printedBytes(double bytes)
{
    static constexpr std::array kSteps{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    const auto [digits, step] = threeDigits(bytes);
    return digits + QChar(0x202F) + QLatin1String(kSteps[std::size_t(step)]);
}

}   // namespace ui
