#include "ui/views/compare/pattern_row.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>

#include "ui/state/document.h"
#include "ui/views/compare/pattern_flow.h"
#include "ui/views/compare/pattern_number.h"
#include "ui/views/compare/pattern_switch.h"
#include "ui/views/compare/pattern_tile.h"
#include "ui/views/compare/pattern_words.h"
#include "ui/views/explore/heads/eliding_label.h"

namespace ui {

int sliderValue(int step, core::Index reach) { return int(std::lround(std::pow(double(reach), double(step) / kSliderSteps))); }

int sliderStep(core::Index value, core::Index reach)
{
    const double place = std::log(double(std::max<core::Index>(1, value))) / std::log(double(reach));
    return std::clamp(int(std::lround(kSliderSteps * place)), 0, kSliderSteps);
}

void PatternRow::showBlock(const PatternBlock& block, const std::vector<BlockNumber>& numbers, const QString& rule, core::Index tokenCount)
{
    const bool wasOn = std::exchange(m_isOn, block.isOn);
    m_reach = std::max<core::Index>(16, tokenCount);
    m_switch->setChecked(block.isOn);
    if (m_problem.isEmpty()) m_rule->setText(rule);
    for (std::size_t i = 0; i < m_numbers.size(); ++i) m_numbers[i]->show(int(numbers[i].value), int(numbers[i].lowest), int(numbers[i].highest));
    if (m_entries) showEntries(exactText(block.entries));
    if (wasOn != m_isOn) applyColors();
    speak();
    arrange();
    refreshSlider();
}

// Letters that are being typed mean the same and stay as they are.
void PatternRow::showEntries(const QString& entries)
{
    if (entries == m_shownEntries) return;
    m_shownEntries = entries;
    if (m_isTyping) return;
    m_entries->setText(entries);
    m_entriesContinue = false;   // someone else changed it, an undo say
}

// What was not legal to the end gives way to what holds.
void PatternRow::leaveEntries()
{
    m_entriesContinue = false;
    m_entries->setText(m_shownEntries);
    if (!m_problem.isEmpty()) Q_EMIT entriesChanged(m_shownEntries, false);
}

void PatternRow::showProblem(const QString& problem)
{
    if (!m_entries || problem == m_problem) return;
    m_problem = problem;
    if (!problem.isEmpty()) m_rule->setText(problem);
    applyColors();
    speak();
}

void PatternRow::speak()
{
    m_switch->setAccessibleName(nameOf(m_kind));
    m_switch->setAccessibleDescription(m_rule->text());
    for (NumberField* field : m_numbers) field->setAccessibleDescription(m_rule->text());
    if (m_entries) m_entries->setAccessibleDescription(m_rule->text());
}

void PatternRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_name->setFont(theme.font(TextStyle::Body));
    m_rule->setFont(theme.font(TextStyle::Caption));
    for (QLabel* label : m_labels) label->setFont(theme.font(TextStyle::Caption));
    for (NumberField* field : m_numbers) field->setTheme(theme);
    if (m_entries) {
        m_entries->setFont(theme.font(TextStyle::Label, Face::Number));
        m_entries->setFixedSize(fieldWidth(), std::max(24, QFontMetrics(m_entries->font()).height() + theme.scaled(9)));
    }
    m_tile->setTheme(theme);
    m_layout->setColumnMinimumWidth(0, m_tile->sizeHint().width() + kTileGap);
    m_switch->setTheme(theme);
    applyColors();
    m_arranged.reset();
    arrange();
}

void PatternRow::applyColors()
{
    const bool isLit = m_isOn && isEnabled();
    m_tile->setOn(isLit);
    const QString name = isLit ? QStringLiteral("color: %1; font-weight: 500;") : QStringLiteral("color: %1;");
    m_name->setStyleSheet(name.arg((isLit ? m_theme.text1 : m_theme.text3).name()));
    m_rule->setStyleSheet(QStringLiteral("color: %1;").arg((m_problem.isEmpty() ? m_theme.text3 : m_theme.error).name()));
    for (QLabel* label : m_labels) label->setStyleSheet(QStringLiteral("color: %1;").arg(m_theme.text3.name()));
    if (m_entries) m_entries->setStyleSheet(m_problem.isEmpty() ? QString() : QStringLiteral("border-color: %1;").arg(m_theme.error.name()));
}

