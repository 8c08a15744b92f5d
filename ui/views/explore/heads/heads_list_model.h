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

    enum class Pending { No, Yes };   // numbers that are not there are on their way: "…" instead of "–"
    void show(const HeadValues& values, const HeadOrder& order, HeadBaseline baseline, Pending pending = Pending::No);
    [[nodiscard]] core::HeadId head(int row) const { return m_order.entries[m_rows[std::size_t(row)]].head; }
    [[nodiscard]] int rowOf(core::HeadId head) const;   // −1: it does not pass
    [[nodiscard]] const HeadOrder& order() const { return m_order; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant tooltip(std::size_t entry) const;
    HeadValues m_values;
    HeadOrder m_order;
    [[nodiscard]] QString printedOrPending(std::optional<double> value) const;
    HeadBaseline m_baseline = HeadBaseline::None;
    Pending m_pending = Pending::No;
    std::vector<std::size_t> m_rows;
};

}   // namespace ui
