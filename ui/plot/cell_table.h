// What a screen reader finds in a widget that paints a table and holds no items: headings and cells, each made when it is asked for.
#pragma once

#include <memory>

#include <QRect>
#include <QString>
#include <QWidget>

namespace ui {

// Reads the widget each time it is asked; never outlives it.
class CellTable {
public:
    virtual ~CellTable() = default;
    [[nodiscard]] virtual int rows() const = 0;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString cell(int row, int column) const = 0;   // as it is spoken
    [[nodiscard]] virtual QString rowHeading(int row) const = 0;
    [[nodiscard]] virtual QString rowSummary(int) const { return {}; }   // the row in a sentence
    [[nodiscard]] virtual QString columnHeading(int column) const = 0;
    [[nodiscard]] virtual QRect rect(int row, int column) const = 0;   // in the widget; row −1: the heading of the column
};

// From now on assistive technology sees the widgets of this kind as tables. `maker` returns null for every other widget.
using CellTableMaker = std::unique_ptr<CellTable> (*)(QWidget& widget);
void readAsTable(CellTableMaker maker);

// Tells assistive technology that the keyboard is at this cell, or that cells have changed.
void announceCell(QWidget& widget, int row, int column);
void announceRow(QWidget& widget, int row);   // at its heading, which says the row in a sentence
void announceCellsChanged(QWidget& widget);

}   // namespace ui
