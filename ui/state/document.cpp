#include "ui/state/document.h"

#include <algorithm>

#include <QStringDecoder>

namespace ui {

TextEdit TextEdit::between(const QString& before, const QString& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front]) ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
    return {.position = front, .removed = before.size() - front - back, .added = after.mid(front, after.size() - front - back)};
}

QString exactText(const std::string& utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), qsizetype(utf8.size())));
}

QString nameOf(core::HeadId head) { return QStringLiteral("L%1 · H%2").arg(head.layer).arg(head.head); }

}   // namespace ui
