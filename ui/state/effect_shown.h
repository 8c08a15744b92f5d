// What the cards of Compare show, as plain values: what core found out, and how its tokens are printed.
#pragma once

#include <vector>

#include <QStringList>

#include "core/metrics/context_effect.h"
#include "core/metrics/plan_effect.h"
#include "core/model/model.h"

namespace ui {

struct EffectShown {
    core::PlanEffect effect;
    QString plan;             // in its text form
    bool regroups = false;    // it has groups of key/value heads
    QStringList tokens;       // of the text
    QStringList candidates;   // of effect.next
};

struct ContextShown {
    core::ContextEffect effect;
    core::Index layers = 0;   // of the model
    QString model, text;      // by which a preset is known again
    QStringList tokens;
    QStringList full, sliding, withSinks, cropped;   // the next tokens of each
};

// Labels are looked up here, where there may be thousands: call it off the GUI thread.
[[nodiscard]] EffectShown shown(core::PlanEffect effect, const core::AttentionPlan& plan, const core::Tokens& tokens,
                                const core::Tokenizer& tokenizer);
[[nodiscard]] ContextShown shown(core::ContextEffect effect, const core::Tokens& tokens, const core::Model& model);

// "0.312 nats", "4.87 nats", "1.20 mnat": three significant digits, in thousandths below a tenth. "–" of none.
[[nodiscard]] QString printedNats(double nats);
[[nodiscard]] QString printedNats(const std::optional<double>& nats);

}   // namespace ui
