#include "ui/views/compare/effect_card.h"

#include <QComboBox>
#include <QGridLayout>
#include <QStyle>

#include "ui/state/numbers.h"
#include "ui/views/compare/loss_chart.h"
#include "ui/views/explore/share_list.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kPadding = 12;
const QString kWarning = QStringLiteral("⚠ ");   // a hue never stands alone

WrappedLabel* wrapping(const char* name, QWidget* parent)
{
    auto* label = plainLabel<WrappedLabel>(name, parent);
    label->setProperty("role", QStringLiteral("note"));
    return label;
}

}   // namespace

EffectCard::EffectCard(QWidget* parent) :
    AlertFrame(parent),
    m_scope(new QComboBox(this)),
    m_status(wrapping("effectStatus", this)),
    m_content(new QWidget(this)),
    m_next(new ShareList(m_content)),
    m_chart(new LossChart(m_content)),
    m_readout(wrapping("effectReadout", m_content)),
    m_warning(wrapping("effectWarning", m_content))
{
    setObjectName(QStringLiteral("effectCard"));
    setAccessibleName(tr("Effect on the model"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, 10, kPadding, 10);
    layout->setSpacing(6);
    buildHeader(*layout);
    layout->addWidget(m_status);
    layout->addWidget(m_content);
    buildContent();
    showNothing();
}

void EffectCard::buildHeader(QVBoxLayout& layout)
{
    auto* title = roleLabel(tr("Effect on the model"), "section", this);
    title->setWordWrap(true);
    m_scope->setObjectName(QStringLiteral("effectScope"));
    m_scope->setAccessibleName(tr("What the pattern is tried on"));
    m_scope->setToolTip(tr("How far the pattern reaches in the run that these numbers are of"));
    m_scope->addItem(tr("this head"), int(core::PlanScope::Head));
    m_scope->addItem(tr("this layer"), int(core::PlanScope::Layer));
    m_scope->addItem(tr("the whole model"), int(core::PlanScope::Model));
    connect(m_scope, &QComboBox::activated, this, [this] { Q_EMIT scopeChosen(core::PlanScope(m_scope->currentData().toInt())); });
    auto* line = new QHBoxLayout;
    line->addWidget(title, 1);
    line->addWidget(m_scope);
    layout.addLayout(line);
}

void EffectCard::buildContent()
{
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    m_divergence = addNumber(*grid, "effectDivergence", tr("Next-token KL, mean"),
                             tr("Kullback-Leibler divergence Σ own · ln(own / plan) of the next token, mean over all positions.\n"
                                "own: with the model's own attention. 0 where both are the same."));
    m_last = addNumber(*grid, "effectLast", tr("… after the last token"), tr("The same of the token that would be written next."));
    m_same = addNumber(*grid, "effectSame", tr("Same top token"), tr("Positions whose most likely next token stays what it was."));
    m_loss = addNumber(*grid, "effectLoss", tr("Loss, own → plan"), tr("−ln of the probability that the model gave the token that came, mean."));
    layout->addLayout(grid);
    m_next->setObjectName(QStringLiteral("effectNext"));
    m_next->setAccessibleName(tr("Next token after the text"));
    m_next->setHeadings(tr("plan"), tr("own"));
    layout->addWidget(roleLabel(tr("Next token after the text"), "caption", m_content));
    layout->addWidget(m_next);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_readout);
    layout->addWidget(m_warning);
    m_warning->setProperty("tone", QStringLiteral("warn"));
    connect(m_chart, &LossChart::pointed, this, [this] { m_readout->setText(m_chart->position() ? m_chart->readout() : m_chart->caption()); });
}

QLabel* EffectCard::addNumber(QGridLayout& grid, const char* name, const QString& caption, const QString& tip)
{
    const int row = grid.rowCount();
    auto* what = roleLabel(caption, "caption", m_content);
    QLabel* number = plainLabel(name, m_content);
    number->setProperty("role", QStringLiteral("number"));
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel* label : {what, number}) label->setToolTip(tip);
    grid.addWidget(what, row, 0);
    grid.addWidget(number, row, 1);
    return number;
}

