#include "ui/views/explore/next_tokens.h"

#include <QLabel>

#include "ui/state/numbers.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/share_list.h"

namespace ui {

NextTokens::NextTokens(QWidget* parent) : QWidget(parent), m_title(roleLabel({}, "caption", this)), m_shares(new ShareList(this))
{
    m_title->setObjectName(QStringLiteral("nextTitle"));
    m_shares->setObjectName(QStringLiteral("nextTokens"));
    m_shares->setAccessibleName(tr("Most likely next tokens"));
    m_shares->setFlow(ShareFlow::Across);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_title);
    layout->addWidget(m_shares);
}

void NextTokens::showRecord(const ExploreRecord& record)
{
    std::vector<ShareRow> rows;
    for (const NextTokenChance& chance : record.next)
        rows.push_back({.label = chance.label, .share = chance.probability, .value = percent(chance.probability), .second = {}});
    const core::Index last = record.recording->size() - 1;
    m_title->setText(record.tokensInText > record.recording->size() ? tr("Next after token %1, the last computed").arg(printedCount(last))
                                                                    : tr("Next token after the last"));
    m_title->setVisible(!rows.empty());
    m_shares->setRows(std::move(rows));
}

void NextTokens::setTheme(const Theme& theme) { m_shares->setTheme(theme); }

}   // namespace ui
