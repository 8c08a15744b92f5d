#include "app/command.h"

namespace app {

std::span<const Command> commands()
{
    static constexpr Command kCommands[] = {
        {"record", "Run a model on a text and save q, k, v and the row log-sum-exp of every head.", declareRecord},
        {"render", "Draw a head as a heatmap or token links, or all heads as a grid, to PNG, SVG or PDF.", declareRender},
        {"metrics", "Describe every head by numbers: entropy, previous token, first token, distance, repeats.", declareMetrics},
        {"compare", "Say what patterns would keep of one head, lose and cost.", declareCompare},
        {"check", "Compare a run with the double-precision reference.", declareCheck},
        {"generate", "Continue a text.", declareGenerate},
        {"train", "Train a model and its tokenizer on a folder of texts.", declareTrain},
        {"bench", "Measure the program on this machine, each value beside a baseline of the same run.", declareBench},
        {"models", "List the built-in models.", declareModels},
        {"devices", "List what this machine and this build can compute on.", declareDevices},
    };
    return kCommands;
}

}   // namespace app
