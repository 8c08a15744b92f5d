#include "ui/window/search/search_rows.h"

#include "ui/state/tr.h"

namespace ui {

void SearchRows::show(std::vector<SearchRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariant SearchRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole) return row(index.row()).name;
    if (role == Qt::AccessibleTextRole) return spokenOf(row(index.row()));
    return {};
}

Qt::ItemFlags SearchRows::flags(const QModelIndex& index) const
{
    const bool isEnabled = index.isValid() && row(index.row()).isEnabled;
    return isEnabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

QString kindOf(const SearchRow& row)
{
    switch (row.target.kind) {
    case SearchKind::Action:
        return tr("Action");
    case SearchKind::Head:
        return tr("Head");
    case SearchKind::Token:
        return tr("Token");
    }
    return {};
}

QString spokenOf(const SearchRow& row)
{
    QStringList parts{row.number.isEmpty() ? row.name : tr("%1 at position %2").arg(isolated(row.name), row.number), kindOf(row)};
    if (row.isOn) parts.append(tr("on"));
    if (!row.isEnabled) parts.append(tr("not available now"));
    if (!row.context.isEmpty()) parts.append(isolated(row.context));
    if (!row.keys.isEmpty()) parts.append(row.keys);
    return parts.join(QStringLiteral(", "));
}

}   // namespace ui
