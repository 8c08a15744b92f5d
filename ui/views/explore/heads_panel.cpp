#include "ui/views/explore/heads_panel.h"

#include <QPushButton>
#include <QToolButton>

#include "ui/plot/head_grid.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/heads/head_words.h"
#include "ui/views/explore/heads/heads_filter.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/views/explore/heads/mark_legend.h"
#include "ui/views/explore/heads/measure_box.h"
#include "ui/views/explore/heads/ranked_heads.h"

namespace ui {

namespace {

constexpr int kChoice = 150;    // px at text scale 1
constexpr int kGridRoom = 32;   // beside the grid, a scroll bar included
constexpr int kLeastRows = 3, kLeastRowsBelowNote = 2;   // of the list, in a low window
constexpr int kMapHeight = 200, kMapLeast = 96, kMapShare = 4;   // a part of high panels
constexpr int kHighPanel = 1200;

}   // namespace

void HeadsPanel::change(const std::function<void(HeadsView&)>& apply)
{
    HeadsView view = m_session.view().heads;
    apply(view);
    m_session.setHeads(view);
}

void HeadsPanel::connectSession()
{
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        if (!(m_session.view().heads == before.heads)) refresh();
        if (m_session.view().sentences != before.sentences) refreshTitles();
    });
    connect(&m_session, &Session::documentChanged, this, [this](const DocumentState& before) {
        if (m_session.document().second.has_value() != before.second.has_value()) refreshTitles();
    });
    connect(m_sort, &MeasureBox::measureChosen, this,
            [this](std::optional<HeadMeasure> measure) { m_session.setHeads(m_session.view().heads.withSort(measure)); });
    connect(m_bars, &MeasureBox::measureChosen, this, [this](std::optional<HeadMeasure> measure) {
        if (measure) change([&](HeadsView& view) { view.bars = *measure; });
    });
    connect(m_showAll, &QToolButton::clicked, this, [this] { change([](HeadsView& view) { view.filter.reset(); }); });
    connect(m_filterButton, &QPushButton::clicked, this, [this] { m_filter->popUpBeside(*this, *m_filterButton); });
}

void HeadsPanel::connectHeads()
{
    connect(m_grid, &HeadGrid::headHovered, &m_session, &Session::peekHead);
    connect(m_grid, &HeadGrid::headChosen, &m_session, &Session::showHead);
    connect(&m_ranked->list(), &HeadsList::headHovered, &m_session, &Session::peekHead);
    connect(&m_ranked->list(), &HeadsList::headChosen, &m_session, &Session::showHead);
    connect(m_map, &HeadsMap::headHovered, &m_session, &Session::peekHead);
    connect(m_map, &HeadsMap::headChosen, &m_session, &Session::showHead);
    const auto solo = [this](core::HeadId head) {
        m_session.showHead(head);
        m_session.setCentre(Centre::Solo);
    };
    connect(m_grid, &HeadGrid::headSoloed, this, solo);
    connect(&m_ranked->list(), &HeadsList::headSoloed, this, solo);
    connect(m_map, &HeadsMap::headSoloed, this, solo);
    m_grid->setNotes([this](core::HeadId head) { return noteOf(head); });
}

void HeadsPanel::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    if (!record->heads.empty())
        m_described = record;
    else if (m_described && m_described->model != record->model)
        m_described = nullptr;
    m_filter->showText(record, record->nearest(m_session.document().head));
    refreshTitles();
    refreshPictures();
    refresh();
}

void HeadsPanel::showScoring(const HeadScoring& scoring)
{
    m_scoring = scoring;
    if (m_described) refresh();
}

// Of two sentences the heads are described on the first.
void HeadsPanel::refreshTitles()
{
    if (!m_record) return;
    m_count->setText(tr("%1 heads").arg(printedCount(m_record->recording->layers() * m_record->recording->heads())));
    const QString ofFirst = m_session.showsTwo() ? tr("of the first sentence") : QString();
    const QString age = m_described == m_record ? QString() : m_described ? ageText() : tr("not computed");
    const QString note = ofFirst.isEmpty() || age.isEmpty() ? ofFirst + age : tr("%1, %2").arg(ofFirst, age);
    m_age->setText(note);
    m_age->setVisible(!note.isEmpty());
    m_ranked->setLeastRows(note.isEmpty() ? kLeastRows : kLeastRowsBelowNote);
    const QString map = tr("Map of heads");
    m_mapTitle->setText(age.isEmpty() ? map : tr("%1, %2").arg(map, age));
}

