#include "ui/state/effect_shown.h"

#include <algorithm>
#include <cmath>

#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

constexpr double kThousandths = 0.1;   // nats below which mnat is said
constexpr double kSmallest = 1e-6;     // below which an exponent is

QStringList labelsOf(const core::Tokens& tokens)
{
    QStringList labels;
    labels.reserve(tokens.size());
    for (core::Index i = 0; i < tokens.size(); ++i) labels.append(QString::fromStdString(tokens.label(i)));
    return labels;
}

QString labelOf(core::TokenId id, const core::Tokenizer& tokenizer)
{
    const core::Token token{.id = id, .span = {}, .bytes = tokenizer.bytes(id), .special = tokenizer.isSpecial(id)};
    return QString::fromStdString(core::Tokens{.text = {}, .items = {token}}.label(0));
}

QStringList labelsOf(const std::vector<core::NextToken>& next, const core::Tokenizer& tokenizer)
{
    QStringList labels;
    for (const core::NextToken& token : next) labels.append(labelOf(token.id, tokenizer));
    return labels;
}

// Three significant digits.
QString digitsOf(double value) { return printed(value, value > 0.0 ? std::clamp(2 - int(std::floor(std::log10(value))), 0, 4) : 0); }

}   // namespace

EffectShown shown(core::PlanEffect effect, const core::AttentionPlan& plan, const core::Tokens& tokens, const core::Tokenizer& tokenizer)
{
    EffectShown result{.effect = std::move(effect),
                       .plan = QString::fromStdString(plan.text()),
                       .regroups = plan.regroups(),
                       .tokens = labelsOf(tokens),
                       .candidates = {}};
    for (const core::Candidate& candidate : result.effect.next.candidates) result.candidates.append(labelOf(candidate.id, tokenizer));
    return result;
}

ContextShown shown(core::ContextEffect effect, const core::Tokens& tokens, const core::Model& model)
{
    ContextShown result;
    result.layers = model.transformer->config().layers;
    result.model = QString::fromStdString(model.name);
    result.text = QString::fromStdString(tokens.text);
    result.tokens = labelsOf(tokens);
    result.full = labelsOf(effect.full.next, model.tokenizer);
    result.sliding = labelsOf(effect.sliding.next, model.tokenizer);
    if (effect.withSinks) result.withSinks = labelsOf(effect.withSinks->next, model.tokenizer);
    result.cropped = labelsOf(effect.cropped.next, model.tokenizer);
    result.effect = std::move(effect);
    return result;
}

QString printedNats(double nats)
{
    if (nats != 0.0 && std::abs(nats) < kSmallest) return tr("%1 nats").arg(printedWeight(nats));
    return nats != 0.0 && std::abs(nats) < kThousandths ? tr("%1 mnat").arg(digitsOf(nats * 1e3)) : tr("%1 nats").arg(digitsOf(nats));
}

QString printedNats(const std::optional<double>& nats) { return nats ? printedNats(*nats) : QStringLiteral("–"); }

}   // namespace ui
