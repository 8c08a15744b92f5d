// What the search of the window finds, and what choosing it does: the same as a click on it elsewhere.
#include <QAction>
#include <QMenuBar>
#include <QStackedWidget>

#include "ui/window/main_window.h"
#include "ui/window/search/search_popup.h"

namespace ui {

void MainWindow::buildSearch()
{
    const auto sources = [this] {
        SearchSources found{.actions = entriesOf(*menuBar()), .scoring = m_scores.scoring(), .measure = m_session.view().heads.bars};
        std::erase_if(found.actions, [](const MenuEntry& entry) { return entry.action->objectName() == QLatin1String("search"); });
        found.records[std::size_t(Side::First)] = m_controller.record();
        if (m_session.showsTwo()) found.records[std::size_t(Side::Second)] = m_controller.record(Side::Second);
        return found;
    };
    const auto go = [this](const SearchTarget& target) {
        switch (target.kind) {
        case SearchKind::Action:
            return target.action ? target.action->trigger() : void();
        case SearchKind::Head:
            return m_session.showHead(target.head);
        case SearchKind::Token:
            if (auto* view = qobject_cast<View*>(m_stack->currentWidget())) view->showToken(target.token, target.side);
        }
    };
    m_search = new SearchPopup(m_session, {.sources = sources, .go = go}, this);
    connect(&m_controller, &ExploreController::recordChanged, m_search, &SearchPopup::refresh);
    connect(&m_controller.sentence(Side::Second), &SentenceRun::recordChanged, m_search, &SearchPopup::refresh);
    connect(&m_scores, &HeadScoresController::changed, m_search, &SearchPopup::refresh);
}

}   // namespace ui
