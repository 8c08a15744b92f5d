#include "ui/state/document.h"

#include <algorithm>

#include <QStringDecoder>

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

core::Error tooLongText(const QString& name, qsizetype length)
{
    return {core::Fault::OverBudget, tr("%1 has %2 letters; the window takes up to %3.").arg(name, printedCount(length), printedCount(kLongestText)).toStdString(),
            tr("Take a part of it, or record all of it on the command line, with fovea record --text-file.").toStdString()};
}

const QString& DocumentState::textOf(Side side) const
{
    static const QString kNone;
    return side == Side::First ? text : second ? second->text : kNone;
}

TextEdit TextEdit::between(const QString& before, const QString& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front]) ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
    return {.position = front, .removed = before.mid(front, before.size() - front - back), .added = after.mid(front, after.size() - front - back)};
}

TextEdit TextEdit::earliest(const QString& before) const
{
    TextEdit edit = *this;
    if (removed.isEmpty() == added.isEmpty()) return edit;   // a replacement is as short as it can be: it has one place
    QString& moving = added.isEmpty() ? edit.removed : edit.added;
    qsizetype last = moving.size() - 1, slid = 0;
    while (edit.position > 0 && before[edit.position - 1] == moving[last]) {
        --edit.position;
        last = last > 0 ? last - 1 : moving.size() - 1;
        ++slid;
    }
    slid %= moving.size();
    moving = moving.last(slid) + moving.chopped(slid);
    return edit;
}

QString TextEdit::appliedTo(const QString& text) const
{
    if (removed.isEmpty() && added.isEmpty()) return text;
    return QString(text).replace(position, removed.size(), added);
}

QString exactText(const std::string& utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), qsizetype(utf8.size())));
}

QString quoted(const QString& text)
{
    constexpr qsizetype kMost = 60, kWord = 20;
    if (text.isEmpty()) return tr("the empty text");
    QString start = text.left(kMost);
    if (start.size() < text.size()) {
        if (start.back().isHighSurrogate()) start.chop(1);   // a character is shown whole or not at all
        if (const qsizetype space = start.lastIndexOf(u' '); space >= start.size() - kWord && space > 0) start.truncate(space);
        start += QStringLiteral(" …");
    }
    return QStringLiteral("“%1”").arg(start.replace(u'\n', QChar(0x23ce)));
}

QString nameOf(core::HeadId head) { return QStringLiteral("L%1 · H%2").arg(head.layer).arg(head.head); }

}   // namespace ui