void HeadsPanel::refreshPictures()
{
    std::vector<HeadThumbnail> thumbnails;
    if (m_described)
        for (const HeadSummary& summary : m_described->heads) thumbnails.push_back(summary.thumbnail);
    m_grid->showHeads(std::move(thumbnails));
    m_legend->setLayers(m_described ? m_described->recording->layers() : 0);
}

void HeadsPanel::refresh()
{
    m_values = HeadValues(m_described, m_scoring, m_described == m_record ? HeadsAge::Current : HeadsAge::TextBefore);
    m_order = HeadOrder::of(m_values, m_session.view().heads);
    refreshControls();
    refreshGrid();
    m_ranked->show(m_values, m_order);
    m_filter->showValues(m_values, m_order);
    refreshMap();
}

void HeadsPanel::refreshMap()
{
    std::vector<bool> passes;
    for (const HeadEntry& entry : m_order.entries) passes.push_back(entry.passes);
    m_map->showMarks(marksOf(m_values, m_values.layers(), passes));
    m_map->setAge(m_values.age());
}

void HeadsPanel::refreshControls()
{
    const HeadsView& view = m_session.view().heads;
    m_sort->show(view, view.sort);
    m_bars->show(view, view.bars);
    m_filterButton->setText(view.filter ? tr("%1 of %2").arg(printedCount(m_order.passing), printedCount(core::Index(m_order.entries.size())))
                                        : tr("+ Filter"));
    m_filterButton->setToolTip(view.filter ? tr("Heads whose %1 is from %2 to %3")
                                                 .arg(nameOf(view.filter->measure), printedValue(view.filter->least, view.filter->measure),
                                                      printedValue(view.filter->most, view.filter->measure))
                                           : tr("Keep heads by a measure, or by a pattern that you draw"));
    m_showAll->setVisible(view.filter.has_value());
}

void HeadsPanel::refreshGrid()
{
    const HeadsView& view = m_session.view().heads;
    std::vector<HeadBadge> badges;
    for (const HeadEntry& entry : m_order.entries)
        badges.push_back({.bar = entry.value ? std::optional(entry.bar) : std::nullopt, .passes = entry.passes});
    m_grid->setBadges(std::move(badges), nameOf(m_order.measure));
    std::vector<core::HeadId> places;
    if (view.sort) {
        const HeadOrder sorted = HeadOrder::of(m_values, view, *view.sort);
        for (const std::size_t i : sorted.ranked) places.push_back(sorted.entries[i].head);
    }
    m_grid->setOrder(std::move(places));
}

QString HeadsPanel::noteOf(core::HeadId head) const
{
    if (!m_described || !m_described->has(head)) return {};
    return factsOf(m_values, m_described->indexOf(head), m_order);
}

void HeadsPanel::setSelection(const Selection& selection)
{
    m_grid->setSelection(selection);
    m_ranked->list().setSelection(selection);
    m_map->setSelection(selection);
    if (m_record) m_filter->showText(m_record, m_record->nearest(selection.head));
}

void HeadsPanel::fitMap()
{
    const int most = std::max(qRound(kMapHeight * m_textScale), height() / kMapShare);
    m_map->setMinimumHeight(height() > kHighPanel * m_textScale ? most
                                                                : qRound(kMapLeast * m_textScale));   // beyond it lists end before the panel does
    m_map->setMaximumHeight(most);
}

void HeadsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitMap();
}

int HeadsPanel::leastWidth() const { return std::max(kLeastWidth, m_grid->minimumSizeHint().width() + kGridRoom); }

bool HeadsPanel::releasePeek() { return m_grid->releaseKeys() || m_ranked->list().releaseKeys() || m_map->releaseKeys(); }

void HeadsPanel::setTheme(const Theme& theme)
{
    for (MeasureBox* box : {m_sort, m_bars}) box->setMaximumWidth(theme.scaled(kChoice));
    m_textScale = theme.textScale;
    fitMap();
    m_grid->setTheme(theme);
    m_ranked->setTheme(theme);
    m_map->setTheme(theme);
    m_legend->setTheme(theme);
    m_filter->setTheme(theme);
    refresh();   // columns are as wide as their texts
}

}   // namespace ui
