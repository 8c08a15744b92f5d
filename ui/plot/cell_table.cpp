#include "ui/plot/cell_table.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>

namespace ui {

namespace {

// A reader that lists all children of a table gets those of a table it can list; larger ones are read cell by cell.
constexpr std::int64_t kListedCells = 16'384;
constexpr std::size_t kKeptCells = 16'384;   // cells that were asked for once and may be asked for again

// One cell. Row −1 is the line of headings.
class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    Cell(QWidget& widget, const CellTable& table, int row, int column) : m_widget(widget), m_table(table), m_row(row), m_column(column) {}

    [[nodiscard]] bool isValid() const override { return m_row < m_table.rows() && m_column < m_table.columns(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_widget); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid()) return {};
        return m_row < 0 ? m_table.columnHeading(m_column) : m_table.cell(m_row, m_column);
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override
    {
        const QRect place = isValid() ? m_table.rect(m_row, m_column) : QRect();
        return {m_widget.mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.focusable = m_widget.focusPolicy() != Qt::NoFocus;
        state.invisible = !m_widget.isVisible();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return false; }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override
    {
        QAccessibleInterface* whole = parent();
        return whole ? QList<QAccessibleInterface*>{whole->child(m_column)} : QList<QAccessibleInterface*>();
    }
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

private:
    QWidget& m_widget;
    const CellTable& m_table;
    int m_row;
    int m_column;
};

// Children are the headings, then the cells row by row.
class Table final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    Table(QWidget* widget, std::unique_ptr<CellTable> table) : QAccessibleWidget(widget, QAccessible::Table), m_table(std::move(table)) {}
    ~Table() override { forget(); }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this) : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] int childCount() const override
    {
        const std::int64_t cells = std::int64_t(columnCount()) * (rowCount() + 1);
        return cells <= kListedCells ? int(cells) : 0;
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const int columns = columnCount();
        if (index < 0 || columns == 0 || index / columns > rowCount()) return nullptr;
        const auto known = m_cells.find(index);
        if (known != m_cells.end()) return QAccessible::accessibleInterface(known->second);
        if (m_cells.size() >= kKeptCells) forget();
        auto* cell = new Cell(*widget(), *m_table, index / columns - 1, index % columns);
        m_cells[index] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto found =
            std::ranges::find_if(m_cells, [child](const auto& entry) { return QAccessible::accessibleInterface(entry.second) == child; });
        return found == m_cells.end() ? -1 : found->first;
    }

    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override
    {
        return row >= 0 && row < rowCount() && column >= 0 && column < columnCount() ? child((row + 1) * columnCount() + column) : nullptr;
    }
    [[nodiscard]] int rowCount() const override { return m_table->rows(); }
    [[nodiscard]] int columnCount() const override { return m_table->columns(); }
    [[nodiscard]] QString columnDescription(int column) const override
    {
        return column >= 0 && column < columnCount() ? m_table->columnHeading(column) : QString();
    }
    [[nodiscard]] QString rowDescription(int row) const override { return row >= 0 && row < rowCount() ? m_table->rowHeading(row) : QString(); }
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
    // Cells read the widget when they are asked; but another number of columns gives each of them another place.
    void modelChange(QAccessibleTableModelChangeEvent*) override
    {
        if (std::exchange(m_columns, columnCount()) != columnCount()) forget();
    }

private:
    void forget() const
    {
        for (const auto& [at, id] : m_cells) QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }
    std::unique_ptr<CellTable> m_table;
    int m_columns = 0;   // when the cells were told to change last
    mutable std::map<int, QAccessible::Id> m_cells;
};

std::vector<CellTableMaker>& makers()
{
    static std::vector<CellTableMaker> all;
    return all;
}

QAccessibleInterface* tableOf(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    for (const CellTableMaker maker : makers())
        if (std::unique_ptr<CellTable> table = widget ? maker(*widget) : nullptr) return new Table(widget, std::move(table));
    return nullptr;
}

}   // namespace

void readAsTable(CellTableMaker maker)
{
    if (std::ranges::find(makers(), maker) != makers().end()) return;
    makers().push_back(maker);
    if (makers().size() == 1) QAccessible::installFactory(&tableOf);
}

void announceCell(QWidget& widget, int row, int column)
{
    if (!QAccessible::isActive()) return;
    QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&widget);
    QAccessibleTableInterface* table = whole ? whole->tableInterface() : nullptr;
    QAccessibleInterface* cell = table ? table->cellAt(row, column) : nullptr;
    if (!cell) return;
    QAccessibleEvent focus(cell, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

void announceCellsChanged(QWidget& widget)
{
    QAccessibleTableModelChangeEvent changed(&widget, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&changed);
}

}   // namespace ui
