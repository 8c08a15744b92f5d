// Loss by position: −ln p of every token under some readings of one text, one curve each. Of long texts single losses would be a thicket, so a
// rolling mean is drawn, and says so; what is pointed at is told as it is. One tab stop, arrows walk the positions.
#pragma once

#include <optional>
#include <vector>

#include <qcustomplot.h>

#include "core/base/shape.h"
#include "ui/theme/theme.h"

namespace ui {

// What a curve is of says how it is drawn: by hue and by dash.
enum class LossRole { Own, Plan, Sliding, WithSinks, Cropped };

struct LossCurve {
    QString name;
    LossRole role = LossRole::Own;
    core::Index begin = 0;      // the text's token that was read first
    std::vector<double> loss;   // loss[i] is of token begin + i + 1, nats
    friend bool operator==(const LossCurve&, const LossCurve&) = default;
};

inline constexpr std::size_t kSmoothFrom = 96;   // losses of the longest curve from which on the mean is drawn
inline constexpr std::size_t kSmoothed = 16;     // losses in it

// The mean of each `count` values that follow one another; none where there are fewer.
[[nodiscard]] std::vector<double> rollingMean(const std::vector<double>& values, std::size_t count);

class LossChart : public QCustomPlot {
    Q_OBJECT

public:
    explicit LossChart(QWidget* parent = nullptr);

    // `trained`: positions from here on are ones the model was never trained on, and are tinted.
    void showCurves(std::vector<LossCurve> curves, QStringList tokens, core::Index trained);
    void setTheme(const Theme& theme);

    [[nodiscard]] const std::vector<LossCurve>& curves() const { return m_curves; }
    [[nodiscard]] bool isSmoothed() const;
    [[nodiscard]] QString caption() const;   // what is drawn
    [[nodiscard]] QString readout() const;   // of the position pointed at; empty: none is
    [[nodiscard]] std::optional<core::Index> position() const { return m_at; }
    void point(std::optional<core::Index> position);
    [[nodiscard]] QSize sizeHint() const override { return {320, m_theme.scaled(170)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {m_theme.scaled(180), m_theme.scaled(130)}; }

Q_SIGNALS:
    void pointed();   // position() is another one

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void buildLegend();
    void draw();
    void scaleAxes();
    void rebuildGraphs();
    [[nodiscard]] QPen penOf(LossRole role) const;
    [[nodiscard]] core::Index lastPosition() const;
    void describe();

    std::vector<LossCurve> m_curves;
    QStringList m_tokens;
    core::Index m_trained = 0;
    std::optional<core::Index> m_at;
    QCPLegend* m_names;
    QCPItemStraightLine* m_line;
    QCPItemRect* m_untrained;
    Theme m_theme = Theme::light();
    bool m_keysSeen = false;
    bool m_focusRing = false;
};

}   // namespace ui