void EffectCard::setScope(core::PlanScope scope) { m_scope->setCurrentIndex(m_scope->findData(int(scope))); }

// Style sheets look at properties only when a widget is polished.
void EffectCard::say(const QString& text, const char* tone)
{
    m_status->setVisible(!text.isEmpty());
    if (m_status->property("tone").toString() != QLatin1String(tone)) {
        m_status->setProperty("tone", QLatin1String(tone));
        m_status->style()->unpolish(m_status);
        m_status->style()->polish(m_status);
    }
    m_status->setText(text);
    m_content->setVisible(m_has);
}

void EffectCard::showNothing()
{
    m_has = false;
    say(tr("Try a pattern to see what the model makes of it."), "");
}

void EffectCard::showWorking()
{
    say(m_has ? tr("Running the model… These numbers are of the pattern before.") : tr("Running the model with the pattern, and without…"), "");
}

void EffectCard::showProblem(const core::Error& error)
{
    const QString what = QString::fromStdString(error.what + (error.remedy.empty() ? "" : " " + error.remedy));
    say(m_has ? tr("%1 These numbers are of the pattern before.").arg(what) : what, "error");
    announce(what);
}

void EffectCard::showEffect(const EffectShown& shown)
{
    m_has = true;
    showNumbers(shown);
    showNext(shown);
    m_warning->setText(kWarning + (shown.regroups ? tr("Not retrained: a model trained with fewer key/value heads would have learned other ones.")
                                                  : tr("Masking a densely trained model is not training a sparse one.")));
    m_warning->setVisible(!shown.plan.isEmpty());
    say({}, "");
}

void EffectCard::showNumbers(const EffectShown& shown)
{
    const core::PlanEffect& effect = shown.effect;
    m_divergence->setText(printedNats(effect.meanDivergence()));
    m_last->setText(effect.divergence.empty() ? printedNats(std::nullopt) : printedNats(effect.next.divergence));
    const std::optional<double> same = effect.sameTopShare();
    m_same->setText(same ? percent(*same) : QStringLiteral("–"));
    const std::optional<double> own = effect.meanOwnLoss(), plan = effect.meanLoss();
    m_loss->setText(own && plan ? tr("%1 → %2 nats").arg(printed(*own, 3), printed(*plan, 3)) : QStringLiteral("–"));
    std::vector<LossCurve> curves;
    curves.push_back({tr("own"), LossRole::Own, 0, effect.ownLoss});
    curves.push_back({tr("plan"), LossRole::Plan, 0, effect.loss});
    m_chart->showCurves(std::move(curves), shown.tokens, effect.trained);
    m_chart->setVisible(effect.loss.size() > 0);
    m_readout->setVisible(effect.loss.size() > 0);
}

void EffectCard::showNext(const EffectShown& shown)
{
    std::vector<ShareRow> rows;
    for (std::size_t i = 0; i < shown.effect.next.candidates.size(); ++i) {
        const core::Candidate& candidate = shown.effect.next.candidates[i];
        ShareRow row{.label = shown.candidates.value(qsizetype(i)),
                     .share = candidate.probability,
                     .value = percent(candidate.probability),
                     .second = percent(candidate.own),
                     .tip = {}};
        if (candidate.candidacy == core::Candidacy::Entered) row.tip = tr("Among the five most likely under the plan alone");
        if (candidate.candidacy == core::Candidacy::Left) row.tip = tr("Among the five most likely with the model's own attention alone");
        rows.push_back(std::move(row));
    }
    m_next->setRows(std::move(rows));
}

void EffectCard::setTheme(const Theme& theme)
{
    for (QLabel* number : {m_divergence, m_last, m_same, m_loss}) number->setFont(theme.strongFont(TextStyle::Label, Face::Number));
    m_next->setTheme(theme);
    m_chart->setTheme(theme);
}

}   // namespace ui
