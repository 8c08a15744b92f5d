#include "ui/views/compare/pattern_tabs.h"

#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include "ui/state/pattern_hues.h"
#include "ui/theme/icons.h"
#include "ui/views/compare/pattern_flow.h"

namespace ui {

PatternTab::PatternTab(int index, QWidget* parent) : QAbstractButton(parent), m_index(index)
{
    setObjectName(QStringLiteral("patternTab%1").arg(index + 1));
    setText(QString::number(index + 1));
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PatternTab::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void PatternTab::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF chip = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QColor hue = patternInk(m_index, m_theme);
    QPainterPath shape;
    shape.addRoundedRect(chip, 5, 5);
    painter.fillPath(shape, isChecked() ? hue : underMouse() ? m_theme.selected : m_theme.surface);
    if (!isChecked()) {
        painter.save();
        painter.setClipPath(shape);
        painter.fillRect(QRectF(chip.left(), chip.bottom() - 3, chip.width(), 3), hue);
        painter.restore();
        painter.setPen(QPen(m_theme.borderStrong, 1.0));
        painter.drawPath(shape);
    }
    const QColor light(Qt::white), dark(0x161B26);
    const QColor onHue = contrastRatio(light, hue) > contrastRatio(dark, hue) ? light : dark;
    if (hasFocus()) {
        painter.setPen(QPen(isChecked() ? onHue : m_theme.ink, 2.0));
        painter.drawRoundedRect(chip.adjusted(2, 2, -2, -2), 3, 3);
    }
    painter.setPen(isChecked() ? onHue : m_theme.text1);
    painter.setFont(m_theme.strongFont(TextStyle::Label, Face::Number));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

PatternTabs::PatternTabs(int most, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Patterns that are compared"));
    auto* layout = new FlowLayout(this, 4, 4);
    for (int i = 0; i < most; ++i) {
        m_tabs.push_back(new PatternTab(i, this));
        layout->addWidget(m_tabs.back());
        connect(m_tabs.back(), &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
    }
    m_add = new QToolButton(this);
    m_remove = new QToolButton(this);
    for (QToolButton* button : {m_add, m_remove}) {
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    m_add->setObjectName(QStringLiteral("addPattern"));
    m_add->setIcon(icon(QStringLiteral("plus")));
    m_add->setAccessibleName(tr("Add a pattern"));
    m_remove->setObjectName(QStringLiteral("removePattern"));
    m_remove->setIcon(icon(QStringLiteral("close")));
    connect(m_add, &QToolButton::clicked, this, &PatternTabs::addAsked);
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeAsked(m_current); });
    setTheme(Theme::light());
}

void PatternTabs::showPatterns(const QStringList& patterns, int current)
{
    m_current = current;
    for (int i = 0; i < int(m_tabs.size()); ++i) {
        PatternTab& tab = *m_tabs[std::size_t(i)];
        tab.setVisible(i < patterns.size());
        tab.setChecked(i == current);
        tab.setAccessibleName(tr("Pattern %1").arg(i + 1));
        if (i < patterns.size()) tab.setToolTip(patterns[i]);
        if (i < patterns.size()) tab.setAccessibleDescription(patterns[i]);
    }
    m_add->setEnabled(patterns.size() < qsizetype(m_tabs.size()));
    m_add->setToolTip(m_add->isEnabled() ? tr("Compares a copy of this pattern with it")
                                         : tr("No more than %1 patterns are compared").arg(m_tabs.size()));
    m_remove->setVisible(patterns.size() > 1);
    m_remove->setAccessibleName(tr("Remove pattern %1").arg(current + 1));
    m_remove->setToolTip(m_remove->accessibleName());
}

void PatternTabs::setTheme(const Theme& theme)
{
    for (PatternTab* tab : m_tabs) tab->setTheme(theme);
    for (QToolButton* button : {m_add, m_remove}) {
        button->setIconSize({theme.scaled(14), theme.scaled(14)});
        button->setFixedSize(std::max(24, theme.scaled(26)), std::max(24, theme.scaled(26)));
    }
}

}   // namespace ui