int PatternRow::fieldWidth() const
{
    if (m_entries) return QFontMetrics(m_theme.font(TextStyle::Label, Face::Number)).horizontalAdvance(QStringLiteral("\".\", 3")) + 14;
    return m_numbers.empty() ? 0 : m_numbers.front()->sizeHint().width();
}

void PatternRow::arrange()
{
    const int words = std::max(m_name->sizeHint().width(), 7 * m_theme.font(TextStyle::Caption).pixelSize());
    const int needed = m_tile->sizeHint().width() + kTileGap + words + fieldWidth() + m_switch->sizeHint().width() + 3 * kRowGap;
    const Arrangement wanted{.isOn = m_isOn, .isBelow = fieldWidth() > 0 && needed > width()};
    if (m_arranged == wanted) return;
    m_arranged = wanted;
    arrangeNumbers();
    if (m_entries) {
        m_layout->removeWidget(m_entries);
        if (m_isOn && wanted.isBelow)
            m_layout->addWidget(m_entries, 2, 1, 1, 3);
        else if (m_isOn)
            m_layout->addWidget(m_entries, 0, 2, 2, 1, Qt::AlignVCenter);
        m_entries->setVisible(m_isOn);
    }
    orderKeys();
    updateGeometry();
}

// The first one beside the switch where there is room, the others below, each behind its name.
void PatternRow::arrangeNumbers()
{
    bool hasBelow = false;
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const bool below = m_arranged->isBelow || i != mainNumber();
        m_layout->removeWidget(m_numbers[i]);
        if (below)
            m_pairs[i]->layout()->addWidget(m_numbers[i]);
        else
            m_layout->addWidget(m_numbers[i], 0, 2, 2, 1, Qt::AlignVCenter);
        m_pairs[i]->setVisible(m_isOn && below);
        m_numbers[i]->setVisible(m_isOn);
        hasBelow = hasBelow || (m_isOn && below);
    }
    m_below->setVisible(hasBelow);
}

// As they are seen: what stands beside the switch before it, what stands below behind it.
void PatternRow::orderKeys()
{
    QWidget* last = m_switch;
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const bool isBefore = !m_arranged->isBelow && i == mainNumber();
        QWidget::setTabOrder(isBefore ? m_numbers[i] : last, isBefore ? static_cast<QWidget*>(m_switch) : m_numbers[i]);
        if (!isBefore) last = m_numbers[i];
    }
    if (m_entries)
        QWidget::setTabOrder(m_arranged->isBelow ? static_cast<QWidget*>(m_switch) : m_entries,
                             m_arranged->isBelow ? m_entries : static_cast<QWidget*>(m_switch));
}

void PatternRow::refreshSlider()
{
    if (!m_slider) return;
    const bool shows = m_isOn && isEnabled() && (m_isHovered || m_slider->isSliderDown() || m_numbers[mainNumber()]->hasFocus());
    const QSignalBlocker quietly(m_slider);
    if (!m_slider->isSliderDown()) m_slider->setValue(sliderStep(m_numbers[mainNumber()]->value(), m_reach));
    m_slider->setGeometry(m_rule->geometry());
    m_slider->setVisible(shows);
    m_slider->raise();
    QSizePolicy policy = m_rule->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_rule->setSizePolicy(policy);
    m_rule->setVisible(!shows);
}

void PatternRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    refreshSlider();
}

bool PatternRow::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        m_isHovered = event->type() == QEvent::HoverEnter;
        refreshSlider();
    }
    if (event->type() == QEvent::EnabledChange) {
        applyColors();
        refreshSlider();
    }
    return QWidget::event(event);
}

bool PatternRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &PatternRow::refreshSlider, Qt::QueuedConnection);   // once the focus is where it goes
    if (watched != m_entries) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn) m_entriesContinue = false;
    if (event->type() == QEvent::FocusOut) leaveEntries();
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}   // namespace ui
