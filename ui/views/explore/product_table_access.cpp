#include "ui/views/explore/product_table_access.h"

#include "ui/plot/cell_table.h"
#include "ui/state/tr.h"
#include "ui/views/explore/product_table.h"

namespace ui {

namespace {

constexpr int kColumns = 4;   // d, q, k, q × k

class Products final : public CellTable {
public:
    explicit Products(const ProductTable& table) : m_table(table) {}

    [[nodiscard]] int rows() const override { return int(m_table.terms().size()); }
    [[nodiscard]] int columns() const override { return kColumns; }
    [[nodiscard]] QString cell(int row, int column) const override
    {
        const LedgerTerm& term = m_table.terms()[std::size_t(row)];
        const QString texts[kColumns] = {QString::number(row), term.q, term.k, term.product};
        return texts[column];
    }
    [[nodiscard]] QString rowHeading(int row) const override { return QCoreApplication::translate("ui", "dimension %1").arg(row); }
    [[nodiscard]] QString columnHeading(int column) const override
    {
        const char* const names[kColumns] = {QT_TRANSLATE_NOOP("ui", "dimension"), QT_TRANSLATE_NOOP("ui", "query"),
                                             QT_TRANSLATE_NOOP("ui", "key"), QT_TRANSLATE_NOOP("ui", "query times key")};
        return tr(names[column]);
    }
    [[nodiscard]] QRect rect(int row, int column) const override
    {
        const QRect place = m_table.rowRect(row + 1);
        const int left = place.width() * column / kColumns, right = place.width() * (column + 1) / kColumns;
        return {place.left() + left, place.top(), right - left, place.height()};
    }

private:
    const ProductTable& m_table;
};

std::unique_ptr<CellTable> productsOf(QWidget& widget)
{
    const auto* table = qobject_cast<ProductTable*>(&widget);
    return table ? std::make_unique<Products>(*table) : nullptr;
}

}   // namespace

void readProductTables() { readAsTable(&productsOf); }

}   // namespace ui
