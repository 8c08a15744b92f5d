#include "ui/views/explore/heads/ranked_heads.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/heads/head_words.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kRowsWanted = 6;
constexpr int kRowPadding = HeadsListDelegate::kPadding;

}   // namespace

RankedHeads::RankedHeads(Session& session, QWidget* parent) :
    QWidget(parent), m_session(session), m_list(new HeadsList(this)), m_compare(new QCheckBox(tr("Compare with shuffled tokens"), this))
{
    setObjectName(QStringLiteral("rankedHeads"));
    m_compare->setObjectName(QStringLiteral("compareShuffled"));
    m_compare->setToolTip(tr("The best of many heads is always impressive. The same words in random order, mean of %1 shuffles,\n"
                             "say how much of a score is chance and habit. Long texts are compared when you ask for it here.")
                              .arg(kShuffles));
    m_problem = plainLabel("headScoresProblem", this);
    m_problem->setProperty("role", QStringLiteral("caption"));
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(kRowPadding, 0, kRowPadding, 0);
    m_problem->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buildHeadings());
    layout->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kRowPadding, 0, 0, 0);
    foot->addWidget(m_compare);
    layout->addLayout(foot);
    layout->addWidget(m_problem);
    connect(m_compare, &QCheckBox::toggled, this, [this](bool on) {
        HeadsView view = m_session.view().heads;
        view.baseline = on ? HeadBaseline::Shuffled : HeadBaseline::None;
        m_session.setHeads(view);
    });
    setTheme(Theme::light());
}

QHBoxLayout* RankedHeads::buildHeadings()
{
    m_title = new ElidingLabel(this);
    m_title->setProperty("role", QStringLiteral("section"));
    m_title->setObjectName(QStringLiteral("rankedTitle"));
    m_direction = new QToolButton(this);
    m_direction->setObjectName(QStringLiteral("rankDirection"));
    m_direction->setAutoRaise(true);
    m_unit = roleLabel({}, "small", this);
    m_baseline = roleLabel(tr("shuffled"), "small", this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kRowPadding, 0, kRowPadding, 0);
    row->setSpacing(0);
    row->addWidget(m_title);
    row->addWidget(m_direction);
    row->addStretch(1);
    row->addWidget(m_unit);
    row->addWidget(m_baseline);
    connect(m_direction, &QToolButton::clicked, this, [this] {
        HeadsView view = m_session.view().heads;
        view.direction = view.direction == HeadDirection::HighestFirst ? HeadDirection::LowestFirst : HeadDirection::HighestFirst;
        m_session.setHeads(view);
    });
    return row;
}

void RankedHeads::show(const HeadValues& values, const HeadOrder& order)
{
    const HeadsView& view = m_session.view().heads;
    const bool compares = view.compares(values.tokens());
    refreshHeadings(order, values.age());
    refreshProblem(values.problem());
    m_baseline->setVisible(compares);
    const QSignalBlocker blocker(m_compare);
    m_compare->setChecked(compares);
    m_list->rows().show(values, order, compares ? HeadsListModel::Baseline::Shown : HeadsListModel::Baseline::Hidden);
    m_list->refresh(m_unit->text(), compares ? m_baseline->text() : QString());
    placeHeadings();
    // Another ranking is read from its top; the same one, of a text that grew, stays where it was.
    if (!m_shown || m_shown->bars != view.bars || m_shown->direction != view.direction || m_shown->filter != view.filter) m_list->scrollToTop();
    m_shown = view;
}

void RankedHeads::refreshHeadings(const HeadOrder& order, HeadsAge age)
{
    const QString title = titleOf(order.measure, order.direction);
    m_title->setText(age == HeadsAge::Current ? title : tr("%1, %2").arg(title, ageText()));
    m_title->setToolTip(explanationOf(order.measure));
    m_unit->setText(unitOf(order.measure));
    const bool highest = order.direction == HeadDirection::HighestFirst;
    m_direction->setText(highest ? QStringLiteral("↓") : QStringLiteral("↑"));
    m_direction->setAccessibleName(highest ? tr("Highest first") : tr("Lowest first"));
    m_direction->setToolTip(highest ? tr("Highest first: click for the lowest") : tr("Lowest first: click for the highest"));
}

// In the place of the numbers that could not be computed.
void RankedHeads::refreshProblem(const std::optional<core::Error>& problem)
{
    m_problem->setText(problem ? QString::fromStdString(problem->what + (problem->remedy.empty() ? "" : " " + problem->remedy)) : QString());
    m_problem->setVisible(problem.has_value());
}

// Headings end where the numbers below them end.
void RankedHeads::placeHeadings()
{
    const int bar = m_list->verticalScrollBar()->isVisible() ? m_list->verticalScrollBar()->width() : 0;
    m_baseline->setFixedWidth(m_list->columns().shuffled + HeadsListDelegate::kGap);
    const bool fromRight = isRightToLeft();   // margins are not mirrored by themselves, and texts are aligned by their own direction
    layout()->itemAt(0)->layout()->setContentsMargins(kRowPadding + (fromRight ? bar : 0), 0, kRowPadding + (fromRight ? 0 : bar), 0);
    for (QLabel* heading : {m_unit, m_baseline})
        heading->setAlignment((fromRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void RankedHeads::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeHeadings();
}

void RankedHeads::setLeastRows(int rows)
{
    m_leastRows = rows;
    m_list->setMinimumHeight(rows * m_list->rowHeight());
}

void RankedHeads::setTheme(const Theme& theme)
{
    m_list->setTheme(theme);
    setLeastRows(m_leastRows);
    m_list->setWantedRows(kRowsWanted);
    // The box of a switch must be seen on any ground; its outline is made from this colour.
    QPalette palette = m_compare->palette();
    palette.setColor(QPalette::Window, theme.text2);
    m_compare->setPalette(palette);
}

}   // namespace ui
