#include "ui/views/explore/notices.h"

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

QStringList noticesOf(const ExploreRecord& record)
{
    const core::Recording& recording = *record.recording;
    QStringList notices;
    if (record.tokensInText > recording.size())
        notices.append(tr("The live view stops at %1 tokens; this text has %2. What follows is not shown.")
                           .arg(printedCount(recording.size()), printedCount(record.tokensInText)));
    if (recording.trainedContext > 0 && recording.size() > recording.trainedContext)
        notices.append(tr("Positions from %1 on were never trained: this model learned texts of %1 tokens. They are tinted.")
                           .arg(printedCount(recording.trainedContext)));
    if (!recording.plan.rules().empty())
        notices.append(tr("Changed by the plan: %1. This is not a model that was trained so.").arg(QString::fromStdString(recording.plan.text())));
    return notices;
}

QStringList standingNotices(Standing standing, const ExploreRecord& record, const DocumentState& document, Side side)
{
    if (standing == Standing::Undescribed)
        return {tr("The summaries of the heads were stopped: their small pictures and numbers are not those of this text. Ctrl+R computes again.")};
    QStringList notices;
    const bool isOlder = standing == Standing::Previous || standing == Standing::Stopped;
    if (isOlder && record.text != document.textOf(side)) notices.append(tr("Previous text: %1 is what the picture still shows.").arg(quoted(record.text)));
    if (isOlder && record.plan != document.plan) notices.append(tr("Previous result: the picture was computed before the last change of the plan."));
    if (isOlder && notices.isEmpty())
        notices.append(
            tr("Previous model: the picture is of %1, which is not the model of this document.").arg(QString::fromStdString(record.model->name)));
    else if (standing == Standing::Stopped)
        notices.back() += u' ' + tr("Ctrl+R computes the text as it stands.");
    const core::HeadId shown = record.nearest(document.head);
    if (!(shown == document.head)) notices.append(tr("This model has no head %1; %2 is shown.").arg(nameOf(document.head), nameOf(shown)));
    return notices;
}

}   // namespace ui
