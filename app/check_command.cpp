// fovea check: how far a run lies from the double-precision reference.
#include <iostream>

#include <fmt/format.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/notices.h"
#include "app/progress.h"
#include "core/metrics/check.h"

namespace app {

namespace {

struct Options {
    TextInput text;
    ModelInput model;
    RunInput run;
    bool json = false;
};

struct Line {
    const char* key;
    const char* what;
    core::WorstError worst;
};

std::vector<Line> linesOf(const core::CheckReport& report)
{
    return {{"weights", "weights", report.weights},
            {"output", "head outputs", report.output},
            {"row_sum", "row sums", report.rowSum},
            {"logits", "logits", report.logits}};
}

core::Json jsonOf(const core::CheckReport& report)
{
    core::Json::Object tolerance;
    for (const Line& line : linesOf(report)) tolerance.emplace_back(line.key, line.worst.tolerance);
    return core::Json::object({{"max_error_weights", report.weights.error},
                               {"max_error_output", report.output.error},
                               {"max_row_sum_error", report.rowSum.error},
                               {"max_error_logits", report.logits.error},
                               {"tolerance", std::move(tolerance)},
                               {"ok", report.ok()}});
}

void printReport(const core::CheckReport& report)
{
    for (const Line& line : linesOf(report))
        std::cout << fmt::format("{:<13} worst error {:.2e}, allowed {:.2e}  {}\n", line.what, line.worst.error, line.worst.tolerance,
                                 line.worst.ok() ? "ok" : "TOO LARGE");
    std::cout << std::flush;
}

core::Result<void> check(const Options& options)
{
    FOVEA_TRY(model, options.model.open());
    FOVEA_TRY(tokens, options.text.tokens(*model));
    FOVEA_TRY(run, options.run.options(tokens, model->transformer->config()));
    const Progress progress(fmt::format("comparing the run of {} tokens with the reference", tokens.size()));
    FOVEA_TRY(report, core::checkRun(*model->transformer, tokens, run));
    options.json ? printJson(jsonOf(report)) : printReport(report);
    for (const Line& line : linesOf(report))
        if (!line.worst.ok())
            return core::fail(core::Fault::NotFinite,
                              fmt::format("The {} differ from the reference by {:.2e}; {:.2e} is allowed.", line.what, line.worst.error,
                                          line.worst.tolerance),
                              "Compare with --backend cpu and without --plan to find what causes it.");
    sayIfBeyondContext(tokens, model->transformer->config());
    return {};
}

}   // namespace

Action declareCheck(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    values->text.declare(options);
    values->model.declare(options);
    values->run.declare(options);
    options.add_flag("--json", values->json, "Print one JSON object");
    return [values] { return check(*values); };
}

}   // namespace app
