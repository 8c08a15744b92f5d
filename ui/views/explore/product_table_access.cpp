#include "ui/views/explore/product_table_access.h"

#include <map>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>

#include "ui/views/explore/product_table.h"

namespace ui {

namespace {

constexpr int kColumns = 4;   // d, q, k, q × k

QString tr(const char* text) { return QCoreApplication::translate("ProductTable", text); }

QString heading(int column)
{
    const char* const names[kColumns] = {QT_TRANSLATE_NOOP("ProductTable", "dimension"), QT_TRANSLATE_NOOP("ProductTable", "query"),
                                         QT_TRANSLATE_NOOP("ProductTable", "key"), QT_TRANSLATE_NOOP("ProductTable", "query times key")};
    return tr(names[column]);
}

QString number(const ProductTable& table, int row, int column)
{
    const LedgerTerm& term = table.terms()[std::size_t(row)];
    const QString texts[kColumns] = {QString::number(row), term.q, term.k, term.product};
    return texts[column];
}

// One number. Row −1 is the line of headings.
class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    Cell(ProductTable& table, int row, int column) : m_table(table), m_row(row), m_column(column) {}

    [[nodiscard]] bool isValid() const override { return m_row < int(m_table.terms().size()); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_table); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid()) return {};
        return m_row < 0 ? heading(m_column) : number(m_table, m_row, m_column);
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override
    {
        const QRect row = m_table.rowRect(m_row + 1);
        const int left = row.width() * m_column / kColumns, right = row.width() * (m_column + 1) / kColumns;
        return {m_table.mapToGlobal(QPoint(row.left() + left, row.top())), QSize(right - left, row.height())};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !m_table.isVisible();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return false; }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override
    {
        QAccessibleInterface* table = parent();
        return table ? QList<QAccessibleInterface*>{table->child(m_column)} : QList<QAccessibleInterface*>();
    }
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

private:
    ProductTable& m_table;
    int m_row;
    int m_column;
};

// Children are the headings, then the numbers row by row. Cells are made when they are asked for and live as long as the table.
class Table final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit Table(ProductTable* table) : QAccessibleWidget(table, QAccessible::Table), m_table(*table) {}
    ~Table() override
    {
        for (const auto& [at, id] : m_cells) QAccessible::deleteAccessibleInterface(id);
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this) : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] int childCount() const override { return kColumns * (rowCount() + 1); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        const auto known = m_cells.find(index);
        if (known != m_cells.end()) return QAccessible::accessibleInterface(known->second);
        auto* cell = new Cell(m_table, index / kColumns - 1, index % kColumns);
        m_cells[index] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [index, id] : m_cells)
            if (QAccessible::accessibleInterface(id) == child) return index;
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override
    {
        return row >= 0 && row < rowCount() && column >= 0 && column < kColumns ? child((row + 1) * kColumns + column) : nullptr;
    }
    [[nodiscard]] int rowCount() const override { return int(m_table.terms().size()); }
    [[nodiscard]] int columnCount() const override { return kColumns; }
    [[nodiscard]] QString columnDescription(int column) const override { return column >= 0 && column < kColumns ? heading(column) : QString(); }
    [[nodiscard]] QString rowDescription(int row) const override { return tr("dimension %1").arg(row); }
    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    // Nothing can be selected here.
    [[nodiscard]] int selectedCellCount() const override { return 0; }
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override { return {}; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}   // cells read the table when they are asked

private:
    ProductTable& m_table;
    mutable std::map<int, QAccessible::Id> m_cells;
};

QAccessibleInterface* tableOf(const QString&, QObject* object)
{
    auto* table = qobject_cast<ProductTable*>(object);
    return table ? new Table(table) : nullptr;
}

}   // namespace

void readProductTables()
{
    static const bool kInstalled = (QAccessible::installFactory(&tableOf), true);
    Q_UNUSED(kInstalled)
}

}   // namespace ui
