// What a trained model's heads do on input it was never trained on, in numbers that can be checked and that stand beside what chance gives.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/model/model.h"
#include "core/training/evaluation_probes.h"
#include "core/training/evaluation_text.h"

namespace core {

struct EvaluationOptions {
    std::filesystem::path corpus;   // as for training: only its held-out works are read; empty: scores on natural text are left out
    double heldOut = 0.04;          // must be what training used
    std::uint64_t seed = 0xE7A1;    // of stories, probes and shuffles; stories are held out by their combinations, whatever the seed
    Index windows = 64;             // natural windows, half of them to choose on
    Index windowTokens = 128;
    Index repeats = 32;    // repeated passages of each kind, half of them to choose on
    Index period = 50;     // tokens of a repeated passage
    Index stories = 600;   // pronouns, half of them to choose on
    TextScoreOptions text = {};
    Index sampleTokens = 60;
    std::function<void(const std::string&)> phase = {};   // told what begins, as "measuring …"; may be empty
    std::stop_token stop = {};
};

struct HeadScore {
    HeadId head = {};
    ChosenHead score = {};   // score.head is `head` counted in (layer, head) order
};

struct PronounScore {
    HeadId head = {};
    ChosenPronounHead score = {};
};

struct TextSample {
    std::string prompt;
    std::string continuation;
};

struct EvaluationReport {
    std::string model = {};
    Index layers = 0, heads = 0;
    std::optional<HeadScore> previousToken = {};      // mean P(i, i − 1) on held-out natural text
    std::optional<HeadScore> firstToken = {};         // mean P(i, 0) on the same
    HeadScore inductionRandom = {};                   // start + R + R, R random ids: mean P(i, i − (period − 1)) over the second copy
    std::optional<HeadScore> inductionNatural = {};   // the same with R from held-out natural text
    PronounScore pronoun = {};
    std::vector<TextScore> text = {};   // by source; empty without a corpus
    Index textContext = 0;
    std::vector<TextSample> samples = {};   // five, sampled at temperature 0.7 among the 40 likeliest
};

// Errors: those of reading the corpus, of encoding and of running; BadInput for options that leave nothing to measure; Cancelled.
[[nodiscard]] Result<EvaluationReport> evaluateModel(const Model& model, const EvaluationOptions& options);

// The maps of all heads of a model, (layer, head) order.
[[nodiscard]] HeadRunner headRunner(TransformerPtr transformer, std::stop_token stop = {});

[[nodiscard]] Json toJson(const EvaluationReport& report);
// Markdown: one line for each score with the head's name, both halves and the shuffled value; then text and pronouns in detail.
[[nodiscard]] std::string markdownOf(const EvaluationReport& report);

}   // namespace core
