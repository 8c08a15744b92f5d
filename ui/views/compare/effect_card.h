// The card "Effect on the model": what the pattern that is tried does to the model's predictions on the whole text, for this head, this layer or
// every head. Shows what it is given.
#pragma once

#include <optional>

#include "core/attention/attention_plan.h"
#include "core/base/result.h"
#include "ui/theme/theme.h"
#include "ui/views/alert_frame.h"
#include "ui/state/effect_shown.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class LossChart;
class ShareList;

class EffectCard : public AlertFrame {
    Q_OBJECT

public:
    explicit EffectCard(QWidget* parent = nullptr);

    void setScope(core::PlanScope scope);   // tells nobody
    void showNothing();                     // nothing is tried
    void showWorking();                     // what is there stays, and is said to be of the pattern before
    void showEffect(const EffectShown& shown);
    void showProblem(const core::Error& error);   // the last good numbers stay, and are said to be older
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void scopeChosen(core::PlanScope scope);

private:
    void buildHeader(QVBoxLayout& layout);
    void buildContent();
    QLabel* addNumber(QGridLayout& grid, const char* name, const QString& caption, const QString& tip);
    void say(const QString& text, const char* tone);
    void showNumbers(const EffectShown& shown);
    void showNext(const EffectShown& shown);

    QComboBox* m_scope;
    QLabel* m_status;
    QWidget* m_content;
    QLabel* m_divergence = nullptr;
    QLabel* m_last = nullptr;
    QLabel* m_same = nullptr;
    QLabel* m_loss = nullptr;
    ShareList* m_next;
    LossChart* m_chart;
    QLabel* m_readout;
    QLabel* m_warning;
    bool m_has = false;
};

}   // namespace ui
