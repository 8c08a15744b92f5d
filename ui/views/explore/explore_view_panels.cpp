// The panels at the sides of Explore: whether they are there. How wide they are is up to Panels.
#include <algorithm>

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

#include "ui/plot/attention_view.h"
#include "ui/views/explore/explore_view.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/panels.h"

namespace ui {

namespace {

constexpr int kLeftWidth = 296, kRightWidth = 340;   // at text scale 1
constexpr int kWidest = 400;                         // on large screens

}   // namespace

void ExploreView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    placePanels();
}

// Panels are as wide as their text asks for, as long as the picture keeps a third; beyond that they scroll.
void ExploreView::placePanels()
{
    const double scale = m_session.view().look.textScale();
    const auto wide = [&](int share, int least, int most) {
        const int needed = std::min(qRound(least * scale), std::max(width() / 3, least));
        return std::clamp(share, needed, std::max(needed, qRound(most * scale)));
    };
    fitLines();
    const auto most = [&](int usual, int share) { return std::clamp(share, usual, kWidest); };
    const int left = std::max(wide(width() * 2 / 9, HeadsPanel::kLeastWidth, most(kLeftWidth, width() / 8)), m_heads->leastWidth());
    const int right = wide(width() / 4, kInspectorLeast, most(kRightWidth, width() / 5));
    m_panels->setWidths({.heads = left, .inspector = right}, m_session.view().panels);
}

// What can be done with a head, where heads are. Pointing at one has it looked at, wherever in the panel that was.
void ExploreView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_record || !m_heads->isVisible() || !m_heads->rect().contains(m_heads->mapFromGlobal(event->globalPos()))) return event->ignore();
    if (const auto head = m_session.view().peekHead; head && event->reason() == QContextMenuEvent::Mouse) m_session.showHead(*head);
    auto* menu = new QMenu(nameOf(m_record->nearest(m_session.document().head)), this);
    menu->setObjectName(QStringLiteral("headMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions.solo);
    menu->addSeparator();
    menu->addActions(m_actions.ablation->actions());
    menu->addSeparator();
    menu->addAction(m_actions.ownAttention);
    menu->popup(event->globalPos());
}

// In front of a class the picture comes first: where it would have no room beside both panels, that of the heads is folded away, and comes back at the
// desk, unless somebody has unfolded it meanwhile.
void ExploreView::makeRoomForProjector(Viewing before)
{
    const ViewState& view = m_session.view();
    if (view.look.viewing == before) return;
    const int wanted = qRound((HeadsPanel::kLeastWidth + kInspectorLeast + kPictureLeast) * view.look.textScale());
    const bool folds = view.look.viewing == Viewing::Projector && view.headsPanel == SidePanel::Open && view.centre == Centre::Shared && width() < wanted;
    const bool unfolds = view.look.viewing == Viewing::Desk && m_foldedForProjector && view.headsPanel == SidePanel::Folded;
    m_foldedForProjector = folds;
    if (folds || unfolds) m_session.setSidePanels(folds ? SidePanel::Folded : SidePanel::Open, view.inspectorPanel);
}

// The focus is never lost: from a panel that is folded away it goes to the picture, and back when the panel is.
void ExploreView::showPanels()
{
    const ViewState& view = m_session.view();
    m_leaveSolo->setVisible(view.centre == Centre::Solo);
    const auto isOpen = [&](SidePanel panel) { return view.centre == Centre::Shared && panel == SidePanel::Open; };
    const std::pair<QWidget*, bool> panels[] = {{m_heads, isOpen(view.headsPanel)}, {m_inspectorPanel, isOpen(view.inspectorPanel)}};
    for (const auto& [panel, open] : panels) {
        QWidget* focused = QApplication::focusWidget();
        if (!open && focused && panel->isAncestorOf(focused)) {
            m_focusInPanel = focused;
            m_picture->setFocus(Qt::OtherFocusReason);
        }
        panel->setVisible(open);
        if (open && m_focusInPanel && panel->isAncestorOf(m_focusInPanel)) {
            if (m_picture->hasFocus()) m_focusInPanel->setFocus(Qt::OtherFocusReason);
            m_focusInPanel.clear();
        }
    }
}

}   // namespace ui
