#include "ui/views/explore/sentence_field.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include "ui/state/document.h"

namespace ui {

namespace {

constexpr int kMostLines = 4;
constexpr int kMargin = 5;
constexpr int kChipPadding = 5;
constexpr int kBorder = 2;   // as wide as the focus frame

// What the user typed, character by character. QPlainTextEdit::toPlainText would turn no-break spaces into spaces.
QString rawText(const QTextDocument& document)
{
    QString text = document.toRawText();
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

}   // namespace

SentenceField::SentenceField(QWidget* parent) : QPlainTextEdit(parent), m_start(new QLabel(this))
{
    setObjectName(QStringLiteral("sentence"));
    setAccessibleName(tr("Sentence"));
    setPlaceholderText(tr("Type a sentence and see where each word looks"));
    setUndoRedoEnabled(false);   // the session undoes, and names what it undoes
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);   // lines wrap
    m_start->setTextFormat(Qt::PlainText);   // "<s>" is no markup
    m_start->setObjectName(QStringLiteral("startToken"));
    m_start->setAccessibleName(tr("Start token"));
    m_start->setAlignment(Qt::AlignCenter);
    m_start->hide();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        placeBoxes();
        fitHeight();
        if (!m_showing) Q_EMIT textEdited(text());
    });
    setTheme(m_theme);
}

QString SentenceField::text() const { return rawText(*document()); }

void SentenceField::showText(const QString& wanted)
{
    const QString current = text();
    if (current == wanted) return;
    const TextEdit edit = TextEdit::between(current, wanted);
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(edit.position));
    cursor.setPosition(int(edit.position + edit.removed), QTextCursor::KeepAnchor);
    cursor.insertText(edit.added);
    setTextCursor(cursor);
    m_showing = false;
}

void SentenceField::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    placeBoxes();
    showStartToken();
    viewport()->update();
}

void SentenceField::showPair(std::optional<Pair> pair)
{
    if (pair == m_pair) return;
    m_pair = pair;
    showStartToken();
    viewport()->update();
}

void SentenceField::setTheme(const Theme& theme)
{
    m_theme = theme;
    QFont letters = theme.font(TextStyle::Title);
    letters.setWeight(QFont::Normal);
    setFont(letters);
    m_start->setFont(theme.font(TextStyle::Label));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.surface2);
    colors.setColor(QPalette::Text, theme.text1);
    colors.setColor(QPalette::PlaceholderText, theme.text3);
    setPalette(colors);
    fitHeight();
    showStartToken();
    viewport()->update();
}

void SentenceField::placeBoxes() { m_boxes = m_record ? tokenBoxes(m_record->recording->tokens, text()) : std::vector<TokenBox>(); }

void SentenceField::fitHeight()
{
    const double most = kMostLines * QFontMetrics(font()).lineSpacing();
    double content = 0.0;   // lines of other scripts may be higher than the font's own
    for (QTextBlock block = document()->begin(); block.isValid() && content < most; block = block.next())
        content += blockBoundingRect(block).height();
    content = std::clamp(content, most / kMostLines, most);
    setFixedHeight(int(std::ceil(content)) + 2 * int(document()->documentMargin()) + 2 * (kMargin + kBorder) + 2);
}

void SentenceField::showStartToken()
{
    const bool has = m_record && m_record->recording->size() > 0 && m_record->recording->tokens.items.front().span.empty();
    m_start->setVisible(has);
    if (!has) return setViewportMargins(kMargin, kMargin, kMargin, kMargin);
    const Role role = roleOf(0);
    const QColor& ink = role == Role::Query ? m_theme.query : role == Role::Key ? m_theme.key : m_theme.text3;
    const QColor& ground = role == Role::Query ? m_theme.queryTint : role == Role::Key ? m_theme.keyTint : m_theme.surface;
    m_start->setText(m_record->label(0));
    m_start->setStyleSheet(QStringLiteral("color: %1; background: %2; border: 1px solid %3; border-radius: 5px;")
                               .arg(ink.name(), ground.name(), (role == Role::None ? m_theme.borderStrong : ink).name()));
    const QFontMetrics metrics(m_theme.font(TextStyle::Label));   // a size hint would depend on whether the style sheet was applied yet
    m_start->resize(metrics.horizontalAdvance(m_start->text()) + 2 * kChipPadding, metrics.height() + 2);
    m_start->move(kMargin + kBorder, kMargin + kBorder + int(document()->documentMargin()));
    setViewportMargins(m_start->width() + 2 * kMargin, kMargin, kMargin, kMargin);
}

SentenceField::Role SentenceField::roleOf(core::Index token) const
{
    if (!m_pair) return Role::None;
    if (token == m_pair->query) return Role::Query;
    return token == m_pair->key ? Role::Key : Role::None;
}

bool SentenceField::event(QEvent* event)
{
    // Undo and redo belong to the window's menu even while the caret is here.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void SentenceField::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
            if (area.top() > event->rect().bottom()) break;
            auto box = std::lower_bound(m_boxes.begin(), m_boxes.end(), block.position(), [](const TokenBox& b, int at) { return b.end <= at; });
            for (; box != m_boxes.end() && box->begin < block.position() + block.length(); ++box) paintBox(painter, *box, area.topLeft());
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void SentenceField::paintBox(QPainter& painter, const TokenBox& box, QPointF offset) const
{
    const QTextBlock block = document()->findBlock(int(box.begin));
    const QTextLayout* layout = block.layout();
    const int begin = int(box.begin) - block.position(), end = int(std::min<qsizetype>(box.end - block.position(), block.length() - 1));
    const Role role = roleOf(box.token);
    const bool untrained = m_record->recording->trainedContext > 0 && box.token >= m_record->recording->trainedContext;
    for (int at = begin; at < end;) {
        const QTextLine line = layout->lineForTextPosition(at);
        if (!line.isValid()) return;
        const int stop = std::min(end, line.textStart() + line.textLength());
        if (stop <= at) return;
        // In right-to-left runs the later position lies further left.
        const qreal from = line.cursorToX(at), to = line.cursorToX(stop);
        QRectF rect(QPointF(std::min(from, to), line.y()), QSizeF(std::abs(to - from), line.height()));
        rect = rect.translated(offset).adjusted(-0.5, 0.5, 0.5, -0.5);
        const bool visible = viewport()->rect().intersects(rect.toAlignedRect());
        if (visible) {
            painter.setPen(QPen(role == Role::Query ? m_theme.query
                                : role == Role::Key ? m_theme.key
                                                    : m_theme.borderStrong,
                                role == Role::None ? 1.0 : 1.5));
            painter.setBrush(role == Role::Query ? m_theme.queryTint
                             : role == Role::Key ? m_theme.keyTint
                             : untrained         ? m_theme.warnTint
                                                 : m_theme.surface);
            painter.drawRoundedRect(rect, 4, 4);
        }
        at = stop;
    }
}

void SentenceField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();   // a narrower field wraps into more lines
}

bool SentenceField::canInsertFromMimeData(const QMimeData* source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);   // files are dropped on the window
}

void SentenceField::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText()) textCursor().insertText(source->text());
    ensureCursorVisible();
}

}   // namespace ui
