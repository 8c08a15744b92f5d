#include "ui/views/explore/sentence_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QLabel>
#include <QTextBlock>
#include <QTextLayout>

#include "ui/plot/partial_update.h"
#include "ui/state/document.h"

namespace ui {

namespace {

constexpr int kMargin = 5;
constexpr int kChipPadding = 5;
constexpr qreal kWordGap = 7.0;   // px added to every space, so that words stand apart like chips
constexpr int kBorder = 2;        // as wide as the focus frame

// What the user typed, character by character. QPlainTextEdit::toPlainText would turn no-break spaces into spaces.
QString rawText(const QTextDocument& document)
{
    QString text = document.toRawText();
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

}   // namespace

SentenceField::SentenceField(QWidget* parent) :
    QPlainTextEdit(parent), m_start(new QLabel(this)), m_startNumber(new QLabel(QStringLiteral("0"), this))
{
    setObjectName(QStringLiteral("sentence"));
    setAccessibleName(tr("Sentence"));
    setPlaceholderText(tr("Type a sentence and see where each word looks"));
    setUndoRedoEnabled(false);   // the session undoes, and names what it undoes
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);   // lines wrap
    m_start->setTextFormat(Qt::PlainText);                  // "<s>" is no markup
    m_start->setObjectName(QStringLiteral("startToken"));
    m_start->setAccessibleName(tr("Start token"));
    m_start->setAlignment(Qt::AlignCenter);
    m_start->installEventFilter(this);
    m_startNumber->setAlignment(Qt::AlignCenter);
    for (QLabel* label : {m_start, m_startNumber}) label->hide();
    viewport()->setMouseTracking(true);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        announceHover(std::nullopt);   // letters move under a resting pointer; it means something again when it moves
        placeBoxes();
        alignToText();
        fitHeight();
        if (!m_showing) Q_EMIT textEdited(text());
    });
    alignToText();
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
    cursor.setPosition(int(edit.position + edit.removed.size()), QTextCursor::KeepAnchor);
    cursor.insertText(edit.added);
    setTextCursor(cursor);
    m_showing = false;
}

void SentenceField::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    placeBoxes();
    fitHeight();
    placeStartToken();
    viewport()->update();
}

// Only the tokens whose role changes are painted again: this runs whenever the pointer enters another cell anywhere.
void SentenceField::showPair(std::optional<PairOfRuns> pair)
{
    if (pair == m_pair) return;
    const std::optional<PairOfRuns> before = std::exchange(m_pair, pair);
    const auto changed = [&](core::Index token) { return roleIn(before, token) != roleIn(pair, token); };
    if (changed(0)) styleStartToken();
    const std::vector<TokenChip> shown = chips(viewport()->rect());
    for (const TokenChip& chip : shown)
        if (changed(chip.token)) updatePart(*viewport(), chip.rect.toAlignedRect().adjusted(-2, -2, 2, 2));
    if (isOneLine() && !shown.empty())   // numbers of the pair take the room of others
        updatePart(*viewport(), QRect(0, int(shown.front().rect.bottom()), viewport()->width(), numberHeight() + 2));
}

void SentenceField::setTheme(const Theme& theme)
{
    m_theme = theme;
    QFont letters = theme.font(TextStyle::Title);
    letters.setWeight(QFont::Normal);
    letters.setWordSpacing(kWordGap);
    setFont(letters);
    m_start->setFont(theme.font(TextStyle::Label));
    m_startNumber->setFont(theme.font(TextStyle::Micro, Face::Number));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.surface2);
    colors.setColor(QPalette::Text, theme.text1);
    colors.setColor(QPalette::PlaceholderText, theme.text3);
    setPalette(colors);
    makeRoomForBytes();
    fitHeight();
    placeStartToken();
    viewport()->update();
}

void SentenceField::setMostLines(int lines)
{
    m_mostLines = lines;
    fitHeight();
}

void SentenceField::placeBoxes()
{
    m_boxes = m_record ? tokenBoxes(m_record->recording->tokens, text()) : std::vector<TokenBox>();
    makeRoomForBytes();
}

