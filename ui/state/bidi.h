// Labels of tokens are of any script, and stand in sentences of any other, beside numbers. A label that is read from the right is isolated there, so
// that the number behind it stays behind it ("القطة 9–19" would read 19–9).
#pragma once

#include <algorithm>

#include <QGuiApplication>
#include <QString>

namespace ui {

[[nodiscard]] inline QString isolated(const QString& label)
{
    constexpr char16_t kFirstFromRight = 0x0590;   // no letter before is read from the right
    if (std::all_of(label.begin(), label.end(), [](QChar letter) { return letter.unicode() < kFirstFromRight; })) return label;
    const auto isFromRight = [](char32_t letter) {
        const QChar::Direction direction = QChar::direction(letter);
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    };
    const QList<uint> letters = label.toUcs4();
    if (std::none_of(letters.begin(), letters.end(), isFromRight)) return label;
    return QChar(0x2068) + label + QChar(0x2069);   // first strong isolate … pop directional isolate
}

// A range of numbers begins with its first, also among words that are read from the right.
[[nodiscard]] inline QString isolatedRange(const QString& range)
{
    return QGuiApplication::isRightToLeft() ? QChar(0x2066) + range + QChar(0x2069) : range;   // left-to-right isolate … pop directional isolate
}

// Rich text whose direction is that of the window's language, whatever script its labels are of. Editors of text would take that of the first letter.
[[nodiscard]] inline QString directed(const QString& html, Qt::LayoutDirection direction)
{
    return QStringLiteral("<div dir=\"%1\">%2</div>").arg(QLatin1String(direction == Qt::RightToLeft ? "rtl" : "ltr"), html);
}

// A line of numbers behind a label runs from the left, as in every book.
[[nodiscard]] inline QString fromLeft(const QString& line) { return QChar(0x200E) + line; }

// The first letter as a capital, behind whatever marks stand before it.
[[nodiscard]] inline QString capitalised(QString sentence)
{
    const auto first = std::find_if(sentence.begin(), sentence.end(), [](QChar letter) { return letter.isLetterOrNumber(); });
    if (first != sentence.end()) *first = first->toUpper();
    return sentence;
}

}   // namespace ui
