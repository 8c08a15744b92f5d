#include "ui/views/explore/heads_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/plot/head_grid.h"
#include "ui/views/explore/heads/head_words.h"
#include "ui/views/explore/heads/heads_filter.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/views/explore/heads/mark_legend.h"
#include "ui/views/explore/heads/ranked_heads.h"

namespace ui {

namespace {

constexpr int kModelOrder = -1;

// What a plan did to a head, as the record on show was computed.
HeadState stateOf(const core::Recording& recording, core::HeadId head)
{
    const core::Mechanism& mechanism = recording.sites[std::size_t(head.layer)].mechanisms[std::size_t(head.head)];
    return std::holds_alternative<core::SoftmaxMechanism>(mechanism) ? HeadState::Own : HeadState::Ablated;
}

// Measures to choose from; a drawing only where there is one.
void offer(QComboBox& box, const HeadsView& view, std::optional<HeadMeasure> chosen, const QString& none)
{
    const QSignalBlocker blocker(box);
    if (const bool offersDrawn = box.findData(int(HeadMeasure::Drawn)) >= 0; box.count() == 0 || offersDrawn != (view.drawing != nullptr)) {
        box.clear();
        if (!none.isEmpty()) box.addItem(none, kModelOrder);
        for (const HeadMeasure measure : kHeadMeasures) {
            if (measure == HeadMeasure::Drawn && !view.drawing) continue;
            box.addItem(nameOf(measure), int(measure));
            box.setItemData(box.count() - 1, explanationOf(measure), Qt::ToolTipRole);
        }
    }
    box.setCurrentIndex(box.findData(chosen ? int(*chosen) : kModelOrder));
    box.setToolTip(chosen ? explanationOf(*chosen) : QString());
}

}   // namespace

void HeadsPanel::connectSession()
{
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        if (!(m_session.view().heads == before.heads)) refreshScores();   // asking anew also takes a failure back
    });
    for (const auto signal : {&HeadScoresController::started, &HeadScoresController::cancelled})
        connect(&m_scores, signal, this, &HeadsPanel::refreshScores);
    connect(&m_scores, &HeadScoresController::ready, this, &HeadsPanel::refreshScores);
    connect(&m_scores, &HeadScoresController::failed, this, &HeadsPanel::refreshScores);
    connect(m_sort, &QComboBox::activated, this, [this] {
        const int chosen = m_sort->currentData().toInt();
        m_session.setHeads(m_session.view().heads.withSort(chosen == kModelOrder ? std::nullopt : std::optional(HeadMeasure(chosen))));
    });
    connect(m_bars, &QComboBox::activated, this, [this] {
        HeadsView view = m_session.view().heads;
        view.bars = HeadMeasure(m_bars->currentData().toInt());
        m_session.setHeads(view);
    });
    connect(m_showAll, &QToolButton::clicked, this, [this] {
        HeadsView view = m_session.view().heads;
        view.filter.reset();
        m_session.setHeads(view);
    });
    connect(m_filterButton, &QPushButton::clicked, this, [this] { m_filter->popUpBelow(*m_filterButton); });
}

void HeadsPanel::connectHeads()
{
    connect(m_grid, &HeadGrid::headHovered, &m_session, &Session::peekHead);
    connect(m_grid, &HeadGrid::headChosen, &m_session, &Session::showHead);
    connect(&m_ranked->list(), &HeadsList::headHovered, &m_session, &Session::peekHead);
    connect(&m_ranked->list(), &HeadsList::headChosen, &m_session, &Session::showHead);
    connect(m_map, &HeadsMap::headHovered, &m_session, &Session::peekHead);
    connect(m_map, &HeadsMap::headChosen, &m_session, &Session::showHead);
    m_grid->setNotes([this](core::HeadId head) { return noteOf(head); });
}

void HeadsPanel::showRecord(const ExploreRecordPtr& record)
{
    const bool described = !record->heads.empty(), sameModel = m_described && record->model == m_described->model;
    m_count->setText(QString::number(record->recording->layers() * record->recording->heads()));
    m_age->setText(sameModel ? tr("of the text before") : tr("not computed"));
    m_age->setVisible(!described);
    if (described)
        m_described = record;
    else if (!sameModel)
        m_described = nullptr;
    m_record = record;
    m_filter->showText(record, record->nearest(m_session.document().head));
    refreshPictures();
    refreshScores();
}

void HeadsPanel::refreshPictures()
{
    std::vector<HeadThumbnail> thumbnails;
    if (m_described)
        for (const HeadSummary& summary : m_described->heads) thumbnails.push_back(summary.thumbnail);
    m_grid->showHeads(std::move(thumbnails));
    m_legend->setLayers(m_described ? m_described->recording->layers() : 0);
}

// New numbers from elsewhere; and whether more are coming.
void HeadsPanel::refreshScores()
{
    m_values = HeadValues(m_described, m_scores.scores());
    const std::optional<core::Error>& error = m_scores.error();
    m_ranked->showProblem(error ? QString::fromStdString(error->what + (error->remedy.empty() ? "" : " " + error->remedy)) : QString());
    refresh();
}

void HeadsPanel::refresh()
{
    const HeadsView& view = m_session.view().heads;
    m_order = HeadOrder::of(m_values, view);
    refreshControls();
    refreshGrid();
    m_ranked->show(m_values, m_order, m_scores.busy() ? RankedHeads::Work::Busy : RankedHeads::Work::Idle);
    m_filter->showValues(m_values, m_order);
    std::vector<bool> passes;
    for (const HeadEntry& entry : m_order.entries) passes.push_back(entry.passes);
    m_map->showMarks(marksOf(m_values, m_described ? m_described->recording->layers() : 0, passes));
}

void HeadsPanel::refreshControls()
{
    const HeadsView& view = m_session.view().heads;
    offer(*m_sort, view, view.sort, tr("model order"));
    offer(*m_bars, view, view.bars, {});
    m_filterButton->setText(view.filter ? tr("%1 of %2").arg(m_order.passing).arg(m_order.entries.size()) : tr("+ Filter"));
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
        badges.push_back({.bar = entry.value ? std::optional(entry.bar) : std::nullopt,
                          .passes = entry.passes,
                          .state = stateOf(*m_described->recording, entry.head)});
    m_grid->setBadges(std::move(badges));
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

void HeadsPanel::setTheme(const Theme& theme)
{
    m_grid->setTheme(theme);
    m_ranked->setTheme(theme);
    m_map->setTheme(theme);
    m_legend->setTheme(theme);
    m_filter->setTheme(theme);
    refresh();   // columns are as wide as their texts
}

}   // namespace ui
