#include "ui/plot/axis_labels.h"

#include <array>

#include "ui/state/bidi.h"

namespace ui {

namespace {
constexpr int kLongestLabel = 40;   // characters; longer ones would be cut by every strip anyway, and eliding them is slow
}

AxisLabels AxisLabels::of(const core::Tokens& tokens, core::Index trainedContext)
{
    AxisLabels labels;
    labels.trainedContext = trainedContext;
    labels.texts.reserve(std::size_t(tokens.size()));
    labels.wordStart.reserve(std::size_t(tokens.size()));
    for (core::Index i = 0; i < tokens.size(); ++i) {
        labels.texts.push_back(QString::fromStdString(tokens.label(i)));
        labels.wordStart.push_back(tokens.items[std::size_t(i)].wordStart || tokens.items[std::size_t(i)].special);
    }
    return labels;
}

AxisLabels AxisLabels::of(const core::Tokens& tokens, const core::Words& words, core::Index trainedContext)
{
    AxisLabels labels;
    for (core::Index w = 0; w < words.size(); ++w) {
        labels.pieces.push_back(words.tokensOf(w));
        labels.texts.push_back(QString::fromStdString(core::wordLabel(tokens, labels.pieces.back())));
    }
    if (trainedContext > 0 && trainedContext < tokens.size()) labels.trainedContext = words.wordOf(trainedContext);
    return labels;
}

QString AxisLabels::place(core::Index i) const
{
    return unit() == AxisUnit::Tokens || std::size_t(i) >= pieces.size() ? QString::number(i) : placeOf(pieces[std::size_t(i)]);
}

QString placeOf(core::Span tokens)
{
    const QString first = QString::number(tokens.begin);
    return tokens.size() <= 1 ? first : isolatedRange(first + QChar(0x2013) + QString::number(tokens.end - 1));
}

QString AxisLabels::text(core::Index i) const
{
    if (i < 0 || std::size_t(i) >= texts.size()) return QString::number(i);
    return isolated(shortened(texts[std::size_t(i)]));
}

QString shortened(const QString& label)
{
    if (label.size() <= kLongestLabel) return label;
    const bool splits = label[kLongestLabel - 1].isHighSurrogate();   // a character of two units
    return label.left(splits ? kLongestLabel - 1 : kLongestLabel) + QChar(0x2026);
}

std::vector<core::Span> AxisLabels::words(core::Span visible) const
{
    std::vector<core::Span> words;
    core::Index begin = visible.begin;
    for (core::Index i = visible.begin + 1; i <= visible.end && std::size_t(i) <= wordStart.size(); ++i) {
        const bool breaks = i == visible.end || std::size_t(i) == wordStart.size() || wordStart[std::size_t(i)];
        if (!breaks) continue;
        if (i - begin > 1) words.push_back({begin, i});
        begin = i;
    }
    return words;
}

core::Index labelEvery(double spacing, double room)
{
    if (!(spacing > 0.0)) return 1;
    for (core::Index ten = 1;; ten *= 10)
        for (const core::Index step : std::array<core::Index, 3>{1, 2, 5})
            if (double(step * ten) * spacing >= room || ten > 100'000'000) return step * ten;
}

}   // namespace ui
