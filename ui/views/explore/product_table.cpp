#include "ui/views/explore/product_table.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QFontInfo>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include "ui/plot/cell_table.h"
#include "ui/state/numbers.h"
#include "ui/theme/color_map.h"
#include "ui/views/explore/product_table_access.h"

namespace ui {

namespace {

constexpr int kGap = 6;
constexpr int kLeastFont = 11;   // px, below which nothing is read

// The widest of many numbers. Where all digits are equally wide, only those that have more of them than any before are measured.
class Widest {
public:
    explicit Widest(const QFont& font) : m_metrics(font), m_fixed(QFontInfo(font).fixedPitch()) {}
    void add(const QString& text)
    {
        if (m_fixed && text.size() <= m_longest) return;
        m_longest = std::max(m_longest, text.size());
        m_width = std::max(m_width, m_metrics.horizontalAdvance(text));
    }
    [[nodiscard]] int width() const { return m_width; }

private:
    QFontMetrics m_metrics;
    bool m_fixed;
    qsizetype m_longest = 0;
    int m_width = 0;
};

}   // namespace

ProductTable::ProductTable(QWidget* parent) : QWidget(parent)
{
    readProductTables();   // before anything is told to screen readers: what they find first is what they keep
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);   // a table of numbers, as in every book
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Products of query and key"));
}

void ProductTable::setTerms(std::vector<LedgerTerm> terms)
{
    const QSize before = sizeHint();
    m_terms = std::move(terms);
    measure();
    if (sizeHint() != before) updateGeometry();
    update();
    announceCellsChanged(*this);
}

void ProductTable::setTheme(const Theme& theme)
{
    m_theme = theme;
    measure();
    updateGeometry();
    update();
}

// Digits are never cut: much enlarged ones are as large as their columns have room for.
void ProductTable::measure()
{
    m_font = m_theme.font(TextStyle::Caption, Face::Number);
    measureColumns();
    const int room = contentsRect().width(), needed = columnsWidth();
    if (needed <= room || room <= 0) return;
    m_font.setPixelSize(std::max(kLeastFont, m_font.pixelSize() * room / needed));
    measureColumns();
}

void ProductTable::measureColumns()
{
    m_indexWidth = QFontMetrics(m_font).horizontalAdvance(QStringLiteral("000"));
    Widest q(m_font), k = q, product = q;
    m_largest = 0.0;
    for (const LedgerTerm& term : m_terms) {
        q.add(term.q);
        k.add(term.k);
        product.add(term.product);
        m_largest = std::max(m_largest, std::abs(numberIn(term.product)));
    }
    m_qWidth = q.width(), m_kWidth = k.width(), m_productWidth = product.width();
}

int ProductTable::columnsWidth() const { return m_indexWidth + m_qWidth + m_kWidth + m_productWidth + 4 * kGap; }

int ProductTable::rowHeight() const { return QFontMetrics(m_theme.font(TextStyle::Caption, Face::Number)).lineSpacing() + 2; }

QRect ProductTable::rowRect(int row) const { return {0, row * rowHeight(), width(), rowHeight()}; }

QSize ProductTable::sizeHint() const
{
    const QMargins around = contentsMargins();
    return {columnsWidth() + around.left() + around.right(), rowHeight() * (int(m_terms.size()) + 1)};
}

ProductTable::Columns ProductTable::columns() const
{
    Columns result;
    result.index = contentsRect().left() + m_indexWidth;
    result.q = result.index + kGap + m_qWidth;
    result.k = result.q + kGap + m_kWidth;
    result.product = contentsRect().right() + 1;
    result.barLeft = result.k + kGap;
    result.barRight = result.product - m_productWidth - kGap;
    return result;
}

QString ProductTable::line(int term) const
{
    const LedgerTerm& t = m_terms[std::size_t(term)];
    return QStringLiteral("%1: %2 × %3 = %4").arg(term).arg(plainNumber(t.q), plainNumber(t.k), plainNumber(t.product));
}

void ProductTable::keyPressEvent(QKeyEvent* event)
{
    const int terms = int(m_terms.size());
    const RowCursor::Step step = m_cursor.press(*event, terms);
    const int at = m_cursor.row(terms);
    if (step == RowCursor::Step::Copied) return QGuiApplication::clipboard()->setText(line(at));
    if (step != RowCursor::Step::Moved) return event->ignore();   // these numbers are the model's own: there is nothing behind them here
    announceCell(*this, at, 3);
    Q_EMIT walkedTo(rowRect(at + 1));
    update();
}

void ProductTable::resizeEvent(QResizeEvent*) { measure(); }

void ProductTable::mousePressEvent(QMouseEvent* event)
{
    if (const int row = int(event->position().y()) / rowHeight(); row >= 1 && row <= int(m_terms.size())) m_cursor.put(row - 1);
}

void ProductTable::focusInEvent(QFocusEvent* event)
{
    m_cursor.focusIn(event->reason());
    QWidget::focusInEvent(event);   // updates
}

void ProductTable::focusOutEvent(QFocusEvent* event)
{
    m_cursor.focusOut();
    QWidget::focusOutEvent(event);
}

void ProductTable::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintHeadings(painter);
    // Heads may be 128 wide and most rows scrolled away: only the exposed ones are painted.
    const int height = rowHeight();
    const int first = std::max(0, event->rect().top() / height - 1), last = std::min(int(m_terms.size()) - 1, event->rect().bottom() / height - 1);
    for (int i = first; i <= last; ++i) paintTerm(painter, std::size_t(i), rowRect(i + 1));
    if (m_cursor.isSeen() && !m_terms.empty())
        paintFocusRow(painter, QRectF(rowRect(m_cursor.row(int(m_terms.size())) + 1)).adjusted(kRingRoom, -1, -kRingRoom, 1), m_theme);
}

void ProductTable::paintHeadings(QPainter& painter) const
{
    const Columns at = columns();
    const auto heading = [&](int right, const QString& text, const QColor& color) {
        painter.setPen(color);
        painter.drawText(QRect(0, 0, right, rowHeight()), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    painter.setFont(m_theme.strongFont(TextStyle::Caption));
    heading(at.index, QStringLiteral("d"), m_theme.text3);
    heading(at.q, QStringLiteral("q"), m_theme.query);
    heading(at.k, QStringLiteral("k"), m_theme.key);
    heading(at.product, QStringLiteral("q × k"), m_theme.text2);
}

void ProductTable::paintTerm(QPainter& painter, std::size_t i, const QRect& area) const
{
    const Columns at = columns();
    const LedgerTerm& term = m_terms[i];
    const auto number = [&](int right, const QString& text, const QColor& color) {
        painter.setPen(color);
        painter.drawText(QRect(0, area.top(), right, area.height()), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    painter.setFont(m_font);
    number(at.index, QString::number(i), m_theme.text3);
    number(at.q, term.q, m_theme.text1);
    number(at.k, term.k, m_theme.text1);
    number(at.product, term.product, m_theme.text1);

    const double middle = (at.barLeft + at.barRight) / 2.0, half = (at.barRight - at.barLeft) / 2.0;
    if (half <= 0 || !(m_largest > 0)) return;
    const double share = numberIn(term.product) / m_largest;
    const QRgb color = ColorMap::of(MapName::Signed, m_theme.look).color(share < 0 ? -0.6 : 0.6);
    painter.fillRect(QRectF(middle, area.top() + 3, share * half, area.height() - 6).normalized(), QColor(color));
    painter.fillRect(QRectF(middle, area.top(), 1, area.height()), m_theme.border);
}

}   // namespace ui
