// The products of one score, dimension by dimension: q, k, q·k and a signed bar. One tab stop, arrows inside; Ctrl+C copies a row.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/state/ledger.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/row_cursor.h"

namespace ui {

class ProductTable : public QWidget {
    Q_OBJECT

public:
    explicit ProductTable(QWidget* parent = nullptr);

    void setTerms(std::vector<LedgerTerm> terms);
    void setTheme(const Theme& theme);
    [[nodiscard]] const std::vector<LedgerTerm>& terms() const { return m_terms; }
    [[nodiscard]] QRect rowRect(int row) const;   // 0: the headings, then one row for each term
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }   // digits become smaller where it is narrow
    // "3: 0.52 × −1.4 = −0.728", in characters that every calculator reads.
    [[nodiscard]] QString line(int term) const;

Q_SIGNALS:
    void walkedTo(const QRect& row);   // by the keyboard: whoever scrolls the table shows it

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Columns {
        int index = 0, q = 0, k = 0, product = 0;   // right edges
        int barLeft = 0, barRight = 0;
    };
    void measure();
    void measureColumns();
    [[nodiscard]] int columnsWidth() const;
    void paintHeadings(QPainter& painter) const;
    void paintTerm(QPainter& painter, std::size_t i, const QRect& area) const;
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int rowHeight() const;

    Theme m_theme = Theme::light();
    std::vector<LedgerTerm> m_terms;
    RowCursor m_cursor;   // among the terms
    QFont m_font;         // of the digits
    int m_indexWidth = 0, m_qWidth = 0, m_kWidth = 0, m_productWidth = 0;
    double m_largest = 0.0;   // |product| at full bar length
};

}   // namespace ui
