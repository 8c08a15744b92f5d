#include "ui/views/compare/pattern_number.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace ui {

namespace {

constexpr int kDigits = 4;        // that have room
constexpr int kPixelsAStep = 3;   // of pulling; large numbers move by more than one at a step

int pulled(int value, int pixels)
{
    const double pace = std::max(1.0, std::abs(double(value)) / 40.0);
    return int(std::clamp(std::round(value + pixels / kPixelsAStep * pace), -1e9, 1e9));
}

}   // namespace

NumberField::NumberField(QWidget* parent) : QSpinBox(parent)
{
    setProperty("role", QStringLiteral("number"));
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setAlignment(Qt::AlignCenter);
    setFrame(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    lineEdit()->installEventFilter(this);
    connect(this, &QSpinBox::valueChanged, this, [this](int value) { Q_EMIT changed(value, std::exchange(m_continues, true)); });
}

void NumberField::show(int value, int lowest, int highest)
{
    const QSignalBlocker quietly(this);
    setRange(lowest, highest);
    if (value == this->value()) return;   // while one types, "0" and "" are not yet numbers and stay
    setValue(value);
    m_continues = false;   // someone else changed it, an undo say
}

void NumberField::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(theme.font(TextStyle::Label, Face::Number));
    updateGeometry();
}

QSize NumberField::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Label, Face::Number));
    return {metrics.horizontalAdvance(QString(kDigits, QLatin1Char('0'))) + 14, std::max(24, metrics.height() + m_theme.scaled(9))};
}

// Undo and redo are the window's, as everywhere.
bool NumberField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QSpinBox::event(event);
}

bool NumberField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == lineEdit() && event->type() == QEvent::ShortcutOverride) return this->event(event);
    return watched == lineEdit() && isEnabled() && pull(*event) ? true : QSpinBox::eventFilter(watched, event);
}

// A press that moves across pulls the number; one that does not is a click into the text.
bool NumberField::pull(QEvent& event)
{
    const bool isMouse = event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseMove || event.type() == QEvent::MouseButtonRelease;
    if (!isMouse) return false;
    const auto& mouse = static_cast<QMouseEvent&>(event);
    const int x = int(mouse.position().x());
    if (event.type() == QEvent::MouseButtonPress && mouse.button() == Qt::LeftButton) {
        m_pull = Pull{.from = x, .value = value()};
        return false;
    }
    if (event.type() == QEvent::MouseButtonRelease) return std::exchange(m_pull, std::nullopt).value_or(Pull()).hasMoved;
    if (!m_pull || !mouse.buttons().testFlag(Qt::LeftButton)) return false;
    if (!m_pull->hasMoved && std::abs(x - m_pull->from) >= QApplication::startDragDistance()) {
        m_pull->hasMoved = true;
        m_continues = false;
    }
    if (!m_pull->hasMoved) return false;
    setValue(std::clamp(pulled(m_pull->value, isRightToLeft() ? m_pull->from - x : x - m_pull->from), minimum(), maximum()));
    lineEdit()->deselect();
    return true;
}

void NumberField::focusInEvent(QFocusEvent* event)
{
    m_continues = false;
    QSpinBox::focusInEvent(event);
}

// A wheel that scrolls the panel must not change numbers on its way.
void NumberField::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

}   // namespace ui
