// The TeX of a derivation, as far as it can be checked without TeX: it is balanced, its specials are escaped, its digits are those of the ledger.
#include "ui/state/ledger_tex.h"

#include <cmath>

#include <QRegularExpression>
#include <gtest/gtest.h>

#include "core/base/random.h"

namespace {

using namespace ui;

Derivation someDerivation(std::size_t width)
{
    Derivation d{.head = {2, 5}, .pair = {26, 1}, .allowed = true, .terms = {}, .pattern = {}, .strongest = {}};
    double sum = 0.0;
    for (std::size_t i = 0; i < width; ++i) {
        d.terms.push_back({.q = float(i) * 0.25f - 1.0f, .k = 0.5f - float(i) * 0.125f});
        sum += double(d.terms.back().q) * double(d.terms.back().k);
    }
    d.scale = 1.0 / std::sqrt(double(width));
    d.score = sum * d.scale;
    d.lse = d.score + 0.7;
    d.weight = std::exp(-0.7);
    d.firstWeight = 0.25f;
    d.writeNorm = 0.1379;
    return d;
}

Derivation randomDerivation(std::size_t width, core::Random& random)
{
    Derivation d = someDerivation(width);
    double sum = 0.0;
    for (ProductTerm& term : d.terms) {
        term = {.q = float(3.0 * random.normal()), .k = float(random.normal())};
        sum += double(term.q) * double(term.k);
    }
    d.score = sum * d.scale;
    d.lse = d.score + 2.0 * random.uniform();
    d.weight = std::exp(d.score - d.lse);
    return d;
}

// The sum of products as a reader of the TeX finds it: each printed factor times the other, nothing rounded on the way.
double sumInTex(const QString& tex)
{
    static const QRegularExpression product(R"((-?[0-9.]+)\)? \\cdot \(?(-?[0-9.]+))");
    const QString products = tex.section("q_{26} \\cdot k_{1} &=", 1).section("\n  &= ", 0, 0);
    double sum = 0.0;
    for (const QRegularExpressionMatch& match : product.globalMatch(products)) sum += match.captured(1).toDouble() * match.captured(2).toDouble();
    return sum;
}

// What a document class would stumble over; empty when there is nothing. Only what stands in groups and commands that texOf uses is known here.
QString problemOf(const QString& tex)
{
    const QStringList body = tex.split(u'\n');
    if (!body[0].startsWith(u'%') || body[1] != QLatin1String("\\begin{align*}")) return QStringLiteral("no beginning");
    if (!tex.endsWith(QLatin1String("\\end{align*}\n"))) return QStringLiteral("no end");
    for (qsizetype i = 2; i < body.size() - 2; ++i) {
        const bool isLast = i == body.size() - 3;
        if (body[i].endsWith(QLatin1String("\\\\")) == isLast) return QStringLiteral("line %1 breaks wrongly").arg(i);
        int depth = 0, aligned = 0;
        for (qsizetype at = 0; at < body[i].size(); ++at) {
            const QChar c = body[i][at];
            if (c.unicode() >= 0x80) return QStringLiteral("U+%1").arg(c.unicode(), 4, 16);
            if (c == u'\\') {
                ++at;   // whatever follows is a command's
                continue;
            }
            depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            aligned += c == u'&' ? 1 : 0;
            if (depth < 0) return QStringLiteral("a group that was not opened in line %1").arg(i);
            if (c == u'%' || c == u'#' || c == u'$' || c == u'~') return QStringLiteral("a bare %1 in line %2").arg(c).arg(i);
        }
        if (depth != 0) return QStringLiteral("an open group in line %1").arg(i);
        if (aligned != 1) return QStringLiteral("%1 columns in line %2").arg(aligned).arg(i);
    }
    return {};
}

TEST(LedgerTex, IsABalancedBlockWithTheDigitsOfTheLedger)
{
    for (const std::size_t width : {2, 3, 8, 64})
        for (const FirstToken first : {FirstToken::Shown, FirstToken::Hidden}) {
            const Derivation d = someDerivation(width);
            const Ledger ledger = ledgerOf(d, first);
            const QString tex = texOf(d, ledger, {QStringLiteral("it"), QStringLiteral("The")});
            EXPECT_EQ(problemOf(tex).toStdString(), "") << tex.toStdString();
            for (const QString& number : {ledger.sum, ledger.score, ledger.lse, ledger.weight, ledger.writeNorm})
                EXPECT_TRUE(tex.contains(texNumber(number))) << number.toStdString();
            for (const LedgerTerm& term : ledger.terms) EXPECT_TRUE(tex.contains(texNumber(term.q)) && tex.contains(texNumber(term.k)));
            EXPECT_EQ(tex.contains(QLatin1String("1 - w_{26,0}")), first == FirstToken::Hidden);
            EXPECT_TRUE(tex.contains(QStringLiteral("\\sqrt{%1}").arg(width)));
            EXPECT_EQ(tex.count(QLatin1String("\\cdot")), qsizetype(width) + 1);
        }
}

TEST(LedgerTex, TheSumFollowsFromTheFactorsThatArePrinted)
{
    core::Random random(7);
    for (const std::size_t width : {2, 8, 16, 64})
        for (int i = 0; i < 500; ++i) {
            const Derivation d = randomDerivation(width, random);
            const Ledger ledger = ledgerOf(d);
            const double sum = sumInTex(texOf(d, ledger, {QStringLiteral("it"), QStringLiteral("The")}));
            ASSERT_EQ(printed(sum, int(ledger.sum.section('.', 1).size())).toStdString(), ledger.sum.toStdString()) << width << ", " << i;
        }
}

TEST(LedgerTex, AHeadThatIsOffHasNoNormOfWhatItWrites)
{
    Derivation d = someDerivation(8);
    d.rule = HeadRule::Off;
    d.writeNorm = 0.0;
    const QString tex = texOf(d, ledgerOf(d), {QStringLiteral("it"), QStringLiteral("The")});
    EXPECT_FALSE(tex.contains("lVert")) << tex.toStdString();
    EXPECT_TRUE(tex.contains("\\text{The head is off: it writes nothing.}")) << tex.toStdString();
    EXPECT_EQ(problemOf(tex).toStdString(), "");
}

TEST(LedgerTex, TheCheckerFindsWhatWouldNotCompile)
{
    const Derivation d = someDerivation(3);
    const QString tex = texOf(d, ledgerOf(d), {QStringLiteral("a"), QStringLiteral("b")});
    for (const auto& [from, to] :
         {std::pair{"\\text{a}", "\\text{a"}, {"\\text{a}", "\\text{50%}"}, {"\\text{a}", "\\text{a & b}"}, {"\\text{b}", "\\text{é}"}})
        EXPECT_NE(problemOf(QString(tex).replace(QString::fromUtf8(from), QString::fromUtf8(to))), QString()) << to;
}

TEST(LedgerTex, AnyTokenIsText)
{
    const Derivation d = someDerivation(3);
    const Ledger ledger = ledgerOf(d);
    const std::pair<const char*, const char*> cases[] = {
        {"100%", "\\text{100\\%}"},
        {"a_b^c~", "\\text{a\\_b\\textasciicircum{}c\\textasciitilde{}}"},
        {"\\{$}&#", "\\text{\\textbackslash{}\\{\\$\\}\\&\\#}"},
        {"<|start|>", "\\text{\\textless{}\\textbar{}start\\textbar{}\\textgreater{}}"},
        {"é", "\\text{\\'{e}}"},
        {"Ü", "\\text{\\\"{U}}"},
        {"猫", "\\text{U+732B}"},
        {"🎉", "\\text{U+1F389}"},
        {"⏎", "\\text{U+23CE}"},
        {"%1 %2", "\\text{\\%1 \\%2}"},
        {"", "\\text{}"},
    };
    for (const auto& [token, expected] : cases) {
        EXPECT_EQ(texText(QString::fromUtf8(token)).toStdString(), expected);
        const QString tex = texOf(d, ledger, {QString::fromUtf8(token), QString::fromUtf8(token)});
        EXPECT_EQ(problemOf(tex).toStdString(), "") << token;
    }
}

TEST(LedgerTex, NumbersAreMathematics)
{
    EXPECT_EQ(texNumber(printed(-0.0134, 4)).toStdString(), "-0.0134");
    EXPECT_EQ(texNumber(printed(1.49e-16, -2)).toStdString(), "1.49 \\times 10^{-16}");
    EXPECT_EQ(texNumber(printed(INFINITY, 4)).toStdString(), "\\infty");
    EXPECT_EQ(texNumber(printed(-INFINITY, 4)).toStdString(), "-\\infty");
    EXPECT_EQ(texNumber(printed(12345.5, 1)).toStdString(), "12345.5");
}

}   // namespace
