#include "ui/views/explore/heads/heads_list_model.h"

#include <algorithm>

#include "ui/state/document.h"
#include "ui/views/explore/heads/head_words.h"

namespace ui {

// While one types, the same heads change places: rows that stay keep the scroll position and whatever a voice is reading.
void HeadsListModel::show(const HeadValues& values, const HeadOrder& order, HeadBaseline baseline, Pending pending)
{
    std::vector<std::size_t> rows = order.rankedPassing();
    const bool isReset = rows.size() != m_rows.size();
    if (isReset) beginResetModel();
    m_values = values;
    m_order = order;
    m_baseline = baseline;
    m_pending = pending;
    m_rows = std::move(rows);
    if (isReset) return endResetModel();
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int HeadsListModel::rowOf(core::HeadId head) const
{
    const auto found = std::ranges::find_if(m_rows, [&](std::size_t i) { return m_order.entries[i].head == head; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QVariant HeadsListModel::tooltip(std::size_t entry) const { return nameOf(m_order.entries[entry].head) + u'\n' + factsOf(m_values, entry, m_order); }

QString HeadsListModel::printedOrPending(std::optional<double> value) const
{
    return !value && m_pending == Pending::Yes ? QStringLiteral("…") : printedValue(value, m_order.measure);
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
        return printedOrPending(entry.value);
    case ShuffledRole:
        return m_baseline == HeadBaseline::None ? QString() : printedOrPending(entry.shuffled);
    default:
        return {};
    }
}

}   // namespace ui
