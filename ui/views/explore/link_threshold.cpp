#include "ui/views/explore/link_threshold.h"

#include <algorithm>
#include <cmath>

#include <QLabel>
#include <QFrame>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QScreen>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/state/numbers.h"

namespace ui {

namespace {

constexpr double kLeastWeight = 0.001;

// Three significant digits: a threshold is used as it is read.
double rounded(double weight)
{
    const double unit = std::pow(10.0, std::floor(std::log10(weight)) - 2.0);
    return std::round(weight / unit) * unit;
}

}   // namespace

double LinkThreshold::thresholdAt(LinkMode mode, int step)
{
    const double place = double(std::clamp(step, 1, kSteps)) / 100.0;
    return mode == LinkMode::ShareOfRow ? place : rounded(kLeastWeight * std::pow(1.0 / kLeastWeight, place));
}

int LinkThreshold::stepOf(const LinkRule& rule)
{
    const double place = rule.mode == LinkMode::ShareOfRow
                             ? rule.share
                             : std::log(std::max(rule.weight, kLeastWeight) / kLeastWeight) / std::log(1.0 / kLeastWeight);
    return std::clamp(int(std::lround(place * 100.0)), 1, kSteps);
}

LinkThreshold::LinkThreshold(QWidget* parent) :
    QToolButton(parent), m_meaning(new QLabel(this)), m_slider(new QSlider(Qt::Horizontal, this)), m_share(new QRadioButton(this)),
    m_weight(new QRadioButton(this))
{
    setObjectName(QStringLiteral("linkThreshold"));
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setToolTip(tr("Which weights are drawn as links"));
    buildPanel();
    show(m_rule);
}

void LinkThreshold::buildPanel()
{
    m_meaning->setObjectName(QStringLiteral("linkMeaning"));
    m_slider->setObjectName(QStringLiteral("linkSlider"));
    m_slider->setAccessibleName(tr("Threshold of links"));
    m_slider->setRange(1, kSteps);
    m_slider->setMinimumWidth(220);
    m_share->setObjectName(QStringLiteral("linkShare"));
    m_share->setText(tr("Largest weights until a share of the row is drawn"));
    m_weight->setObjectName(QStringLiteral("linkWeight"));
    m_weight->setText(tr("Every weight from a fixed one on"));
    m_panel = new QFrame(this, Qt::Popup);   // not a menu: its keys would stay with the menu and never reach the slider
    m_panel->setObjectName(QStringLiteral("linkPanel"));
    m_panel->setAccessibleName(toolTip());
    auto* layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(16, 10, 16, 10);
    for (QWidget* part : {static_cast<QWidget*>(m_meaning), static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_share), static_cast<QWidget*>(m_weight)})
        layout->addWidget(part);
    connect(this, &QToolButton::clicked, this, &LinkThreshold::popUp);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        LinkRule rule = m_rule;
        (rule.mode == LinkMode::ShareOfRow ? rule.share : rule.weight) = thresholdAt(rule.mode, step);
        Q_EMIT chosen(rule);
    });
    connect(m_share, &QRadioButton::toggled, this, [this](bool share) {
        LinkRule rule = m_rule;
        rule.mode = share ? LinkMode::ShareOfRow : LinkMode::FixedWeight;
        Q_EMIT chosen(rule);
    });
}

// Below the button, inside the screen.
void LinkThreshold::popUp()
{
    m_panel->adjustSize();
    const QRect screen = this->screen()->availableGeometry(), button(mapToGlobal(QPoint()), size());
    const int left = isRightToLeft() ? button.right() + 1 - m_panel->width() : button.left();
    const bool fitsBelow = button.bottom() + m_panel->height() <= screen.bottom();
    m_panel->move(std::clamp(left, screen.left(), std::max(screen.left(), screen.right() - m_panel->width())),
                  fitsBelow ? button.bottom() + 2 : std::max(screen.top(), button.top() - m_panel->height()));
    m_panel->show();
    m_slider->setFocus(Qt::TabFocusReason);
}

void LinkThreshold::show(const LinkRule& rule)
{
    m_rule = rule;
    const QSignalBlocker quietly[] = {QSignalBlocker(m_slider), QSignalBlocker(m_share), QSignalBlocker(m_weight)};
    setText(tr("Links: %1").arg(nameOf(rule)));
    setAccessibleName(text());
    m_meaning->setText(nameOf(rule));
    m_slider->setValue(stepOf(rule));
    (rule.mode == LinkMode::ShareOfRow ? m_share : m_weight)->setChecked(true);
}

QString nameOf(const LinkRule& rule)
{
    return rule.mode == LinkMode::ShareOfRow ? LinkThreshold::tr("%1\u202F% of each row").arg(printedTick(std::round(rule.share * 100.0)))
                                             : LinkThreshold::tr("weights from %1").arg(printedTick(rule.weight));
}

}   // namespace ui
