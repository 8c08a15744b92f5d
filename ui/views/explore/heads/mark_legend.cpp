#include "ui/views/explore/heads/mark_legend.h"

#include <QPainter>

#include "ui/views/explore/heads/heads_map.h"

namespace ui {

namespace {

constexpr int kMarkRoom = 12, kGap = 6;

}   // namespace

MarkLegend::MarkLegend(QWidget* parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight);   // layers are counted as on the axes of the map
    setObjectName(QStringLiteral("markLegend"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MarkLegend::setLayers(core::Index layers)
{
    if (layers == m_layers) return;
    m_layers = layers;
    setAccessibleName(tr("Marks for layers %1").arg(names().join(QStringLiteral(", "))));
    setToolTip(layers <= kMarkShapes
                   ? tr("The shape of a mark says in which layer the head lies")
                   : tr("The shape of a mark says how deep the head lies: each stands for its layer and those up to the next shape"));
    updateGeometry();
    update();
}

void MarkLegend::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

QStringList MarkLegend::names() const
{
    QStringList names;
    for (int shape = 0; shape < kMarkShapes; ++shape) {
        const core::Span layers = layersOf(shape, m_layers);
        if (layers.empty()) break;
        names.append(QStringLiteral("L%1").arg(layers.begin));
    }
    return names;
}

QSize MarkLegend::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    int width = 0;
    for (const QString& name : names()) width += kMarkRoom + metrics.horizontalAdvance(name) + kGap;
    return {std::max(0, width - kGap), metrics.height()};
}

void MarkLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QFont font = m_theme.font(TextStyle::Caption);
    painter.setFont(font);
    const QStringList all = names();
    int x = 0;
    for (int shape = 0; shape < all.size(); ++shape) {
        HeadsMap::paintMark(painter, QPointF(x + 5, height() / 2.0 + 0.5), shape, m_theme.text2);
        x += kMarkRoom;
        painter.setPen(m_theme.text3);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, all[shape]);
        x += QFontMetrics(font).horizontalAdvance(all[shape]) + kGap;
    }
}

}   // namespace ui
