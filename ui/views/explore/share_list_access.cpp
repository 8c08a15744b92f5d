#include "ui/views/explore/share_list_access.h"

#include "ui/plot/cell_table.h"
#include "ui/state/tr.h"
#include "ui/views/explore/share_list.h"

namespace ui {

namespace {

constexpr int kColumns = 3;   // token, value, second value with what choosing the row does

class Shares final : public CellTable {
public:
    explicit Shares(const ShareList& list) : m_list(list) {}

    [[nodiscard]] int rows() const override { return int(m_list.rows().size()); }
    [[nodiscard]] int columns() const override { return kColumns; }
    [[nodiscard]] QString cell(int row, int column) const override
    {
        const ShareRow& share = m_list.rows()[std::size_t(row)];
        const QString spoken = share.label + u' ' + share.value;   // where the keyboard comes first: the whole of it
        const QString texts[kColumns] = {share.tip.isEmpty() ? spoken : spoken + QStringLiteral(". ") + share.tip, share.value, share.second};
        return texts[column];
    }
    [[nodiscard]] QString rowHeading(int row) const override { return m_list.rows()[std::size_t(row)].label; }
    [[nodiscard]] QString columnHeading(int column) const override
    {
        const QString names[kColumns] = {QCoreApplication::translate("ui", "token"),
                                         m_list.valueHeading().isEmpty() ? QCoreApplication::translate("ui", "share") : m_list.valueHeading(),
                                         m_list.secondHeading()};
        return names[column];
    }
    [[nodiscard]] QRect rect(int row, int column) const override
    {
        if (row < 0) return {0, 0, m_list.width(), 1};
        const QRect place = m_list.rectOf(row);
        const int left = place.width() * column / kColumns, right = place.width() * (column + 1) / kColumns;
        return {place.left() + left, place.top(), right - left, place.height()};
    }

private:
    const ShareList& m_list;
};

std::unique_ptr<CellTable> sharesOf(QWidget& widget)
{
    const auto* list = qobject_cast<ShareList*>(&widget);
    return list ? std::make_unique<Shares>(*list) : nullptr;
}

}   // namespace

void readShareLists() { readAsTable(&sharesOf); }

}   // namespace ui
