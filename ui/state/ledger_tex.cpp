#include "ui/state/ledger_tex.h"

#include <array>
#include <utility>

#include <QStringList>

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr std::size_t kTermsInALine = 2;   // what fits between the margins of an article

QString escaped(char32_t character)
{
    static constexpr std::array<std::pair<char32_t, const char*>, 10> kOwn{{{U'\\', "\\textbackslash{}"},
                                                                            {U'~', "\\textasciitilde{}"},
                                                                            {U'^', "\\textasciicircum{}"},
                                                                            {U'{', "\\{"},
                                                                            {U'}', "\\}"},
                                                                            {U'$', "\\$"},
                                                                            {U'&', "\\&"},
                                                                            {U'#', "\\#"},
                                                                            {U'_', "\\_"},
                                                                            {U'%', "\\%"}}};
    for (const auto& [own, tex] : kOwn)
        if (own == character) return QLatin1String(tex);
    // In the oldest font encoding these are other characters.
    if (character == U'<') return QStringLiteral("\\textless{}");
    if (character == U'>') return QStringLiteral("\\textgreater{}");
    if (character == U'|') return QStringLiteral("\\textbar{}");
    if (character == U'"') return QStringLiteral("\\textquotedblright{}");
    return character >= 0x20 && character < 0x7f ? QString(QChar(char16_t(character))) : QString();
}

// A letter with one accent that every font of TeX can put on it: "\'{e}".
QString accented(char32_t character)
{
    static constexpr std::array<std::pair<char16_t, char>, 6> kAccents{
        {{0x0300, '`'}, {0x0301, '\''}, {0x0302, '^'}, {0x0303, '~'}, {0x0308, '"'}, {0x0304, '='}}};
    if (character > 0xffff) return {};
    const QString parts = QString(QChar(char16_t(character))).normalized(QString::NormalizationForm_D);
    if (parts.size() != 2 || parts[0].unicode() >= 0x80 || !parts[0].isLetter()) return {};
    for (const auto& [mark, accent] : kAccents)
        if (parts[1].unicode() == mark) return QStringLiteral("\\%1{%2}").arg(QLatin1Char(accent)).arg(parts[0]);
    return {};
}

// In a product or behind a minus a sign of its own needs brackets.
QString factor(const QString& printed)
{
    const QString number = texNumber(printed);
    return number.startsWith(u'-') ? QStringLiteral("(%1)").arg(number) : number;
}

QString productsOf(const std::vector<LedgerTerm>& terms)
{
    QString sum;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i > 0) sum += i % kTermsInALine == 0 ? QStringLiteral(" \\\\\n  &\\quad {}+ ") : QStringLiteral(" + ");
        sum += QStringLiteral("%1 \\cdot %2").arg(factor(terms[i].q), factor(terms[i].k));
    }
    return sum;
}

QString scalingOf(const Derivation& d, const Ledger& ledger)
{
    const QString sum = texNumber(ledger.sum);
    return d.dividesByRootOfWidth() ? QStringLiteral("\\frac{%1}{\\sqrt{%2}}").arg(sum).arg(d.terms.size())
                                    : QStringLiteral("%1 \\cdot %2").arg(factor(ledger.sum)).arg(d.scale, 0, 'g', 9);
}

// A head that is off writes nothing, whatever v is: that is no equation.
QString writeOf(const Derivation& d, const Ledger& ledger, const QString& weight)
{
    if (d.rule == HeadRule::Off)
        return QStringLiteral("&%1").arg(texText(tr("The head is off: it writes nothing.")));
    return QStringLiteral("\\lVert %1 \\, v_{%2} \\, W_O \\rVert &= %3").arg(weight).arg(d.pair.key).arg(texNumber(ledger.writeNorm));
}

}   // namespace

QString texNumber(const QString& printed)
{
    if (printed == QStringLiteral("∞")) return QStringLiteral("\\infty");
    if (printed == QStringLiteral("−∞")) return QStringLiteral("-\\infty");
    const QString plain = plainNumber(printed);
    const qsizetype exponent = plain.indexOf(u'e');
    return exponent < 0 ? plain : QStringLiteral("%1 \\times 10^{%2}").arg(plain.left(exponent)).arg(plain.mid(exponent + 1).toInt());
}

QString texText(const QString& text)
{
    QString tex;
    for (const uint character : text.toUcs4()) {
        QString piece = escaped(character);
        if (piece.isEmpty()) piece = accented(character);
        tex += piece.isEmpty() ? QStringLiteral("U+%1").arg(character, 4, 16, QLatin1Char('0')).toUpper() : piece;
    }
    return QStringLiteral("\\text{%1}").arg(tex);
}

QString texOf(const Derivation& d, const Ledger& ledger, const PairNames& names)
{
    const QString i = QString::number(d.pair.query), j = QString::number(d.pair.key);
    const QString score = texNumber(ledger.score), weight = QStringLiteral("w_{%1,%2}").arg(i, j);
    QStringList lines{
        QStringLiteral("&\\text{%1: } %2_{%3} \\to %4_{%5}")
            .arg(QStringLiteral("L%1, H%2").arg(d.head.layer).arg(d.head.head), texText(names.query), i, texText(names.key), j),
        QStringLiteral("q_{%1} \\cdot k_{%2} &= %3").arg(i, j, productsOf(ledger.terms)),
        QStringLiteral("&= %1").arg(texNumber(ledger.sum)),
        QStringLiteral("s_{%1,%2} &= %3 = %4").arg(i, j, scalingOf(d, ledger), score),
        QStringLiteral("\\ell_{%1} &= %2").arg(i, texNumber(ledger.lse)),
        QStringLiteral("%1 &= \\exp(s_{%2,%3} - \\ell_{%2}) = \\exp(%4 - %5) = %6")
            .arg(weight, i, j, score, factor(ledger.lse), texNumber(ledger.weight)),
    };
    if (!ledger.hiddenWeight.isEmpty())
        lines.append(QStringLiteral("\\frac{%1}{1 - w_{%2,0}} &= \\frac{%3}{1 - %4} = %5")
                         .arg(weight, i, texNumber(ledger.weight), texNumber(ledger.firstWeight), texNumber(ledger.hiddenWeight)));
    lines.append(writeOf(d, ledger, weight));
    return QStringLiteral("% \\usepackage{amsmath}\n\\begin{align*}\n  ") + lines.join(QStringLiteral(" \\\\\n  ")) +
           QStringLiteral("\n\\end{align*}\n");
}

}   // namespace ui
