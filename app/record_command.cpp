// fovea record: runs a model on a text and saves what attention needs: q, k, v and the row log-sum-exp, and weights on request.
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "app/progress.h"
#include "core/base/interrupt.h"
#include "core/base/memory.h"
#include "core/recording/recording_export.h"

namespace app {

namespace {

const std::map<std::string, core::Logits> kLogits = {{"none", core::Logits::None}, {"last", core::Logits::Last}, {"all", core::Logits::All}};

struct Options {
    TextInput text;
    ModelInput model;
    RunInput run;
    std::string logits = "last";
    bool weights = false;
    std::optional<std::string> keep;
    std::string out;
};

core::Result<core::HeadId> parseHead(const std::string& text)
{
    core::HeadId head;
    const char* const end = text.data() + text.size();
    const auto layer = std::from_chars(text.data(), end, head.layer);
    if (layer.ec == std::errc() && layer.ptr != end && *layer.ptr == ':') {
        const auto number = std::from_chars(layer.ptr + 1, end, head.head);
        if (number.ec == std::errc() && number.ptr == end && head.layer >= 0 && head.head >= 0) return head;
    }
    return core::fail(core::Fault::BadInput, fmt::format("--keep \"{}\" is no LAYER:HEAD.", text), "Write heads as 2:5,3:0, counted from 0.");
}

core::Result<core::ExportOptions> exportOptions(const Options& options, const core::ModelConfig& config)
{
    core::ExportOptions result{.weights = options.weights || options.keep, .keep = {}};
    for (const std::string& text : options.keep ? splitList(*options.keep) : std::vector<std::string>{}) {
        FOVEA_TRY(head, parseHead(text));
        FOVEA_CHECK(checkHead(head, config));
        result.keep.push_back(head);
    }
    return result;
}

core::ExportShape exportShape(const core::Tokens& tokens, const core::ModelConfig& config, core::Logits logits)
{
    return {.tokens = tokens.size(),
            .layers = config.layers,
            .heads = config.heads,
            .kvHeads = config.kvHeads,
            .headDim = config.headDim,
            .logits = config.vocabulary * (logits == core::Logits::All    ? tokens.size()
                                           : logits == core::Logits::Last ? 1
                                                                          : 0)};
}

core::Result<void> record(const Options& options)
{
    FOVEA_CHECK(checkOutput(options.out));
    FOVEA_TRY(model, options.model.open());
    const core::ModelConfig& config = model->transformer->config();
    FOVEA_TRY(wanted, exportOptions(options, config));
    FOVEA_TRY(tokens, options.text.tokens(*model));
    FOVEA_TRY(run, options.run.options(tokens, config));
    run.logits = kLogits.at(options.logits);
    FOVEA_CHECK(core::checkExportRoom(core::exportBytes(exportShape(tokens, config, run.logits), wanted), options.out));
    Progress progress(fmt::format("running the model on {} tokens", tokens.size()));
    FOVEA_TRY(recording, model->transformer->run(tokens, run));
    progress.now("writing " + options.out);
    FOVEA_CHECK(core::exportRecording(recording, options.out, wanted, core::interruptToken()));
    sayIfBeyondContext(tokens, config);
    say(fmt::format("wrote {}: {} tokens, {} layers, {} on disk, forward pass {:.3f} s.", options.out, recording->size(), recording->layers(),
                    core::formatBytes(core::exportBytes(core::shapeOf(*recording), wanted)), recording->seconds));
    return {};
}

}   // namespace

Action declareRecord(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options);
    values->model.declare(options);
    values->run.declare(options);
    options.add_flag("--weights", values->weights, "Also save the weights [H,N,N] of every layer, and which pairs exist");
    options.add_option("--logits", values->logits, "Which rows of logits to save: none, last or all")
        ->check(CLI::IsMember({"none", "last", "all"}).description(""))
        ->type_name("ROWS")
        ->capture_default_str();
    const auto keep = [values = values.get()](const std::string& heads) { values->keep = heads; };
    options
        .add_option_function<std::string>("--keep", keep,
                                          "Save weights, but only of the layers of these heads: 2:5,3:0. A layer's tensor always holds all its heads")
        ->type_name("L:H,…");
    options.add_option("--out", values->out, "The safetensors file to write")->required()->type_name("FILE");
    return [values] { return record(*values); };
}

}   // namespace app
