// fovea models: the built-in models, as a table.
#include <fmt/format.h>

#include "app/command.h"
#include "core/base/interrupt.h"
#include "core/model/model.h"

namespace app {

namespace {

core::Result<void> listModels()
{
    for (const core::BuiltInModel& entry : core::builtInModels()) {
        FOVEA_TRY(model, core::openModel(entry.path, core::interruptToken()));
        const core::ModelConfig& config = model->transformer->config();
        fmt::print("{:<12} {} layers x {} heads, width {}, {} tokens, trained on {} positions\n             {}\n", entry.name, config.layers,
                   config.heads, config.width, config.vocabulary, config.context, entry.path.string());
    }
    return {};
}

}   // namespace

Action declareModels(CLI::App&) { return listModels; }

}   // namespace app
