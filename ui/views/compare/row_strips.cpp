#include "ui/views/compare/row_strips.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/state/numbers.h"

namespace ui {

RowStrips::RowStrips(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rowStrips"));
    setAccessibleName(tr("What each query keeps, and how far its output moves"));
    setLayoutDirection(Qt::LeftToRight);   // beside a matrix, which is never mirrored
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void RowStrips::showEffect(ComparisonPtr comparison, int pattern)
{
    m_comparison = std::move(comparison);
    const ComparedPattern* shown = m_comparison ? m_comparison->pattern(pattern) : nullptr;
    m_scene.retained = shown ? &shown->effect.retained : nullptr;
    m_scene.errors = shown ? &shown->effect.error : nullptr;
    m_scene.errorTop = shown ? topOfErrors(shown->effect.error) : 1.0;
    update();
}

void RowStrips::setCells(const MatrixGeometry& cells)
{
    if (cells == m_scene.cells) return;
    m_scene.cells = cells;
    update();
}

void RowStrips::setMarked(std::optional<core::Index> row)
{
    if (std::exchange(m_scene.marked, row) != row) update();
}

void RowStrips::setTheme(const Theme& theme)
{
    if (theme == m_scene.theme) return;
    m_scene.theme = theme;
    updateGeometry();
    update();
}

void RowStrips::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_scene.theme.surface2);
    m_scene.width = width();
    paintStrips(painter, m_scene);
}

std::optional<core::Index> RowStrips::rowAt(double y) const { return m_scene.isEmpty() ? std::nullopt : m_scene.cells.rowAt(y); }

void RowStrips::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<core::Index> row = rowAt(event->position().y());
    Q_EMIT rowPointed(row);
    if (!row) return QToolTip::hideText();
    const double kept = (*m_scene.retained)[std::size_t(*row)], error = (*m_scene.errors)[std::size_t(*row)];
    QToolTip::showText(event->globalPosition().toPoint(),
                       kept > 0.0 ? tr("Query %1 keeps %2 of its mass, its output moves %3").arg(*row).arg(percent(kept), percent(error))
                                  : tr("Query %1 keeps nothing: its row is empty").arg(*row),
                       this);
}

void RowStrips::mousePressEvent(QMouseEvent* event)
{
    const std::optional<core::Index> row = event->button() == Qt::LeftButton ? rowAt(event->position().y()) : std::nullopt;
    if (row) Q_EMIT rowChosen(*row);
}

void RowStrips::leaveEvent(QEvent*) { Q_EMIT rowPointed(std::nullopt); }

}   // namespace ui
