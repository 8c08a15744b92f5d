#include "ui/views/compare/effect_card.h"

#include <QComboBox>
#include <QGridLayout>
#include <QStandardItemModel>

#include "ui/state/numbers.h"
#include "ui/views/compare/loss_chart.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/share_list.h"

namespace ui {

namespace {

constexpr int kPadding = 12;
const QString kWarning = QStringLiteral("⚠ ");   // a hue never stands alone

}   // namespace

EffectCard::EffectCard(QWidget* parent) :
    AnswerCard("effect",
               {.nothing = tr("Try a pattern to see what the model makes of it."),
                .first = tr("Running the model with what is tried, and without…"),
                .again = tr("Running the model… These numbers are of what was tried before."),
                .older = tr("These numbers are of what was tried before.")},
               parent),
    m_tried(new QComboBox(this)),
    m_scope(new QComboBox(this)),
    m_plan(wrapping("effectPlan", "note", content())),
    m_next(new ShareList(content())),
    m_chart(new LossChart(content())),
    m_readout(wrapping("effectReadout", "note", content())),
    m_warning(wrapping("effectWarning", "note", content()))
{
    setAccessibleName(tr("Effect on the model"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, 10, kPadding, 10);
    layout->setSpacing(6);
    buildHeader(*layout);
    addTo(*layout);
    buildContent();
    setTried(0, 1);
    showNothing();
}

void EffectCard::buildHeader(QVBoxLayout& layout)
{
    auto* title = roleLabel(tr("Effect on the model"), "section", this);
    title->setWordWrap(true);
    m_scope->setObjectName(QStringLiteral("effectScope"));
    m_scope->setAccessibleName(tr("What it is tried on"));
    m_scope->setToolTip(tr("How far it reaches in the run that these numbers are of"));
    m_scope->addItem(tr("this head"), int(core::PlanScope::Head));
    m_scope->addItem(tr("this layer"), int(core::PlanScope::Layer));
    m_scope->addItem(tr("the whole model"), int(core::PlanScope::Model));
    connect(m_scope, &QComboBox::activated, this, [this] { Q_EMIT scopeChosen(core::PlanScope(m_scope->currentData().toInt())); });
    m_tried->setObjectName(QStringLiteral("effectTried"));
    m_tried->setAccessibleName(tr("What is tried on the model"));
    m_tried->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_tried, &QComboBox::activated, this, [this] { Q_EMIT groupsChosen(core::Index(m_tried->currentData().toLongLong())); });
    auto* line = new QHBoxLayout;
    line->addWidget(m_tried);
    line->addWidget(roleLabel(tr("in"), "caption", this));
    line->addWidget(m_scope);
    line->addStretch(1);
    layout.addWidget(title);
    layout.addLayout(line);
}

void EffectCard::buildContent()
{
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_plan);
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
    layout->addWidget(roleLabel(tr("Next token after the text"), "caption", content()));
    layout->addWidget(m_next);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_readout);
    layout->addWidget(m_warning);
    m_warning->setProperty("tone", QStringLiteral("warn"));
    tellPointed(*m_chart, *m_readout);
}

QLabel* EffectCard::addNumber(QGridLayout& grid, const char* name, const QString& caption, const QString& tip)
{
    const int row = grid.rowCount();
    auto* what = roleLabel(caption, "caption", content());
    QLabel* number = plainLabel(name, content());
    number->setProperty("role", QStringLiteral("number"));
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel* label : {what, number}) label->setToolTip(tip);
    grid.addWidget(what, row, 0);
    grid.addWidget(number, row, 1);
    return number;
}

void EffectCard::setScope(core::PlanScope scope) { m_scope->setCurrentIndex(m_scope->findData(int(scope))); }

// As many groups as heads would change nothing; other numbers than these do not divide the heads.
void EffectCard::setTried(core::Index groups, core::Index kvHeads)
{
    if (kvHeads != m_kvHeads) {
        m_kvHeads = kvHeads;
        m_tried->clear();
        m_tried->addItem(tr("the pattern"), 0);
        for (core::Index g = kvHeads / 2; g >= 1; --g)
            if (kvHeads % g == 0) m_tried->addItem(tr("kv_groups(%1)", "as plans have it").arg(g), qlonglong(g));
        m_tried->setToolTip(kvHeads > 1 ? tr("The pattern on show, or the %1 key/value heads of a layer in fewer groups, each of which reads the "
                                             "mean keys and values of its heads")
                                              .arg(kvHeads)
                                        : tr("This model has one key/value head in a layer: there is none to share it with"));
    }
    if (m_tried->findData(qlonglong(groups)) < 0) m_tried->addItem(tr("kv_groups(%1)").arg(groups), qlonglong(groups));   // of another model
    m_tried->setCurrentIndex(m_tried->findData(qlonglong(groups)));
    // Groups hold for whole layers.
    auto* scopes = qobject_cast<QStandardItemModel*>(m_scope->model());
    scopes->item(m_scope->findData(int(core::PlanScope::Head)))->setEnabled(groups == 0);
}

void EffectCard::showEffect(const EffectShown& shown)
{
    m_plan->setText(shown.plan);
    m_plan->setVisible(!shown.plan.isEmpty());
    showNumbers(shown);
    showNext(shown);
    m_warning->setText(kWarning + (shown.regroups
                                       ? tr("Mean-pooled, not retrained: a model trained with fewer key/value heads would have learned other ones.")
                                       : tr("Masking a densely trained model is not training a sparse one.")));
    m_warning->setVisible(!shown.plan.isEmpty());
    showAnswer();
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
    m_plan->setFont(theme.font(TextStyle::Label, Face::Number));
    m_next->setTheme(theme);
    m_chart->setTheme(theme);
}

}   // namespace ui
