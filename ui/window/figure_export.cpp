#include "ui/window/figure_export.h"

#include "ui/state/tr.h"

namespace ui {

core::Result<FigureSpec> figureOnScreen(const ExploreRecord& record, const Selection& selection, const ViewState& view,
                                        const std::optional<QRectF>& cells)
{
    const FigureView parts = view.parts == ViewParts::Both    ? FigureView::Both
                             : view.parts == ViewParts::Links ? FigureView::Links
                                                              : FigureView::Heatmap;
    FOVEA_TRY(spec, figureOf(record.recording, parts, record.nearest(selection.head), view.unit));
    spec.cells = cells;
    spec.pin = selection.pin;
    spec.scale.kind = view.scale;
    spec.hideFirst = view.firstToken == FirstToken::Hidden;
    spec.linkRule = view.links;
    spec.look = view.look;
    return spec;
}

QString suggestedFigureName(const ExploreRecord& record, const DocumentState& document, Side side)
{
    const core::HeadId head = record.nearest(document.head);
    const QString second = side == Side::Second ? QStringLiteral("-second") : QString();
    return QString::fromStdString(record.recording->model) + QStringLiteral("-L%1-H%2%3.svg").arg(head.layer).arg(head.head).arg(second);
}

QString savedFigureMessage(const QString& file, const ExploreRecord& record, const DocumentState& document, Side side)
{
    QString message = tr("Saved %1").arg(file);
    if (record.text != document.textOf(side))
        message += QStringLiteral(" · ") + tr("of the previous text %1, as shown").arg(quoted(record.text));
    else if (document.second)
        message += QStringLiteral(" · ") + (side == Side::First ? tr("of the first sentence, which was pointed at last")
                                                                 : tr("of the second sentence, which was pointed at last"));
    return message;
}

}   // namespace ui
