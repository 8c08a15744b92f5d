// How the cost of each pattern grows with the length of the text, both axes logarithmic. Below it the numbers at one length: the text's own, or the
// one that is pointed at or walked to by the arrow keys.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/state/pattern_costs.h"
#include "ui/theme/theme.h"
#include "ui/views/compare/end_labels.h"

class QComboBox;
class QCustomPlot;
class QLabel;

namespace ui {

class GrowthChart : public QWidget {
    Q_OBJECT

public:
    explicit GrowthChart(QWidget* parent = nullptr);

    void show(const GrowthAnswerPtr& answer);   // null: nothing yet
    void setTheme(const Theme& theme);

    [[nodiscard]] core::Index lengthShown() const;   // of the numbers below; 0 without lines
    [[nodiscard]] QString numbers() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;   // of the plot

private:
    enum class Quantity { Pairs, ScoreBytes, CacheBytes };
    [[nodiscard]] double valueAt(const core::GrowthPoint& point) const;   // NaN: not known
    [[nodiscard]] QString printedAt(double value) const;
    [[nodiscard]] std::size_t placeOfText() const;
    [[nodiscard]] double valueShown(std::size_t line) const;   // at the length of the numbers below
    [[nodiscard]] std::vector<std::size_t> fromTheTop() const;
    [[nodiscard]] QString nameOf(std::size_t line) const;
    void spaceTicks();
    void draw();
    void drawLine(std::size_t line);
    void walk(int steps);
    void pointAt(double x);
    void look(std::optional<std::size_t> place);

    GrowthAnswerPtr m_answer;
    std::optional<std::size_t> m_place;   // among the lengths; null: the text's own
    Theme m_theme = Theme::light();
    QComboBox* m_quantity;
    QCustomPlot* m_plot;
    EndLabels m_ends;
    QLabel* m_numbers;
};

}   // namespace ui
