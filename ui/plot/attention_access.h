// What a screen reader finds in an AttentionView: the matrix as a table of queries and keys, whose cells say their weight or why there is none.
#pragma once

namespace ui {

// From now on assistive technology sees attention views as tables. Once is enough, more does no harm.
void readAttentionViews();

}   // namespace ui
