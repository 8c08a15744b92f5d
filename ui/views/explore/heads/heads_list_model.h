// The ranked heads as rows: those that pass the filter, best first.
#pragma once

#include <QAbstractListModel>

#include "ui/views/explore/heads/head_order.h"

namespace ui {

class HeadsListModel : public QAbstractListModel {
    Q_OBJECT

public:
    // DisplayRole is the name "L2 · H5"; the number columns are printed texts, empty where there is no column.
    enum Role { BarRole = Qt::UserRole, ValueRole, ShuffledRole };

    using QAbstractListModel::QAbstractListModel;

    // Numbers that are on their way are "…", those that nobody computes "–".
    enum class Baseline { Hidden, Shown };
    void show(const HeadValues& values, const HeadOrder& order, Baseline baseline);
    [[nodiscard]] HeadsAge age() const { return m_values.age(); }
    [[nodiscard]] core::HeadId head(int row) const { return m_order.entries[m_rows[std::size_t(row)]].head; }
    [[nodiscard]] int rowOf(core::HeadId head) const;   // −1: it does not pass
    [[nodiscard]] const HeadOrder& order() const { return m_order; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant tooltip(std::size_t entry) const;
    [[nodiscard]] QString printed(std::optional<double> value, bool isPending) const;
    void reorder(std::vector<std::size_t> rows);
    HeadValues m_values;
    HeadOrder m_order;
    Baseline m_baseline = Baseline::Hidden;
    std::vector<std::size_t> m_rows;
};

}   // namespace ui
