// The patterns of a sweep as points: what each loses (up) against what it costs (across), and the line of those that none beats. One tab stop: arrows
// walk along that line, Enter takes a pattern; pointing names one, a click takes it.
#pragma once

#include <optional>
#include <vector>

#include <qcustomplot.h>

#include "core/metrics/pattern_sweep.h"
#include "ui/theme/theme.h"

namespace ui {

struct SweepPicture {
    std::shared_ptr<const std::vector<core::SweepPoint>> points{};
    core::SweepCost cost = core::SweepCost::Flops;
    core::SweepLoss loss = core::SweepLoss::Error;
    std::vector<std::size_t> frontier{};
    std::optional<std::size_t> best{};   // the cheapest that keeps enough
};

class SweepPlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit SweepPlot(QWidget* parent = nullptr);

    void showPicture(SweepPicture picture);
    void setTheme(const Theme& theme);
    [[nodiscard]] QString wordsOf(std::size_t point) const;   // its pattern, and what it keeps, loses and costs
    [[nodiscard]] QPointF placeOf(std::size_t point) const;

    [[nodiscard]] QSize sizeHint() const override { return {260, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 80}; }

Q_SIGNALS:
    void looked(std::optional<std::size_t> point);
    void chosen(std::size_t point);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] std::optional<std::size_t> pointAt(QPointF place) const;
    void draw();
    void look(std::optional<std::size_t> point);

    SweepPicture m_picture;
    std::optional<std::size_t> m_looked;
    bool m_byKeys = false;   // it was walked to
    Theme m_theme = Theme::light();
    QCPGraph* m_others;
    QCPGraph* m_frontier;
    QCPGraph* m_best;
    QCPGraph* m_at;   // what is looked at
};

}   // namespace ui