// As the text is read, whatever the window is: lines begin, and the start token stands, where its first line begins.
void SentenceField::alignToText()
{
    const bool isFromRight = document()->firstBlock().length() > 1 ? document()->firstBlock().textDirection() == Qt::RightToLeft : isRightToLeft();
    QTextOption option = document()->defaultTextOption();
    const Qt::Alignment wanted = (isFromRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    if (option.alignment() == wanted) return;
    option.setAlignment(wanted);
    document()->setDefaultTextOption(option);
    placeStartToken();
}

void SentenceField::fitHeight()
{
    const double most = m_mostLines * QFontMetrics(font()).lineSpacing();
    double content = 0.0;   // lines of other scripts may be higher than the font's own
    for (QTextBlock block = document()->begin(); block.isValid() && content < most; block = block.next())
        content += blockBoundingRect(block).height();
    content = std::clamp(content, most / m_mostLines, most);
    const int numbers = isOneLine() ? numberHeight() : 0;   // several lines have no room for them between
    setFixedHeight(int(std::ceil(content)) + 2 * int(document()->documentMargin()) + 2 * (kMargin + kBorder) + 2 + numbers);
    m_startNumber->setVisible(isOneLine() && m_start->isVisibleTo(this));
}

bool SentenceField::isOneLine() const
{
    const QTextBlock first = document()->begin();
    return document()->blockCount() == 1 && first.layout()->lineCount() <= 1;
}

void SentenceField::placeStartToken()
{
    const bool has = m_record && m_record->recording->size() > 0 && m_record->recording->tokens.items.front().span.empty();
    for (QLabel* label : {m_start, m_startNumber}) label->setVisible(has);
    if (!has) return keepMargins({kMargin, kMargin, kMargin, kMargin});
    m_start->setText(m_record->label(0));
    styleStartToken();
    const QFontMetrics metrics(m_theme.font(TextStyle::Label));   // a size hint would depend on whether the style sheet was applied yet
    const int top = kMargin + kBorder + int(document()->documentMargin()), height = QFontMetrics(font()).height();
    const bool isFromRight = document()->defaultTextOption().alignment() & Qt::AlignRight;
    const int wide = metrics.horizontalAdvance(m_start->text()) + 2 * kChipPadding, beside = wide + 2 * kMargin;
    m_start->setGeometry(isFromRight ? width() - kMargin - kBorder - wide : kMargin + kBorder, top - 2, wide, height + 4);
    m_startNumber->setGeometry(m_start->x(), top + height + 3, m_start->width(), m_startNumber->sizeHint().height());
    m_startNumber->setVisible(isOneLine());
    keepMargins({isFromRight ? kMargin : beside, kMargin, isFromRight ? beside : kMargin, kMargin});
}

// The base class lays itself out anew for equal margins too, and calls that a resize, which is what leads here.
void SentenceField::keepMargins(const QMargins& margins)
{
    if (margins != viewportMargins()) setViewportMargins(margins);
}

void SentenceField::styleStartToken()
{
    const Role role = roleIn(m_pair, 0);
    const QColor& ink = role == Role::Query ? m_theme.query : role == Role::Key ? m_theme.key : m_theme.text3;
    const QColor& ground = role == Role::Query ? m_theme.queryTint : role == Role::Key ? m_theme.keyTint : m_theme.surface;
    const QString style = QStringLiteral("color: %1; background: %2; border: 1px solid %3; border-radius: 5px;")
                              .arg(ink.name(), ground.name(), (role == Role::None ? m_theme.borderStrong : ink).name());
    if (style != m_start->styleSheet()) m_start->setStyleSheet(style);
    const QString number = QStringLiteral("color: %1;").arg(ink.name());
    if (number != m_startNumber->styleSheet()) m_startNumber->setStyleSheet(number);
}

SentenceField::Role SentenceField::roleIn(const std::optional<PairOfRuns>& pair, core::Index token)
{
    if (!pair) return Role::None;
    if (pair->query.contains(token)) return Role::Query;
    return pair->key.contains(token) ? Role::Key : Role::None;
}

void SentenceField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();   // a narrower field wraps into more lines
    placeStartToken();
}

}   // namespace ui
