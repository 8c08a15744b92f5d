// The card "Crop, slide, full": three ways of giving the model less than the whole text, beside the whole. Shows what it is given.
#pragma once

#include <vector>

#include "ui/state/context_presets.h"
#include "ui/state/effect_shown.h"
#include "ui/theme/theme.h"
#include "ui/views/compare/answer_card.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class LossChart;
class ShareList;

class ContextCard : public AnswerCard {
    Q_OBJECT

public:
    explicit ContextCard(ContextPresets presets = builtInContextPresets(), QWidget* parent = nullptr);

    void setWindow(const core::ContextWindow& window);   // tells nobody
    [[nodiscard]] core::ContextWindow window() const;
    void showContext(const ContextShown& shown);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void windowChosen(core::ContextWindow window);
    void presetChosen(const ui::ContextPreset& preset);   // the window already shows its numbers; its text is for others to open

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    // One way of reading: its name, what it costs the prediction, and what comes next.
    struct Column {
        QWidget* widget;
        QLabel* heading;
        QLabel* divergence;
        QLabel* loss;
        ShareList* next;
    };
    void buildHeader(QVBoxLayout& layout);
    void buildControls(QVBoxLayout& layout);
    void buildContent();
    [[nodiscard]] Column makeColumn(const char* name);
    void choosePreset(int index);
    void showColumns(const ContextShown& shown);
    void showLosses(const ContextShown& shown);
    void placeColumns();

    ContextPresets m_presets;
    QComboBox* m_examples;
    QSpinBox* m_window;
    QSpinBox* m_sinks;
    QLabel* m_look;
    QGridLayout* m_grid = nullptr;
    std::vector<Column> m_columns;   // full, sliding, with sinks, cropped
    QLabel* m_reach;
    LossChart* m_chart;
    QLabel* m_readout;
    Theme m_theme = Theme::light();
    int m_across = 0;   // columns beside one another
    bool m_hasSinks = false;
};

}   // namespace ui
