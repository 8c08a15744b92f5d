#include "ui/views/explore/next_tokens.h"

#include <QHBoxLayout>

#include "ui/state/ledger.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/share_list.h"

namespace ui {

NextTokens::NextTokens(QWidget* parent) :
    QWidget(parent), m_title(roleLabel(tr("Next token after the last"), "caption", this)), m_shares(new ShareList(this))
{
    m_shares->setObjectName(QStringLiteral("nextTokens"));
    m_shares->setAccessibleName(tr("Most likely next tokens"));
    m_shares->setFlow(ShareFlow::Across);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_shares, 1);
}

void NextTokens::showRecord(const ExploreRecord& record)
{
    std::vector<ShareRow> rows;
    for (const NextTokenChance& chance : record.next)
        rows.push_back({.label = chance.label, .share = chance.probability, .value = percent(chance.probability), .second = {}});
    m_title->setVisible(!rows.empty());
    m_shares->setRows(std::move(rows));
}

void NextTokens::setTheme(const Theme& theme) { m_shares->setTheme(theme); }

}   // namespace ui
