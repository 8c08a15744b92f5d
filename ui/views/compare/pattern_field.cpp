#include "ui/views/compare/pattern_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>

#include "ui/state/document.h"
#include "ui/views/compare/pattern_highlighter.h"

namespace ui {

namespace {

constexpr int kLeastLines = 2, kMostLines = 5;
constexpr int kMargin = 4;

QString rawText(const QTextDocument& document)
{
    QString text = document.toRawText();
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

// Where so many characters end: those beyond the first plane are two units.
qsizetype unitsOf(const QString& text, qsizetype characters)
{
    qsizetype at = 0;
    for (; characters > 0 && at < text.size(); --characters) at += text[at].isHighSurrogate() ? 2 : 1;
    return at;
}

}   // namespace

PatternField::PatternField(QWidget* parent) : QPlainTextEdit(parent), m_highlighter(new PatternHighlighter(document()))
{
    setObjectName(QStringLiteral("patternExpression"));
    setAccessibleName(tr("Pattern expression"));
    setPlaceholderText(QStringLiteral("causal & window(24)"));
    setUndoRedoEnabled(false);   // the session undoes, and names what it undoes
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setLayoutDirection(Qt::LeftToRight);   // as program text is read everywhere
    setViewportMargins(kMargin, kMargin, kMargin, kMargin);
    connect(this, &QPlainTextEdit::textChanged, this, &PatternField::noteEdit);
    setTheme(m_theme);
}

QString PatternField::text() const { return rawText(*document()); }

void PatternField::noteEdit()
{
    const QString now = text();
    if (now == m_last) return;   // the highlighter's formats are changes too
    const TextEdit edit = TextEdit::between(m_last, now);
    m_last = now;
    fitHeight();
    if (m_showing) return;
    const bool isWithinWord = edit.added.size() + edit.removed.size() == 1 && (edit.added + edit.removed).front().isLetterOrNumber();
    Q_EMIT textEdited(now, m_continues && isWithinWord);
    m_continues = m_continues || !m_fault;   // where nobody was told there is nothing to go on with
}

void PatternField::showText(const QString& wanted)
{
    const QString current = text();
    if (current == wanted) return;
    m_continues = false;
    const TextEdit edit = TextEdit::between(current, wanted);
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(edit.position));
    cursor.setPosition(int(edit.position + edit.removed.size()), QTextCursor::KeepAnchor);
    cursor.insertText(edit.added);
    setTextCursor(cursor);
    m_showing = false;
}

void PatternField::showFault(std::optional<qsizetype> character)
{
    m_fault = character ? std::optional(unitsOf(text(), *character)) : std::nullopt;
    viewport()->update();
}

void PatternField::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(theme.font(TextStyle::Label, Face::Number));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.surface2);
    colors.setColor(QPalette::Text, theme.text1);
    colors.setColor(QPalette::PlaceholderText, theme.text3);
    setPalette(colors);
    m_highlighter->setTheme(theme);
    fitHeight();
}

void PatternField::fitHeight()
{
    double content = 0.0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) content += blockBoundingRect(block).height();
    const double line = QFontMetricsF(font()).lineSpacing();
    content = std::clamp(content, kLeastLines * line, kMostLines * line);
    const int wanted = int(std::ceil(content)) + 2 * int(document()->documentMargin()) + 2 * (kMargin + 1);
    if (wanted != minimumHeight()) setFixedHeight(wanted);
}

// From the fault to the end of its word, or a place of its own behind the text.
QRectF PatternField::faultRect() const
{
    const QString all = text();
    qsizetype end = *m_fault;
    while (end < all.size() && (all[end].isLetterOrNumber() || all[end] == u'_')) ++end;
    if (end == *m_fault && end < all.size()) ++end;
    QTextCursor cursor(document());
    cursor.setPosition(int(*m_fault));
    const QRectF from = cursorRect(cursor);
    cursor.setPosition(int(end));
    const QRectF to = cursorRect(cursor);
    const qreal letter = QFontMetricsF(font()).horizontalAdvance(u'm');
    const bool isOneLine = end > *m_fault && to.top() == from.top() && to.left() > from.left();
    return {from.left(), from.top(), isOneLine ? to.left() - from.left() : letter, from.height()};
}

void PatternField::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (!m_fault) return;
    const QRectF rect = faultRect();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal step = 2.0 * m_theme.textScale, base = rect.bottom() - step / 2;
    QPainterPath wave(QPointF(rect.left(), base));
    int i = 0;
    for (qreal x = rect.left() + step; x < rect.right() + step / 2; x += step) wave.lineTo(x, base + (++i % 2 ? -step : 0));
    painter.setPen(QPen(m_theme.error, 1.5 * m_theme.textScale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wave);
}

void PatternField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

// Undo belongs to the session, except of what the session has not been told: that is taken back first.
bool PatternField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool undoes = key->matches(QKeySequence::Undo);
        if ((undoes || key->key() == Qt::Key_Escape) && m_fault) {
            event->accept();
            return true;
        }
        if (undoes || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void PatternField::keyPressEvent(QKeyEvent* event)
{
    const bool takesBack = event->matches(QKeySequence::Undo) || event->key() == Qt::Key_Escape;
    if (takesBack && m_fault) return Q_EMIT restoreAsked();
    if (event->key() == Qt::Key_Escape) return event->ignore();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return;   // what is typed holds already
    QPlainTextEdit::keyPressEvent(event);
}

void PatternField::focusInEvent(QFocusEvent* event)
{
    m_continues = false;
    QPlainTextEdit::focusInEvent(event);
}

bool PatternField::canInsertFromMimeData(const QMimeData* source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void PatternField::insertFromMimeData(const QMimeData* source)
{
    if (!source->hasText()) return;
    const QString added = source->text();
    const qsizetype length = text().size() - textCursor().selectedText().size() + added.size();
    if (length > kLongestText) {
        const core::Error error = tooLongText(tr("The expression with what was to be put in"), length);
        return Q_EMIT refused({error.fault, error.what, {}});
    }
    textCursor().insertText(added);
    ensureCursorVisible();
}

}   // namespace ui
