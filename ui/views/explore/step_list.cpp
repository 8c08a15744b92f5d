#include "ui/views/explore/step_list.h"

#include <algorithm>

#include <QAccessible>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>

#include "ui/state/numbers.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

// A causal row has a rule that one can check at a glance; any other pattern is named in its own words.
QString maskRule(const Derivation& d) { return d.isCausalOnly ? QStringLiteral("%1 ≤ %2").arg(d.pair.key).arg(d.pair.query) : d.pattern; }

}   // namespace

StepList::StepList(QWidget* parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight);   // formulas, as in every book
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("From score to weight"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kRingRoom, 0, kRingRoom, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    addRow(*grid, Step::Sum, "stepSum", tr("Sum of products"), tr("q·k: large where the query q of one token fits the key k of the other."));
    addRow(*grid, Step::Scale, "stepScore", tr("Score s"),
           tr("s: the sum, divided by the square root of the number of dimensions unless the model says otherwise."));
    addRow(*grid, Step::Mask, "stepMask", tr("Mask"), tr("Whether this query may look at this key at all."));
    addRow(*grid, Step::LogSumExp, "stepLse", tr("Row log-sum-exp"),
           tr("ℓ: the logarithm of the sum of exp(s) over all allowed keys of the row. With it the weights of the row sum to 1."));
    addRow(*grid, Step::Weight, "stepWeight", tr("Weight w"), tr("w: the share of the row that this key gets."));
    addRow(*grid, Step::HideFirst, "stepHidden", tr("Shown weight"), tr("The share of what is left of the row without its first token."));
    addRow(*grid, Step::Written, "stepWritten", tr("Written"),
           tr("‖w·v·W_O‖: the length of what this key adds to the token: its value vector v, times the weight w, through the output matrix W_O "
              "of the head. A large weight can carry little."));
}

void StepList::addRow(QGridLayout& grid, Step step, const char* object, const QString& name, const QString& meaning)
{
    const QByteArray base(object);
    const Row row{plainLabel((base + "Name").constData(), this), new ElidingLabel(this), plainLabel(object, this)};
    row.name->setText(name);
    row.name->setWordWrap(true);   // where text is much enlarged
    row.expression->setObjectName(QLatin1String(base + "Expression"));
    for (QLabel* label : {row.name, static_cast<QLabel*>(row.expression), row.value}) label->setToolTip(meaning);
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
    row.expression->setText(expression);
    row.expression->setToolTip(expression + u'\n' + row.name->toolTip());
    row.value->setText(value);
    row.value->setAccessibleName(QStringLiteral("%1, %2: %3").arg(row.name->text(), expression, value));
}

void StepList::show(const Derivation& d, const Ledger& ledger)
{
    set(Step::Sum, QStringLiteral("q·k"), ledger.sum);
    set(Step::Scale, ledger.scaling, ledger.score);
    set(Step::Mask, maskRule(d), tr("allowed"));
    set(Step::LogSumExp, tr("ℓ, row %1").arg(d.pair.query), ledger.lse);
    set(Step::Weight, QStringLiteral("exp(s − ℓ)"), ledger.weight);
    set(Step::HideFirst, QStringLiteral("÷ (1 − %1)").arg(ledger.firstWeight), ledger.hiddenWeight);
    set(Step::Written, QStringLiteral("‖w·v·W_O‖"), ledger.writeNorm);
    const Row& hidden = m_rows[Step::HideFirst];
    for (QLabel* label : {hidden.name, static_cast<QLabel*>(hidden.expression), hidden.value}) label->setVisible(!ledger.hiddenWeight.isEmpty());
}

void StepList::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (auto& [step, row] : m_rows) {
        row.name->setFont(theme.font(TextStyle::Label));
        row.expression->setFont(theme.font(TextStyle::Label, Face::Number));
        row.value->setFont(step == Step::Weight ? theme.strongFont(TextStyle::Label, Face::Number) : theme.font(TextStyle::Label, Face::Number));
    }
}

// Names of patterns have commas of their own; numbers stand in this one alone.
QString StepList::plainExpression(Step step, QString expression)
{
    return step == Step::HideFirst ? plainNumber(expression) : expression.replace(QChar(0x2212), QLatin1Char('-'));
}

std::vector<StepList::Step> StepList::shown() const
{
    std::vector<Step> steps;
    for (const auto& [step, row] : m_rows)
        if (row.name->isVisibleTo(this)) steps.push_back(step);
    return steps;
}

QString StepList::line(Step step) const
{
    const Row& row = m_rows.at(step);
    return QStringLiteral("%1  %2  %3").arg(row.name->text(), plainExpression(step, row.expression->text()), plainNumber(row.value->text()));
}

QStringList StepList::lines() const
{
    QStringList lines;
    for (const Step step : shown()) lines.append(line(step));
    return lines;
}

void StepList::paintEvent(QPaintEvent*)
{
    const std::vector<Step> steps = shown();
    if (!m_cursor.isSeen() || steps.empty()) return;
    const Row& row = m_rows.at(steps[std::size_t(m_cursor.row(int(steps.size())))]);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintFocusRow(painter, QRectF(kRingRoom, row.name->y() - 1, width() - 2 * kRingRoom, row.name->height() + 2), m_theme);
}

void StepList::keyPressEvent(QKeyEvent* event)
{
    const std::vector<Step> steps = shown();
    const RowCursor::Step key = m_cursor.press(*event, int(steps.size()));
    if (key == RowCursor::Step::None) return event->ignore();
    const Step at = steps[std::size_t(m_cursor.row(int(steps.size())))];
    if (key == RowCursor::Step::Copied) return QGuiApplication::clipboard()->setText(line(at));
    key == RowCursor::Step::Chosen ? follow(at) : walkTo(at);
}

void StepList::walkTo(Step step)
{
    const std::vector<Step> steps = shown();
    m_cursor.put(int(std::ranges::find(steps, step) - steps.begin()));
    QAccessibleEvent here(m_rows.at(step).value, QAccessible::Focus);
    QAccessible::updateAccessibility(&here);
    update();
}

// Each number to what it was made of.
void StepList::follow(Step step)
{
    switch (step) {
    case Step::Sum:
        return Q_EMIT followed(Inputs::Products);
    case Step::Scale:
        return walkTo(Step::Sum);
    case Step::LogSumExp:
    case Step::Written:
        return Q_EMIT followed(Inputs::Row);
    case Step::Weight:
        return walkTo(Step::Scale);
    case Step::HideFirst:
        return walkTo(Step::Weight);
    case Step::Mask:   // a rule, not a number
        return;
    }
}

void StepList::focusInEvent(QFocusEvent* event)
{
    m_cursor.focusIn(event->reason());
    QWidget::focusInEvent(event);   // updates
}

void StepList::focusOutEvent(QFocusEvent* event)
{
    m_cursor.focusOut();
    QWidget::focusOutEvent(event);
}

}   // namespace ui
