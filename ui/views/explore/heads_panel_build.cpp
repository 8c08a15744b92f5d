// The parts of the left panel, from top to bottom.
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/plot/head_grid.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/heads/heads_filter.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/views/explore/heads/mark_legend.h"
#include "ui/views/explore/heads/measure_box.h"
#include "ui/views/explore/heads/ranked_heads.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kPadding = 16;

ElidingLabel* elidingLabel(const char* name, const char* role, QWidget* parent)
{
    auto* label = new ElidingLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", QLatin1String(role));
    return label;
}

QHBoxLayout* rowIn(QVBoxLayout& layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kPadding, 0, kPadding, 0);
    row->setSpacing(8);
    layout.addLayout(row);
    return row;
}

void addRule(QVBoxLayout& layout, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("rule"));
    line->setFixedHeight(1);
    layout.addSpacing(2);
    layout.addWidget(line);
    layout.addSpacing(2);
}

}   // namespace

HeadsPanel::HeadsPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("headsPanel"));
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 6, 0, 2);
    layout->setSpacing(4);
    buildHeader(*layout);
    buildGrid(*layout);
    buildBars(*layout);
    addRule(*layout, content);
    buildRanked(*layout);
    addRule(*layout, content);
    buildMap(*layout);
    auto* outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    QScrollArea* area = scrolling(content, this);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    outside->addWidget(area);
    setMinimumWidth(kLeastWidth);
    connectSession();
    connectHeads();
    setTheme(Theme::light());
}

void HeadsPanel::buildHeader(QVBoxLayout& layout)
{
    QHBoxLayout* row = rowIn(layout);
    m_count = roleLabel(tr("Heads"), "title", this);
    m_count->setObjectName(QStringLiteral("headCount"));
    m_sort = new MeasureBox("headSort", tr("Sort the small pictures"), tr("model order"), this);
    row->addWidget(m_count);
    row->addStretch(0);
    ElidingLabel* sort = elidingLabel("sortCaption", "caption", this);   // gives way to "1024 heads"
    sort->setText(tr("Sort"));
    row->addWidget(sort);
    row->addWidget(m_sort, 1);
    m_age = elidingLabel("headsAge", "tag", this);   // on a line of its own: nothing above it gives way
    m_age->hide();
    QHBoxLayout* below = rowIn(layout);
    below->addWidget(m_age, 0, Qt::AlignLeft);
}

void HeadsPanel::buildGrid(QVBoxLayout& layout)
{
    m_grid = new HeadGrid(this);
    m_grid->setObjectName(QStringLiteral("headGrid"));
    m_grid->setAccessibleName(tr("Heads in small"));
    auto* inset = rowIn(layout);
    inset->setContentsMargins(kPadding - 8, 0, kPadding - 4, 0);
    inset->addWidget(m_grid);
}

void HeadsPanel::buildBars(QVBoxLayout& layout)
{
    QHBoxLayout* row = rowIn(layout);
    m_bars = new MeasureBox("headBars", tr("Measure of bars and list"), {}, this);
    m_filterButton = new QPushButton(this);
    m_filterButton->setObjectName(QStringLiteral("headFilter"));
    m_filterButton->setAccessibleDescription(tr("Filter of the heads"));
    m_showAll = new QToolButton(this);
    m_showAll->setObjectName(QStringLiteral("showAllHeads"));
    m_showAll->setText(QStringLiteral("×"));
    m_showAll->setAutoRaise(true);
    m_showAll->setAccessibleName(tr("Show all heads"));
    m_showAll->setToolTip(tr("Show all heads"));
    row->addWidget(roleLabel(tr("Bars"), "caption", this));
    row->addWidget(m_bars, 1);
    row->addStretch(0);
    row->addWidget(m_filterButton);
    row->addWidget(m_showAll);
    m_filter = new HeadsFilter(m_session, this);
}

void HeadsPanel::buildRanked(QVBoxLayout& layout)
{
    m_ranked = new RankedHeads(m_session, this);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(kPadding - 8, 0, kPadding - 8, 0);
    inset->addWidget(m_ranked);
    layout.addLayout(inset, 1);
}

void HeadsPanel::buildMap(QVBoxLayout& layout)
{
    QHBoxLayout* row = rowIn(layout);
    m_mapTitle = elidingLabel("mapTitle", "section", this);
    m_mapTitle->setText(tr("Map of heads"));
    m_mapTitle->setToolTip(tr("Descriptions: where a head looks is not why the model answered"));
    m_legend = new MarkLegend(this);
    row->addWidget(m_mapTitle, 1);
    row->addWidget(m_legend);
    m_map = new HeadsMap(this);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(kPadding - 4, 0, kPadding - 8, 0);
    inset->addWidget(m_map);
    layout.addLayout(inset);
}

}   // namespace ui
