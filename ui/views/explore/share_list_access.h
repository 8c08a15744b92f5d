// What a screen reader finds in a ShareList: a table of labels and numbers.
#pragma once

namespace ui {

// From now on assistive technology sees lists of shares as tables. Once is enough, more does no harm.
void readShareLists();

}   // namespace ui
