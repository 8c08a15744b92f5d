#include "ui/window/figure_export.h"

#include "ui/state/tr.h"

namespace ui {

core::Result<FigureSpec> figureOnScreen(const ExploreRecord& record, const Selection& selection, const ViewState& view,
                                        const std::optional<QRectF>& cells)
{
    const FigureView parts = view.parts == ViewParts::Both    ? FigureView::Both
                             : view.parts == ViewParts::Links ? FigureView::Links
                                                              : FigureView::Heatmap;
    FOVEA_TRY(spec, figureOf(record.recording, parts, record.nearest(selection.head)));
    spec.cells = cells;
    spec.pin = selection.pin;
    spec.scale.kind = view.scale;
    spec.hideFirst = view.firstToken == FirstToken::Hidden;
    spec.look = view.look;
    return spec;
}

QString suggestedFigureName(const ExploreRecord& record, const DocumentState& document)
{
    const core::HeadId head = record.nearest(document.head);
    return QString::fromStdString(record.recording->model) + QStringLiteral("-L%1-H%2.svg").arg(head.layer).arg(head.head);
}

QString savedFigureMessage(const QString& file, const ExploreRecord& record, const DocumentState& document)
{
    const QString saved = tr("Saved %1").arg(file);
    return record.text == document.text ? saved : saved + QStringLiteral(" · ") + tr("of the previous text %1, as shown").arg(quoted(record.text));
}

}   // namespace ui
