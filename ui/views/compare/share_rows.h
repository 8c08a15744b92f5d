// Next tokens as rows of a list.
#pragma once

#include <vector>

#include <QStringList>

#include "core/model/generate.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/share_list.h"

namespace ui {

[[nodiscard]] inline std::vector<ShareRow> shareRows(const std::vector<core::NextToken>& next, const QStringList& labels)
{
    std::vector<ShareRow> rows;
    for (std::size_t i = 0; i < next.size(); ++i)
        rows.push_back(
            {.label = labels.value(qsizetype(i)), .share = next[i].probability, .value = percent(next[i].probability), .second = {}, .tip = {}});
    return rows;
}

}   // namespace ui
