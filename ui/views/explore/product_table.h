// The products of one score, dimension by dimension: q, k, q·k and a signed bar.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/state/ledger.h"
#include "ui/theme/theme.h"

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
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Columns {
        int index = 0, q = 0, k = 0, product = 0;   // right edges
        int barLeft = 0, barRight = 0;
    };
    void measure();
    void paintHeadings(QPainter& painter) const;
    void paintTerm(QPainter& painter, std::size_t i, const QRect& area) const;
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int rowHeight() const;

    Theme m_theme = Theme::light();
    std::vector<LedgerTerm> m_terms;
    int m_qWidth = 0, m_kWidth = 0, m_productWidth = 0;
    double m_largest = 0.0;   // |product| at full bar length
};

}   // namespace ui
