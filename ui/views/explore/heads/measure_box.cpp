#include "ui/views/explore/heads/measure_box.h"

#include "ui/views/explore/heads/head_words.h"

namespace ui {

namespace {

constexpr int kNone = -1;

}   // namespace

MeasureBox::MeasureBox(const char* name, const QString& spoken, const QString& none, QWidget* parent) : QComboBox(parent), m_none(none)
{
    setObjectName(QLatin1String(name));
    setAccessibleName(spoken);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);   // narrow panels elide it
    setMinimumContentsLength(3);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QComboBox::activated, this, [this] {
        const int chosen = currentData().toInt();
        Q_EMIT measureChosen(chosen == kNone ? std::nullopt : std::optional(HeadMeasure(chosen)));
    });
}

void MeasureBox::fill(bool offersDrawn)
{
    clear();
    if (!m_none.isEmpty()) addItem(m_none, kNone);
    for (const HeadMeasure measure : kHeadMeasures) {
        if (measure == HeadMeasure::Drawn && !offersDrawn) continue;
        addItem(nameOf(measure), int(measure));
        setItemData(count() - 1, explanationOf(measure), Qt::ToolTipRole);
    }
}

void MeasureBox::show(const HeadsView& view, std::optional<HeadMeasure> chosen)
{
    const bool offersDrawn = view.drawing != nullptr;
    if (count() == 0 || offersDrawn != (findData(int(HeadMeasure::Drawn)) >= 0)) fill(offersDrawn);
    setCurrentIndex(findData(chosen ? int(*chosen) : kNone));
    setToolTip(chosen ? explanationOf(*chosen) : QString());
}

}   // namespace ui
