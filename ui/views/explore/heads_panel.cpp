#include "ui/views/explore/heads_panel.h"

#include <QHBoxLayout>
#include <QLabel>

#include "ui/plot/head_grid.h"
#include "ui/state/ledger.h"
#include "ui/views/explore/notices.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/share_list.h"

namespace ui {

HeadsPanel::HeadsPanel(QWidget* parent) :
    QWidget(parent),
    m_title(roleLabel(tr("Heads"), "title", this)),
    m_age(roleLabel({}, "tag", this)),
    m_heads(new HeadGrid(this)),
    m_nextTitle(roleLabel(tr("Next token after the last"), "section", this)),
    m_next(new ShareList(this))
{
    m_age->setObjectName(QStringLiteral("headsAge"));
    m_heads->setObjectName(QStringLiteral("headGrid"));
    m_next->setObjectName(QStringLiteral("nextTokens"));
    m_next->setAccessibleName(tr("Most likely next tokens"));
    auto* caption = roleLabel(tr("Where a head looks is not why the model answered."), "caption", this);
    caption->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_age);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 8, 12);
    layout->addLayout(head);
    layout->addWidget(scrolling(m_heads, this), 1);
    layout->addWidget(caption);
    layout->addSpacing(8);
    layout->addWidget(m_nextTitle);
    layout->addWidget(m_next);
    setMinimumWidth(kLeastWidth);
    m_age->hide();
    connect(m_heads, &HeadGrid::headHovered, this, &HeadsPanel::headHovered);
    connect(m_heads, &HeadGrid::headChosen, this, &HeadsPanel::headChosen);
}

void HeadsPanel::showRecord(const ExploreRecord& record)
{
    showThumbnails(record);
    showNextTokens(record);
}

void HeadsPanel::showThumbnails(const ExploreRecord& record)
{
    m_title->setText(tr("Heads %1").arg(record.recording->layers() * record.recording->heads()));
    const bool described = !record.heads.empty(), sameModel = record.model == m_model;
    m_age->setText(sameModel ? tr("of the text before") : tr("not computed"));
    m_age->setVisible(!described);
    if (!described && sameModel) return;
    m_model = described ? record.model : nullptr;
    std::vector<HeadThumbnail> thumbnails;
    for (const HeadSummary& summary : record.heads) {
        thumbnails.push_back(summary.thumbnail);
        thumbnails.back().note = metricsNote(summary.metrics);
    }
    m_heads->showHeads(std::move(thumbnails));
}

void HeadsPanel::showNextTokens(const ExploreRecord& record)
{
    std::vector<ShareRow> rows;
    for (const NextTokenChance& chance : record.next)
        rows.push_back({.label = chance.label, .share = chance.probability, .value = percent(chance.probability), .second = {}});
    m_nextTitle->setVisible(!rows.empty());
    m_next->setRows(std::move(rows));
}

void HeadsPanel::setSelection(const Selection& selection) { m_heads->setSelection(selection); }

void HeadsPanel::setTheme(const Theme& theme)
{
    m_heads->setTheme(theme);
    m_next->setTheme(theme);
}

}   // namespace ui
