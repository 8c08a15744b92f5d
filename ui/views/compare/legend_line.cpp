#include "ui/views/compare/legend_line.h"

#include <QHelpEvent>
#include <QToolTip>

namespace ui {

LegendLine::LegendLine(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("compareLegend"));
    setLayoutDirection(Qt::LeftToRight);   // as the pictures
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void LegendLine::showLegend(const CellLegend& legend)
{
    if (legend == m_legend) return;
    m_legend = legend;
    setAccessibleName(legend.isEmpty() ? QString() : legend.words());
    setVisible(!legend.isEmpty());
    updateGeometry();
    update();
}

void LegendLine::setTheme(const Theme& theme)
{
    if (theme == m_theme) return;
    m_theme = theme;
    updateGeometry();
    update();
}

void LegendLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLegend(painter, m_legend, QRectF(rect()), m_theme);
}

bool LegendLine::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto& help = static_cast<const QHelpEvent&>(*event);
    for (const LegendPlace& place : placesOf(m_legend, width(), m_theme)) {
        if (!place.text.united(place.swatch).contains(help.pos())) continue;
        QToolTip::showText(help.globalPos(), place.entry >= 0 ? m_legend.entries[std::size_t(place.entry)].tip : m_legend.total, this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}   // namespace ui
