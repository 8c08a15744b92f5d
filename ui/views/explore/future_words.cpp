#include "ui/views/explore/future_words.h"

#include <cmath>

#include <QColor>

#include "ui/state/document.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr qsizetype kFollowing = 24;           // letters of what follows that are repeated
constexpr std::size_t kEnough = 400;           // bytes that hold as many
constexpr core::Index kKept = 12, kNew = 24;   // tokens shown before and after the exchange

// The text behind a token, as much as a sentence can hold.
QString following(const core::Tokens& tokens, core::Index row)
{
    const core::Span behind = tokens.items[std::size_t(row + 1)].span;
    QString text = exactText(tokens.text.substr(std::size_t(behind.begin), behind.empty() ? 0 : kEnough)).simplified();
    if (text.isEmpty()) text = QString::fromStdString(tokens.label(row + 1));
    if (text.size() <= kFollowing) return text;
    text.truncate(text.lastIndexOf(u' ', kFollowing) > 0 ? text.lastIndexOf(u' ', kFollowing) : kFollowing);
    if (text.back().isHighSurrogate()) text.chop(1);
    return text + QStringLiteral(" …");
}

}   // namespace

QString spanOf(core::Index first, core::Index last)
{
    return first == last ? tr("row %1").arg(printedCount(first)) : tr("rows %1 to %2").arg(printedCount(first), printedCount(last));
}

QString claimOf(const ExploreRecord& record, const Derivation& d)
{
    const core::Tokens& tokens = record.recording->tokens;
    if (d.pair.query + 1 == tokens.size() && record.tokensInText > tokens.size())
        return tr("This is the last row that was computed, of %1 tokens in the text: what follows it was not.").arg(printedCount(record.tokensInText));
    if (d.pair.query + 1 == tokens.size()) return tr("Nothing follows this row: there is no future that it could know.");
    const QString name = record.label(d.pair.query), rest = following(tokens, d.pair.query);
    if (d.lastAllowed > d.pair.query) return tr("The row of “%1” may look at “%2”, which follows it.").arg(name, rest);
    return tr("The row of “%1” was computed before “%2” was read: it cannot know what follows.").arg(name, rest);
}

QString progressOf(FutureChange change)
{
    if (change == FutureChange::Poison) return tr("The text runs, and each layer attends again with NaN behind the row …");
    return tr("Both texts run, from the first token on …");
}

QString originOf(const FutureQuery& query)
{
    if (query.change == FutureChange::Poison)
        return tr("The text that ran; in every layer, queries, keys and values of the tokens marked NaN were replaced");
    return tr("The text that ran instead, token by token; drawn with seed %1").arg(query.draw);
}

QString exchangedText(const FutureProving& proving, const QColor& kept, const QColor& ink, const QColor& ground)
{
    const core::Tokens &before = proving.question->record->recording->tokens, &after = proving.answer->exchanged;
    const core::Index from = proving.answer->proof.from, first = std::max<core::Index>(0, from - kKept);
    const core::Index last = std::min<core::Index>(after.size(), from + kNew);
    const bool isPoison = proving.question->query.change == FutureChange::Poison;
    QStringList pieces;
    if (first > 0) pieces.append(QStringLiteral("…"));
    for (core::Index i = first; i < last; ++i) {
        const bool isExchanged = i >= from && (isPoison || before.items[std::size_t(i)].id != after.items[std::size_t(i)].id);
        const QString label = isPoison && isExchanged ? QStringLiteral("NaN") : QString::fromStdString(after.label(i)).toHtmlEscaped();
        pieces.append(isExchanged ? QStringLiteral("<span style=\"color:%1; background-color:%2; font-weight:600\">&nbsp;%3&nbsp;</span>")
                                        .arg(ink.name(), ground.name(), label)
                                  : QStringLiteral("<span style=\"color:%1\">%2</span>").arg(kept.name(), label));
    }
    if (last < after.size()) pieces.append(tr("… %1 more").arg(printedCount(after.size() - last)));
    return pieces.join(u' ');
}

QString comparedOf(const core::FutureProof& proof)
{
    const QString rows = proof.from == 1 ? tr("1 row") : tr("%1 rows").arg(printedCount(proof.from));
    return tr("%1, %2 numbers").arg(rows, printedCount(proof.compared));
}

QString gapOf(double difference)
{
    if (difference == 0.0) return tr("exactly 0");
    return std::isfinite(difference) ? printedWeight(difference) : tr("not a number");
}

bool isProven(const FutureProving& proving) { return proving.answer && !proving.answer->proof.firstLeak && proving.answer->proof.after > 0.0; }

QString verdictOf(const FutureProving& proving)
{
    const core::FutureProof& proof = proving.answer->proof;
    const core::Recording& recording = *proving.question->record->recording;
    if (proof.firstLeak)
        return tr("%1 is the first that differs, in row %2: what follows reached it. This model, or its plan, lets rows know the future.")
            .arg(nameOf(*proof.firstLeak), printedCount(proof.leakingRow));
    const bool isPoison = proving.question->query.change == FutureChange::Poison;
    if (isPoison && !(proof.after > 0.0)) return tr("Row %1 meets no NaN either, so this poison shows nothing.").arg(printedCount(proof.from));
    if (!(proof.after > 0.0)) return tr("The rows behind did not change either, so this exchange shows nothing. Draw other tokens.");
    const QString heads = printedCount(recording.layers() * recording.heads());
    if (isPoison)
        return tr("In every layer q, k and v from row %1 on were made NaN; outputs and ℓ of the rows before have the same bits, in all %2 heads.")
            .arg(printedCount(proof.from), heads);
    return tr("The same bit for bit: q, k, v and ℓ of all %1 heads. A model that reads in both directions would fail this.").arg(heads);
}

}   // namespace ui
