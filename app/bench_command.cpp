// fovea bench: what the program measures about itself, each value beside its baseline of the same run.
#include <fmt/format.h>

#include "app/bench/registry.h"
#include "app/command.h"
#include "app/inputs.h"
#include "core/base/interrupt.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "ui/figure/offscreen.h"
#include "ui/window/style_sheet.h"

namespace app {

namespace {

struct Options {
    std::string filter;
    bool quick = false;
    bool json = false;
};

core::Json jsonOf(const std::vector<BenchEntry>& entries)
{
    core::Json::Array list;
    for (const BenchEntry& entry : entries) {
        core::Json item = core::Json::object({{"name", entry.name}, {"value", entry.value}, {"unit", entry.unit}});
        if (entry.ratio) {
            item.set("baseline", entry.baseline);
            item.set("ratio", *entry.ratio);
        }
        list.push_back(std::move(item));
    }
    const std::string machine = fmt::format("{} threads, {} of memory free", core::threadCount(), core::formatBytes(core::freeMemory()));
    return core::Json::object({{"machine", machine}, {"entries", std::move(list)}});
}

core::Result<void> runAll(const Options& options)
{
    const ui::OffscreenApplication application;
    ui::prepareApplication();
    FOVEA_TRY(entries, runBenches(allBenches(), options.filter, options.quick ? Effort::Quick : Effort::Full, core::interruptToken()));
    if (options.json) {
        printJson(jsonOf(entries));
        return {};
    }
    for (const BenchEntry& entry : entries) {
        fmt::print("{:<44} {:>10.4g} {:<14}", entry.name, entry.value, entry.unit);
        if (entry.ratio) fmt::print(" {:.2f} × {}", *entry.ratio, entry.baseline);
        fmt::print("\n");
    }
    return {};
}

}   // namespace

Action declareBench(CLI::App& options)
{
    auto values = std::make_shared<Options>();
    options.add_flag("--quick", values->quick, "End within 40 seconds");
    options.add_option("--filter", values->filter, "Only those whose name matches this regular expression")->type_name("REGEX");
    options.add_flag("--json", values->json, "Print one JSON object");
    return [values] { return runAll(*values); };
}

}   // namespace app
