// The threshold of the link diagram: a button that names the rule in force, and behind it one slider and the choice of the rule.
#pragma once

#include <QToolButton>

#include "ui/plot/link_rule.h"

class QFrame;
class QLabel;
class QRadioButton;
class QSlider;

namespace ui {

class LinkThreshold : public QToolButton {
    Q_OBJECT

public:
    explicit LinkThreshold(QWidget* parent);

    void show(const LinkRule& rule);   // says nothing back

    // Steps of the slider: whole percents of a row, or weights from 0.001 to 1 in equal ratios.
    static constexpr int kSteps = 99;
    [[nodiscard]] static double thresholdAt(LinkMode mode, int step);
    [[nodiscard]] static int stepOf(const LinkRule& rule);

Q_SIGNALS:
    void chosen(const ui::LinkRule& rule);

private:
    void buildPanel();
    void popUp();

    LinkRule m_rule;
    QFrame* m_panel = nullptr;
    QLabel* m_meaning;
    QSlider* m_slider;
    QRadioButton* m_share;
    QRadioButton* m_weight;
};

// "70 % of each row", "weights from 0.1".
[[nodiscard]] QString nameOf(const LinkRule& rule);

}   // namespace ui
