// The row that is looked at, or pinned, in other forms than the picture's: as a sentence, as a table, as text on the clipboard.
#include <QClipboard>
#include <QGuiApplication>

#include "ui/plot/attention_view.h"
#include "ui/plot/cell_facts.h"
#include "ui/plot/cell_table.h"
#include "ui/plot/row_words.h"
#include "ui/views/explore/explore_view.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/next_tokens.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/panels.h"
#include "ui/views/explore/row_dialog.h"
#include "ui/views/explore/sample_note.h"
#include "ui/views/explore/second_line.h"
#include "ui/views/explore/sentence_pane.h"

namespace ui {

void ExploreView::connectRow(SessionActions& actions)
{
    // Does what it is told with the picture of the pair and its pair there.
    const auto onPair = [this](QAction* action, auto&& apply) {
        connect(action, &QAction::triggered, this, [this, apply] {
            AttentionView& picture = *inspected().parts().picture;
            if (const std::optional<Pair> pair = picture.scene().focus()) apply(picture, *pair);
        });
    };
    onPair(actions.readRow, [this](AttentionView& picture, Pair pair) {
        announceRow(picture, int(pair.query));
        Q_EMIT told(rowSummary(picture.scene(), pair.query));
    });
    onPair(actions.showRow, [this](const AttentionView& picture, Pair pair) {
        const QString head = nameOf(m_record->nearest(m_session.document().head));
        auto* dialog = new RowDialog(picture.scene(), pair.query, head, this);
        dialog->show();
    });
    onPair(actions.copyCell,
           [](const AttentionView& picture, Pair pair) { QGuiApplication::clipboard()->setText(cellLine(picture.scene(), pair)); });
    onPair(actions.copyRow,
           [](const AttentionView& picture, Pair pair) { QGuiApplication::clipboard()->setText(rowTable(picture.scene(), pair.query).tabbed()); });
}

// As a click on its chip pins it. It is gone to, so a pin that is there already stays.
void ExploreView::showToken(core::Index token, Side side)
{
    if (const std::optional<Pair> pair = paneOf(side).parts().picture->pairOfRow(token)) m_session.setPin(pair, paneOf(side).side());
}

std::vector<QWidgetList> ExploreView::panels() const
{
    QWidgetList sentences{m_sentence, m_units, m_next, m_sample, m_notice};
    if (m_secondParts) sentences.append(m_secondParts);
    return {sentences, {m_heads}, {m_picture, m_panels->widget(1)}, {m_inspectorPanel}};
}

}   // namespace ui
