// What a screen reader finds in a ProductTable: a table of headings and numbers, cell by cell.
#pragma once

namespace ui {

// From now on assistive technology sees product tables as tables. Once is enough, more does no harm.
void readProductTables();

}   // namespace ui
