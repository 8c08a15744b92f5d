#include "core/metrics/context_effect.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/metrics/next_token_loss.h"
#include "core/metrics/prediction_effect.h"
#include "core/model/forward_pass.h"

namespace core {

namespace {

constexpr Index kNext = 5;

// Runs one way after the other beside the full run, so that the logits of only two are held at once.
class Readings {
public:
    Readings(const Transformer& transformer, const Tokens& tokens, const std::stop_token& stop) : m_transformer(transformer), m_tokens(tokens)
    {
        m_options.logits = Logits::All;
        m_options.stop = stop;
    }

    Result<ContextRun> full()
    {
        FOVEA_CHECK(bothFit());
        FOVEA_TRY(run, m_transformer.run(m_tokens, m_options));
        m_full = std::move(run);
        return readingOf(*m_full, 0);
    }

    Result<ContextRun> masked(std::string_view pattern) const
    {
        FOVEA_TRY(allowed, Pattern::parse(pattern));
        RunOptions options = m_options;
        options.plan.add({}, SoftmaxMechanism{std::move(allowed)});
        FOVEA_TRY(run, m_transformer.run(m_tokens, options));
        return readingOf(*run, 0);
    }

    Result<ContextRun> from(Index begin) const
    {
        Tokens rest{.text = m_tokens.text, .items = {m_tokens.items.begin() + begin, m_tokens.items.end()}};
        FOVEA_TRY(run, m_transformer.run(rest, m_options));
        return readingOf(*run, begin);
    }

private:
    Result<void> bothFit() const
    {
        return withinBudget(2 * peakBytes(m_transformer.config(), m_options, m_tokens.size(), 0),
                            fmt::format("Reading {} tokens in full and in part", m_tokens.size()), "Shorten the text, or allow more memory.");
    }

    Result<ContextRun> readingOf(const Recording& run, Index begin) const
    {
        const auto last = [](const Recording& recording) { return recording.logits.row(recording.logits.rows() - 1).data(); };
        const Index vocabulary = run.logits.cols();
        FOVEA_TRY(loss, nextTokenLoss(run, m_options.stop));
        return ContextRun{.begin = begin,
                          .loss = std::move(loss),
                          .next = mostLikely(last(run), vocabulary, kNext),
                          .divergence = divergenceOf(last(*m_full), last(run), vocabulary)};
    }

    const Transformer& m_transformer;
    const Tokens& m_tokens;
    RunOptions m_options;
    RecordingPtr m_full;
};

Result<ContextEffect> effectOf(const Transformer& transformer, const Tokens& tokens, const ContextWindow& window, const std::stop_token& stop)
{
    FOVEA_CHECK(window.check());
    const Index n = tokens.size();
    if (n == 0) return fail(Fault::BadInput, "There is no token to read.", "Give a text, or a model with a start token.");
    const Index width = std::min(window.window, n), sinks = std::min(window.sinks, n);   // more would be the same pairs

    Readings readings(transformer, tokens, stop);
    ContextEffect effect{.window = window, .tokens = n, .trained = std::min(n, transformer.config().context)};
    FOVEA_TRY(full, readings.full());
    FOVEA_TRY(sliding, readings.masked(fmt::format("window({})", width)));
    FOVEA_TRY(cropped, readings.from(n - width));
    effect.full = std::move(full);
    effect.sliding = std::move(sliding);
    effect.cropped = std::move(cropped);
    if (sinks > 0) {
        FOVEA_TRY(withSinks, readings.masked(fmt::format("window({}) | sinks({})", width, sinks)));
        effect.withSinks = std::move(withSinks);
    }
    return effect;
}

}   // namespace

Result<void> ContextWindow::check() const
{
    if (window < 1) return fail(Fault::BadInput, fmt::format("The window is {}; legal is 1 or more.", window), "A token sees at least itself.");
    if (sinks < 0) return fail(Fault::BadInput, fmt::format("The sinks are {}; legal is 0 or more.", sinks), "Give 0 for none.");
    return {};
}

Result<ContextEffect> contextEffect(const Transformer& transformer, const Tokens& tokens, const ContextWindow& window, const std::stop_token& stop)
{
    return orOutOfMemory([&] { return fmt::format("reading {} tokens in full and in part", tokens.size()); },
                         "Shorten the text, or close other programs.", [&] { return effectOf(transformer, tokens, window, stop); });
}

}   // namespace core
