// The README beside a trained model: what it is, what it was trained on, what its heads do, and what it must not be taken for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/model_config.h"
#include "core/training/evaluation.h"

namespace core {

struct TextSource {
    std::string name;   // as in Corpus::sources
    std::string what;
    std::string licence;
};
// The four collections the built-in model is trained on.
[[nodiscard]] std::vector<TextSource> builtInTextSources();

struct ModelCardFacts {
    ModelConfig config = {};
    std::int64_t parameters = 0;
    std::int64_t steps = 0;
    std::int64_t trainedTokens = 0;
    std::string command = {};   // that trains it again
    std::vector<TextSource> sources = builtInTextSources();
};

// Markdown, complete. The report's numbers are rounded to two places; nothing else is computed here.
[[nodiscard]] std::string modelCard(const EvaluationReport& report, const ModelCardFacts& facts);

}   // namespace core
