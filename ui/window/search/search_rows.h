// The rows of the search as a list has them.
#pragma once

#include <QAbstractListModel>

#include "ui/window/search/search_index.h"

namespace ui {

class SearchRows : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<SearchRow> rows);
    [[nodiscard]] const SearchRow& row(int i) const { return m_rows[std::size_t(i)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<SearchRow> m_rows;
};

[[nodiscard]] QString kindOf(const SearchRow& row);     // "Action"
[[nodiscard]] QString spokenOf(const SearchRow& row);   // "Dark, View › Theme, action, Ctrl+D", for a voice

}   // namespace ui
