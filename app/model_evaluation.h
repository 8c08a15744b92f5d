// `fovea train --evaluate`: measures the heads of a trained model, and writes the model card.
#pragma once

#include <string>

#include "core/base/result.h"

namespace app {

struct ModelEvaluation {
    std::string model = {};    // folder
    std::string corpus = {};   // the one it was trained on, whose held-out works are read; empty: no score on natural text
    std::string card = {};     // file to write the model card to; empty: none. Needs the corpus and the checkpoint beside the model
    bool json = false;
};

// Prints the report to standard output. Errors: those of the parts.
[[nodiscard]] core::Result<void> evaluate(const ModelEvaluation& options);

}   // namespace app
