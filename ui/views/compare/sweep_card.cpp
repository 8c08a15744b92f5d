#include "ui/views/compare/sweep_card.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/state/numbers.h"
#include "ui/views/compare/cost_words.h"
#include "ui/views/compare/sweep_plot.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr double kEnough = 0.95;   // of the mass
const QString kFirstTemplate = QStringLiteral("sinks({0, 1, 4}) | window({2, 4, 8, 16, 32, 64})");

QComboBox* choice(const char* name, const QString& spoken, const QStringList& items, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(spoken);
    box->setToolTip(spoken);
    box->addItems(items);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(3);
    return box;
}

}   // namespace

SweepCard::SweepCard(QWidget* parent) :
    QWidget(parent),
    m_text(new QLineEdit(kFirstTemplate, this)),
    m_run(new QPushButton(tr("Try all"), this)),
    m_loss(choice("sweepLoss", tr("Loss"), {tr("Output error"), tr("KL from the own weights")}, this)),
    m_cost(choice("sweepCost", tr("Cost"), {tr("FLOPs"), tr("KV cache")}, this)),
    m_plot(new SweepPlot(this)),
    m_status(plainLabel<WrappedLabel>("sweepStatus", this))
{
    setObjectName(QStringLiteral("sweepCard"));
    m_text->setCursorPosition(0);
    m_text->setObjectName(QStringLiteral("sweepTemplate"));
    m_text->setAccessibleName(tr("Pattern with lists of numbers in braces"));
    m_text->setToolTip(tr("Numbers in braces are tried one after the other: window({8, 16, 32}), sinks({0-4})"));
    m_run->setObjectName(QStringLiteral("sweepRun"));
    m_run->setProperty("role", QStringLiteral("compact"));
    m_status->setProperty("role", QStringLiteral("caption"));
    build();
    connect(m_run, &QPushButton::clicked, this, [this] { m_state.isRunning ? Q_EMIT stopRequested() : Q_EMIT asked(m_text->text()); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { Q_EMIT asked(m_text->text()); });
    for (QComboBox* box : {m_loss, m_cost}) connect(box, &QComboBox::currentIndexChanged, this, &SweepCard::showAnswer);
    connect(m_plot, &SweepPlot::chosen, this,
            [this](std::size_t point) { Q_EMIT patternChosen(QString::fromStdString((*m_state.points)[point].pattern.text())); });
    connect(m_plot, &SweepPlot::looked, this, [this](std::optional<std::size_t> point) {
        if (point)
            m_status->setText(m_plot->wordsOf(*point));
        else
            showAnswer();
    });
    showAnswer();
}

void SweepCard::build()
{
    auto* top = new QHBoxLayout;
    top->addWidget(m_text, 1);
    top->addWidget(m_run);
    auto* axes = new QHBoxLayout;
    axes->addWidget(m_loss, 1);
    axes->addWidget(roleLabel(tr("against"), "caption", this));
    axes->addWidget(m_cost, 1);
    auto* inside = new QWidget(this);
    auto* lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    lines->addLayout(top);
    lines->addLayout(axes);
    lines->addWidget(m_plot, 1);
    lines->addWidget(m_status);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(inside, this));
}

void SweepCard::setTheme(const Theme& theme)
{
    m_text->setFont(theme.font(TextStyle::Label, Face::Number));
    m_plot->setTheme(theme);
}

void SweepCard::show(const SweepState& state)
{
    if (!state.text.isEmpty() && state.text != m_state.text && !m_text->hasFocus()) m_text->setText(state.text);   // of a session that was opened
    m_state = state;
    m_run->setText(state.isRunning ? tr("Stop") : tr("Try all"));
    showAnswer();
}

void SweepCard::showAnswer()
{
    SweepPicture picture{.points = m_state.points,
                         .cost = m_cost->currentIndex() == 0 ? core::SweepCost::Flops : core::SweepCost::CacheBytes,
                         .loss = m_loss->currentIndex() == 0 ? core::SweepLoss::Error : core::SweepLoss::Divergence};
    if (picture.points) {
        picture.frontier = core::frontierOf(*picture.points, picture.cost, picture.loss);
        picture.best = core::cheapestKeeping(*picture.points, kEnough, picture.cost);
    }
    const std::optional<std::size_t> best = picture.best;
    m_plot->showPicture(std::move(picture));
    m_status->setText(sentence(best));
}

QString SweepCard::sentence(std::optional<std::size_t> best) const
{
    if (m_state.isRunning) return tr("%1 of %2 patterns tried").arg(m_state.done).arg(m_state.of);
    if (m_state.problem) return QString::fromStdString(m_state.problem->what + ' ' + m_state.problem->remedy).trimmed();
    if (!m_state.points) return tr("Every number in braces is tried on this head. Each point is a pattern; none lies below and left of the line.");
    QStringList parts;
    if (best) {
        const core::SweepPoint& point = (*m_state.points)[*best];
        const QString cost = m_cost->currentIndex() == 0 ? tr("%1 FLOPs").arg(printedSize(point.cost.flops)) : printedBytes(point.cost.cacheBytes);
        parts << tr("Cheapest that keeps %1: %2, which keeps %3 for %4.")
                     .arg(percent(kEnough), QString::fromStdString(point.pattern.text()), percent(point.retained), cost);
    } else {
        parts << tr("No pattern of these keeps %1 of the mass.").arg(percent(kEnough));
    }
    const auto lost = std::ranges::count_if(*m_state.points, [](const core::SweepPoint& point) { return !point.divergence.has_value(); });
    if (m_loss->currentIndex() == 1 && lost > 0)
        parts << tr("Not drawn, because rows without a key have an infinite KL: %1.").arg(printedCount(core::Index(lost)));
    return parts.join(u' ');
}

}   // namespace ui
