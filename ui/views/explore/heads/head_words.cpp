#include "ui/views/explore/heads/head_words.h"

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

struct Words {
    const char* name;
    const char* highest;   // title when the highest come first
    const char* lowest;
    const char* unit;
    const char* explanation;
};

const Words& wordsOf(HeadMeasure measure)
{
    static constexpr Words kWords[] = {
        {QT_TRANSLATE_NOOP("ui", "previous token"), QT_TRANSLATE_NOOP("ui", "On the previous token"),
         QT_TRANSLATE_NOOP("ui", "Least on the previous token"), QT_TRANSLATE_NOOP("ui", "share"),
         QT_TRANSLATE_NOOP("ui", "Mean weight on the token just before.")},
        {QT_TRANSLATE_NOOP("ui", "first token"), QT_TRANSLATE_NOOP("ui", "On the first token"),
         QT_TRANSLATE_NOOP("ui", "Least on the first token"), QT_TRANSLATE_NOOP("ui", "share"),
         QT_TRANSLATE_NOOP("ui", "Mean weight on the first token of the text.")},
        {QT_TRANSLATE_NOOP("ui", "entropy, normalised"), QT_TRANSLATE_NOOP("ui", "Most spread out"), QT_TRANSLATE_NOOP("ui", "Sharpest"),
         QT_TRANSLATE_NOOP("ui", "0 to 1"),
         QT_TRANSLATE_NOOP("ui", "Entropy of a row over the logarithm of its keys: 0 looks at one key, 1 at all alike.")},
        {QT_TRANSLATE_NOOP("ui", "mean distance"), QT_TRANSLATE_NOOP("ui", "Look furthest"), QT_TRANSLATE_NOOP("ui", "Look nearest"),
         QT_TRANSLATE_NOOP("ui", "tokens"), QT_TRANSLATE_NOOP("ui", "Mean distance from a token to what it looks at, in tokens.")},
        {QT_TRANSLATE_NOOP("ui", "same token"), QT_TRANSLATE_NOOP("ui", "On the same token"),
         QT_TRANSLATE_NOOP("ui", "Least on the same token"), QT_TRANSLATE_NOOP("ui", "share"),
         QT_TRANSLATE_NOOP("ui", "Mean weight of repeated tokens on their earlier occurrences.")},
        {QT_TRANSLATE_NOOP("ui", "induction"), QT_TRANSLATE_NOOP("ui", "On what followed before"),
         QT_TRANSLATE_NOOP("ui", "Least on what followed before"), QT_TRANSLATE_NOOP("ui", "share, probe"),
         QT_TRANSLATE_NOOP("ui", "On random tokens read twice: mean weight on what followed this token the first time. Not of this text.")},
        {QT_TRANSLATE_NOOP("ui", "drawn pattern"), QT_TRANSLATE_NOOP("ui", "Closest to the drawing"),
         QT_TRANSLATE_NOOP("ui", "Furthest from the drawing"), QT_TRANSLATE_NOOP("ui", "above chance"),
         QT_TRANSLATE_NOOP("ui", "Mean weight of drawn rows on drawn cells, less what rows that look everywhere alike would put there.")},
    };
    return kWords[std::size_t(measure)];
}

}   // namespace

QString nameOf(HeadMeasure measure) { return tr(wordsOf(measure).name); }
QString explanationOf(HeadMeasure measure) { return tr(wordsOf(measure).explanation); }
QString unitOf(HeadMeasure measure) { return tr(wordsOf(measure).unit); }
int decimalsOf(HeadMeasure measure) { return measure == HeadMeasure::MeanDistance ? 1 : 3; }

QString titleOf(HeadMeasure measure, HeadDirection direction)
{
    return tr(direction == HeadDirection::HighestFirst ? wordsOf(measure).highest : wordsOf(measure).lowest);
}

QString printedValue(std::optional<double> value, HeadMeasure measure) { return value ? printed(*value, decimalsOf(measure)) : QStringLiteral("–"); }

QString reasonOf(Missing missing)
{
    switch (missing) {
    case Missing::Nothing:
        break;
    case Missing::NotDescribed:
        return tr("not computed for this text yet");
    case Missing::NotMeasured:
        return tr("the probe has not run: choose it for sort or bars");
    case Missing::OnItsWay:
        return tr("being computed");
    case Missing::NothingDrawn:
        return tr("nothing is drawn in this text");
    case Missing::NotAllowed:
        return tr("this head may look at no drawn cell");
    case Missing::NoRows:
        return tr("no token after the first has keys");
    case Missing::NoChoice:
        return tr("no token after the first has two keys to choose from");
    case Missing::NoRepeat:
        return tr("no token occurs twice");
    }
    return {};
}

QString ageText() { return tr("of the text before"); }

QString factsOf(const HeadValues& values, std::size_t i, const HeadOrder& order)
{
    QStringList lines;
    if (values.age() == HeadsAge::TextBefore) lines.append(ageText());
    for (const HeadMeasure measure : kHeadMeasures) {
        const Missing missing = values.missing(i, measure);
        if (missing == Missing::NothingDrawn) continue;
        const std::optional<double> value = values.value(i, measure), shuffled = values.shuffled(i, measure);
        QString line = nameOf(measure) + u' ' + printedValue(value, measure);
        if (shuffled) line += tr(", shuffled %1").arg(printedValue(shuffled, measure));
        if (missing != Missing::Nothing) line += QStringLiteral(": ") + reasonOf(missing);
        lines.append(line);
    }
    if (const HeadEntry& entry = order.entries[i]; entry.rank > 0)
        lines.append(tr("rank %1 of %2 by %3").arg(entry.rank).arg(order.valued).arg(nameOf(order.measure)));
    return lines.join(u'\n');
}

QString spokenOf(const HeadEntry& entry, const HeadOrder& order)
{
    QString text = tr("Layer %1, head %2, %3 %4")
                       .arg(entry.head.layer)
                       .arg(entry.head.head)
                       .arg(nameOf(order.measure), entry.value ? printedValue(entry.value, order.measure) : tr("unknown"));
    if (entry.shuffled) text += tr(", on shuffled tokens %1").arg(printedValue(entry.shuffled, order.measure));
    if (entry.rank > 0) text += tr(", rank %1 of %2").arg(entry.rank).arg(order.valued);
    return text;
}

}   // namespace ui
