#include "ui/state/heads_view.h"

namespace ui {

namespace {

constexpr double kClearlyAboveChance = 0.1;

bool isEmpty(const HeadDrawing& drawing)
{
    const auto* cells = std::get_if<DrawnCells>(&drawing);
    return cells && cells->empty();
}

}   // namespace

HeadRange wholeRange(HeadMeasure measure)
{
    if (measure == HeadMeasure::MeanDistance) return {.measure = measure, .least = 0.0, .most = 99999.0};
    return {.measure = measure, .least = measure == HeadMeasure::Drawn ? -1.0 : 0.0, .most = 1.0};
}

HeadsView HeadsView::withSort(std::optional<HeadMeasure> measure) const
{
    HeadsView view = *this;
    view.sort = measure;
    if (measure) view.bars = *measure;
    return view;
}

HeadsView HeadsView::withDrawing(const HeadDrawing& drawn) const
{
    HeadsView view = *this;
    if (!isEmpty(drawn)) {
        if (!drawing) {
            view.bars = HeadMeasure::Drawn;
            view.filter = HeadRange{.measure = HeadMeasure::Drawn, .least = kClearlyAboveChance, .most = 1.0};
        }
        if (!drawing || *drawing != drawn) view.drawing = std::make_shared<const HeadDrawing>(drawn);   // the same one is not looked for again
        return view;
    }
    view.drawing.reset();
    if (view.sort == HeadMeasure::Drawn) view.sort.reset();
    if (view.bars == HeadMeasure::Drawn) view.bars = HeadMeasure::MeanDistance;
    if (view.filter && view.filter->measure == HeadMeasure::Drawn) view.filter.reset();
    return view;
}

}   // namespace ui
