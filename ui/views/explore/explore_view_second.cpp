// What Explore does for a second sentence: a line below the first, a picture beside it, and what the two have in common.
#include <algorithm>

#include <QApplication>
#include <QHBoxLayout>

#include "ui/views/explore/explore_view.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/next_tokens.h"
#include "ui/views/explore/second_line.h"

namespace ui {

namespace {

constexpr int kNextWidth = 460, kNextLeast = 250;
constexpr int kMostLines = 4, kMostLinesOfTwo = 2;   // of a sentence, before it scrolls

}   // namespace

void ExploreView::showSecond()
{
    const bool isThere = m_session.document().second.has_value(), isSeen = m_session.showsTwo();
    if (isThere && !m_secondParts) openSecond();
    if (!isThere && m_secondParts) closeSecond();
    if (isSeen == (m_second != nullptr)) return;
    m_second = isSeen ? &m_secondParts->pane() : nullptr;
    if (m_secondParts) {
        m_secondParts->setVisible(isSeen);
        m_secondParts->picture()->setVisible(isSeen);
    }
    if (m_second) {   // out of sight it is told nothing
        m_second->showText();
        m_second->showHead();
    }
    m_picture->markOnBar(std::nullopt);
    m_sentence->setMostLines(isSeen ? kMostLinesOfTwo : kMostLines);
    fitLines();
    shareRoom();
    showNotices();
}

void ExploreView::openSecond()
{
    m_secondParts = new SecondLine(m_session, m_actions, m_place->parentWidget(), this);
    connectPane(m_secondParts->pane());
    m_secondParts->setTheme(m_theme);
    m_sentences->insertWidget(1, m_secondParts);
    m_pictures->addWidget(m_secondParts->picture(), 1);
    SentenceField& field = *m_secondParts->pane().parts().field;
    field.setMostLines(kMostLinesOfTwo);
    field.setFocus();
}

void ExploreView::closeSecond()
{
    m_sentence->setFocus();
    for (QWidget* part : {m_secondParts->picture(), static_cast<QWidget*>(m_secondParts)}) {
        part->hide();
        part->deleteLater();   // it may be its own button that asked
    }
    m_secondParts = nullptr;
}

void ExploreView::fitLines()
{
    // A width that followed the words would move the sentence.
    const int next = std::clamp(width() / 3, kNextLeast, qRound(kNextWidth * m_session.view().look.textScale()));
    m_next->setFixedWidth(next);
    if (m_secondParts) m_secondParts->setWidths(m_units->sizeHint().width(), next);
}

void ExploreView::shareRoom()
{
    if (!m_second) return m_picture->setRoom({});
    const SharedRoom a = m_picture->scene().roomWanted(), b = m_second->parts().picture->scene().roomWanted();
    SharedRoom room{.positions = std::max(a.positions, b.positions),
                    .labelLength = std::max(a.labelLength, b.labelLength),
                    .colorBar = true,
                    .caption = tr("First sentence")};
    m_picture->setRoom(room);
    room.colorBar = false;
    room.caption = tr("Second sentence");
    m_second->parts().picture->setRoom(room);
}

std::vector<SentencePane*> ExploreView::panes() const
{
    return m_second ? std::vector{m_first, m_second} : std::vector{m_first};
}

bool ExploreView::inPictures(bool (AttentionView::*goBack)())
{
    bool any = false;
    for (const SentencePane* pane : panes()) any = (pane->parts().picture->*goBack)() || any;
    return any;
}

bool ExploreView::releasePeek() { return m_heads->releasePeek() || inPictures(&AttentionView::releasePeek); }
bool ExploreView::releaseRange() { return inPictures(&AttentionView::releaseRange); }
bool ExploreView::zoomOut() { return inPictures(&AttentionView::zoomOut); }

void ExploreView::showSecondRecord(const ExploreRecordPtr& record)
{
    if (!m_secondParts) return;
    m_secondParts->showRecord(record);
    showSelection();
    showNotices();
}

void ExploreView::showSecondStanding(Standing standing)
{
    if (!m_secondParts) return;
    m_secondParts->showStanding(standing);
    showNotices();
}

Side ExploreView::sideInUse() const
{
    const QWidget* const focus = QApplication::focusWidget();
    const auto has = [focus](const QWidget* part) { return focus && (focus == part || part->isAncestorOf(focus)); };
    if (!m_second || has(m_sentence) || has(m_next) || has(m_place)) return Side::First;
    return has(m_secondParts) || has(m_secondParts->picture()) ? Side::Second : m_session.view().side;
}

NextTokens& ExploreView::nextOf(Side side) const { return side == Side::Second && m_second ? m_secondParts->next() : *m_next; }

void ExploreView::setSecondTheme(const Theme& theme)
{
    if (m_secondParts) m_secondParts->setTheme(theme);
}

}   // namespace ui
