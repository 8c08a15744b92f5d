#include "ui/views/explore/step_list.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr qsizetype kLongestExpression = 22;   // longer ones would widen the inspector; the tooltip and the copied steps have all of it

QString shortened(const QString& expression)
{
    return expression.size() <= kLongestExpression ? expression : expression.left(kLongestExpression - 1) + u'…';
}

// A causal row has a rule that one can check at a glance; any other pattern is named in its own words.
QString maskRule(const Derivation& d) { return d.isCausalOnly ? QStringLiteral("%1 ≤ %2").arg(d.pair.key).arg(d.pair.query) : d.pattern; }

}   // namespace

StepList::StepList(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    addRow(*grid, Step::Sum, tr("Sum of products"), "stepSum");
    addRow(*grid, Step::Scale, tr("Score s"), "stepScore");
    addRow(*grid, Step::Mask, tr("Mask"), "stepMask");
    addRow(*grid, Step::LogSumExp, tr("Row log-sum-exp"), "stepLse");
    addRow(*grid, Step::Weight, tr("Weight w"), "stepWeight");
    addRow(*grid, Step::HideFirst, tr("Shown weight"), "stepHidden");
    addRow(*grid, Step::Written, tr("Written"), "stepWritten");
}

void StepList::addRow(QGridLayout& grid, Step step, const QString& name, const char* object)
{
    const QByteArray base(object);
    const Row row{plainLabel((base + "Name").constData(), this), plainLabel((base + "Expression").constData(), this), plainLabel(object, this)};
    row.name->setText(name);
    row.expression->setProperty("role", QStringLiteral("expression"));
    row.value->setProperty("role", QStringLiteral("number"));
    row.value->setAlignment(Qt::AlignRight);
    const int y = int(m_rows.size());
    grid.addWidget(row.name, y, 0);
    grid.addWidget(row.expression, y, 1);
    grid.addWidget(row.value, y, 2);
    m_rows[step] = row;
}

void StepList::set(Step step, const QString& expression, const QString& value)
{
    const Row& row = m_rows[step];
    row.expression->setText(shortened(expression));
    row.expression->setToolTip(expression);
    row.value->setText(value);
    row.value->setAccessibleName(QStringLiteral("%1, %2: %3").arg(row.name->text(), expression, value));
}

void StepList::show(const Derivation& d, const Ledger& ledger)
{
    set(Step::Sum, QStringLiteral("q·k"), ledger.sum);
    set(Step::Scale, ledger.scaling, ledger.score);
    set(Step::Mask, maskRule(d), tr("allowed"));
    set(Step::LogSumExp, QStringLiteral("ℓ, row %1").arg(d.pair.query), ledger.lse);
    set(Step::Weight, QStringLiteral("exp(s − ℓ)"), ledger.weight);
    set(Step::HideFirst, QStringLiteral("÷ (1 − %1)").arg(ledger.firstWeight), ledger.hiddenWeight);
    set(Step::Written, QStringLiteral("‖w·v·W_O‖"), ledger.writeNorm);
    const Row& hidden = m_rows[Step::HideFirst];
    for (QLabel* label : {hidden.name, hidden.expression, hidden.value}) label->setVisible(!ledger.hiddenWeight.isEmpty());
}

void StepList::setTheme(const Theme& theme)
{
    for (auto& [step, row] : m_rows) {
        row.name->setFont(theme.font(TextStyle::Label));
        row.expression->setFont(theme.font(TextStyle::Label, Face::Number));
        row.value->setFont(step == Step::Weight ? theme.strongFont(TextStyle::Label, Face::Number) : theme.font(TextStyle::Label, Face::Number));
    }
}

QStringList StepList::lines() const
{
    QStringList lines;
    for (const auto& [step, row] : m_rows)
        if (row.name->isVisibleTo(this))
            lines.append(QStringLiteral("%1  %2  %3").arg(row.name->text(), row.expression->toolTip(), row.value->text()));
    return lines;
}

}   // namespace ui
