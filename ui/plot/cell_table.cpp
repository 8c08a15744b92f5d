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

// Children are the headings of the columns, the cells line by line, and last the headings of the rows.
int headingIndex(const CellTable& table, int row) { return table.columns() * (table.rows() + 1) + row; }

// One cell. Row −1 is the line of headings; column −1 the heading of a row, whose description is the row in a sentence.
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
    [[nodiscard]] QAccessible::Role role() const override
    {
        return m_row < 0 ? QAccessible::ColumnHeader : m_column < 0 ? QAccessible::RowHeader : QAccessible::Cell;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid()) return {};
        if (kind == QAccessible::Description && m_column < 0) return m_table.rowSummary(m_row);
        if (kind != QAccessible::Name) return {};
        return m_row < 0 ? m_table.columnHeading(m_column) : m_column < 0 ? m_table.rowHeading(m_row) : m_table.cell(m_row, m_column);
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override
    {
        const QRect place = isValid() ? m_table.rect(m_row, std::max(m_column, 0)) : QRect();   // a row is headed where it begins
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
        return whole && m_column >= 0 ? QList<QAccessibleInterface*>{whole->child(m_column)} : QList<QAccessibleInterface*>();
    }
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override
    {
        QAccessibleInterface* whole = parent();
        return whole && m_row >= 0 ? QList<QAccessibleInterface*>{whole->child(headingIndex(m_table, m_row))} : QList<QAccessibleInterface*>();
    }
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
        const std::int64_t cells = std::int64_t(columnCount()) * (rowCount() + 1) + rowCount();
        return cells <= kListedCells ? int(cells) : 0;
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const int columns = columnCount(), headings = headingIndex(*m_table, 0);
        if (index < 0 || columns == 0 || index >= headings + rowCount()) return nullptr;
        return index < headings ? made({index / columns - 1, index % columns}) : made({index - headings, -1});
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto found =
            std::ranges::find_if(m_cells, [child](const auto& entry) { return QAccessible::accessibleInterface(entry.second) == child; });
        if (found == m_cells.end()) return -1;
        const auto [row, column] = found->first;
        return column < 0 ? headingIndex(*m_table, row) : (row + 1) * columnCount() + column;
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
    using Place = std::pair<int, int>;   // row and column
    [[nodiscard]] QAccessibleInterface* made(Place place) const
    {
        const auto known = m_cells.find(place);
        if (known != m_cells.end()) return QAccessible::accessibleInterface(known->second);
        if (m_cells.size() >= kKeptCells) forget();
        auto* cell = new Cell(*widget(), *m_table, place.first, place.second);
        m_cells[place] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }
    void forget() const
    {
        for (const auto& [at, id] : m_cells) QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }
    std::unique_ptr<CellTable> m_table;
    int m_columns = 0;   // when the cells were told to change last
    mutable std::map<Place, QAccessible::Id> m_cells;
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

// Null where nobody listens, and outside the table.
QAccessibleInterface* cellOf(QWidget& widget, int row, int column)
{
    QAccessibleInterface* whole = QAccessible::isActive() ? QAccessible::queryAccessibleInterface(&widget) : nullptr;
    QAccessibleTableInterface* table = whole ? whole->tableInterface() : nullptr;
    return table ? table->cellAt(row, column) : nullptr;
}

void announceFocus(QAccessibleInterface* cell)
{
    if (!cell) return;
    QAccessibleEvent focus(cell, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

}   // namespace

void readAsTable(CellTableMaker maker)
{
    if (std::ranges::find(makers(), maker) != makers().end()) return;
    makers().push_back(maker);
    if (makers().size() == 1) QAccessible::installFactory(&tableOf);
}

void announceCell(QWidget& widget, int row, int column) { announceFocus(cellOf(widget, row, column)); }

void announceRow(QWidget& widget, int row)
{
    QAccessibleInterface* first = cellOf(widget, row, 0);
    if (first) announceFocus(first->tableCellInterface()->rowHeaderCells().value(0));
}

void announceCellsChanged(QWidget& widget)
{
    QAccessibleTableModelChangeEvent changed(&widget, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&changed);
}

}   // namespace ui
