#include "ui/plot/attention_access.h"

#include "ui/plot/attention_view.h"
#include "ui/plot/cell_facts.h"
#include "ui/plot/cell_table.h"
#include "ui/plot/row_words.h"

namespace ui {

namespace {

class Weights final : public CellTable {
public:
    explicit Weights(const AttentionView& view) : m_view(view) {}

    [[nodiscard]] int rows() const override { return scene().isEmpty() ? 0 : int(scene().shown->queries()); }
    [[nodiscard]] int columns() const override { return scene().isEmpty() ? 0 : int(scene().shown->keys()); }
    [[nodiscard]] QString cell(int row, int column) const override { return spokenCell(scene(), {row, column}); }
    [[nodiscard]] QString rowHeading(int row) const override
    {
        return AttentionView::tr("query %1, %2").arg(scene().labels.place(row), scene().labels.text(row));
    }
    [[nodiscard]] QString rowSummary(int row) const override { return ui::rowSummary(scene(), row); }
    [[nodiscard]] QString columnHeading(int column) const override
    {
        return AttentionView::tr("key %1, %2").arg(scene().labels.place(column), scene().labels.text(column));
    }
    [[nodiscard]] QRect rect(int row, int column) const override
    {
        const QRect cell = scene().geometry.rectOf({std::max(row, 0), column}).toAlignedRect();
        return row < 0 ? QRect(cell.left(), scene().layout.matrix.top() - kHeadingHeight, cell.width(), kHeadingHeight) : cell;
    }

private:
    static constexpr int kHeadingHeight = 16;   // of a label above its column
    [[nodiscard]] const PlotScene& scene() const { return m_view.scene(); }
    const AttentionView& m_view;
};

std::unique_ptr<CellTable> weightsOf(QWidget& widget)
{
    const auto* view = qobject_cast<AttentionView*>(&widget);
    return view ? std::make_unique<Weights>(*view) : nullptr;
}

}   // namespace

void readAttentionViews() { readAsTable(&weightsOf); }

}   // namespace ui
