// The figure of what is on screen. Between a key press and its result that is the text before; the figure is of it, and what is said about the
// figure says so.
#pragma once

#include "ui/figure/figure.h"
#include "ui/state/document.h"
#include "ui/state/explore_record.h"
#include "ui/state/standing.h"

namespace ui {

// How writing a file ended.
struct FileSaved {
    core::Result<void> written;
    QString message;   // what to say when it went well
};

// cells: the part of the matrix that is on screen; all of it by default. Errors: those of figureOf.
[[nodiscard]] core::Result<FigureSpec> figureOnScreen(const ExploreRecord& record, const Selection& selection, const ViewState& view,
                                                      const std::optional<QRectF>& cells = {});
[[nodiscard]] QString suggestedFigureName(const ExploreRecord& record, const DocumentState& document, Side side = Side::First);
// "Saved FILE", with the text it is of when that is not the document's, and with the sentence where there are two: the one pointed at last.
[[nodiscard]] QString savedFigureMessage(const QString& file, const ExploreRecord& record, const DocumentState& document, Side side = Side::First);

}   // namespace ui
