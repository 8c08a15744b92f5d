#include "ui/views/explore/heads/heads_list_model.h"

#include <algorithm>
#include <utility>

#include "ui/state/document.h"
#include "ui/views/explore/heads/head_words.h"

namespace ui {

// While one types, the same heads change places: rows that stay keep the scroll position, and the current row goes with its head.
void HeadsListModel::show(const HeadValues& values, const HeadOrder& order, Baseline baseline)
{
    std::vector<std::size_t> rows = order.rankedPassing();
    const bool isReset = rows.size() != m_rows.size() || order.entries.size() != m_order.entries.size();
    if (isReset) beginResetModel();
    m_values = values;
    m_order = order;
    m_baseline = baseline;
    if (isReset) {
        m_rows = std::move(rows);
        return endResetModel();
    }
    if (rows != m_rows) reorder(std::move(rows));
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void HeadsListModel::reorder(std::vector<std::size_t> rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<std::size_t> before = std::exchange(m_rows, std::move(rows));
    QModelIndexList moved;
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex& from : persistent) {
        const auto found = std::ranges::find(m_rows, before[std::size_t(from.row())]);
        moved.append(found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin())));
    }
    changePersistentIndexList(persistent, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

int HeadsListModel::rowOf(core::HeadId head) const
{
    const auto found = std::ranges::find_if(m_rows, [&](std::size_t i) { return m_order.entries[i].head == head; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QVariant HeadsListModel::tooltip(std::size_t entry) const { return nameOf(m_order.entries[entry].head) + u'\n' + factsOf(m_values, entry, m_order); }

QString HeadsListModel::printed(std::optional<double> value, bool isPending) const
{
    return !value && isPending ? QStringLiteral("…") : printedValue(value, m_order.measure);
}

QVariant HeadsListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const std::size_t i = m_rows[std::size_t(index.row())];
    const HeadEntry& entry = m_order.entries[i];
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(entry.head);
    case Qt::AccessibleTextRole:
        return spokenOf(entry, m_order);
    case Qt::ToolTipRole:
        return tooltip(i);
    case BarRole:
        return entry.bar;
    case ValueRole:
        return printed(entry.value, m_values.missing(i, m_order.measure) == Missing::OnItsWay);
    case ShuffledRole:
        return m_baseline == Baseline::Hidden ? QString() : printed(entry.shuffled, m_values.isPending());
    default:
        return {};
    }
}

}   // namespace ui
