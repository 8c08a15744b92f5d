// The card "Effect on the model": what the pattern that is tried, or sharing keys and values among heads, does to the model's predictions on the
// whole text, for this head, this layer or every head. Shows what it is given.
#pragma once

#include <optional>

#include "core/attention/attention_plan.h"
#include "ui/state/effect_shown.h"
#include "ui/theme/theme.h"
#include "ui/views/compare/answer_card.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class LossChart;
class ShareList;

class EffectCard : public AnswerCard {
    Q_OBJECT

public:
    explicit EffectCard(QWidget* parent = nullptr);

    void setTried(core::Index groups, core::Index kvHeads);   // groups of the model's key/value heads; 0: the pattern. Tells nobody
    void setScope(core::PlanScope scope);                     // likewise
    void showEffect(const EffectShown& shown);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void scopeChosen(core::PlanScope scope);
    void groupsChosen(core::Index groups);   // 0: the pattern

private:
    void buildHeader(QVBoxLayout& layout);
    void buildContent();
    QLabel* addNumber(QGridLayout& grid, const char* name, const QString& caption, const QString& tip);
    void showNumbers(const EffectShown& shown);
    void showNext(const EffectShown& shown);

    QComboBox* m_tried;
    QComboBox* m_scope;
    QLabel* m_plan;
    QLabel* m_divergence = nullptr;
    QLabel* m_last = nullptr;
    QLabel* m_same = nullptr;
    QLabel* m_loss = nullptr;
    ShareList* m_next;
    LossChart* m_chart;
    QLabel* m_readout;
    QLabel* m_warning;
    core::Index m_kvHeads = 0;
};

}   // namespace ui
