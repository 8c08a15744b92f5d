#include "app/inputs.h"

#include <algorithm>
#include <charconv>
#include <iostream>

#include <fmt/format.h>

#include "app/notices.h"
#include "core/base/file.h"
#include "core/base/interrupt.h"
#include "core/base/memory.h"
#include "core/text/text_file.h"
#include "ui/state/pattern_gallery.h"

namespace app {

namespace {

constexpr std::size_t kTextLimit = std::size_t(1) << 30;

core::Result<std::string> readText(const std::string& file)
{
    if (file.empty()) return core::fail(core::Fault::BadInput, "--text-file names no file.", "Give a file, or - for standard input.");
    const bool standard = file == "-";
    FOVEA_TRY(bytes, standard ? core::readStandardInput(kTextLimit) : core::readStream(file, kTextLimit));
    return core::textOf(std::move(bytes), standard ? "Standard input" : file);
}

core::Result<std::vector<core::TokenId>> parseIds(const std::string& list)
{
    std::vector<core::TokenId> ids;
    for (const std::string& word : splitList(list)) {
        const char* const end = word.data() + word.size();
        const auto read = std::from_chars(word.data(), end, ids.emplace_back());
        if (read.ec != std::errc() || read.ptr != end)
            return core::fail(core::Fault::BadInput, fmt::format("--ids: \"{}\" is no token id.", word), "Write ids as 1,2,3.");
    }
    return ids;
}

core::Result<std::shared_ptr<const core::AttentionBackend>> backendNamed(const std::string& name)
{
    if (name == "cpu") return core::cpuBackend();
    return core::fail(core::Fault::BadInput, fmt::format("There is no backend \"{}\" in this version.", name), "Use --backend cpu.");
}

}   // namespace

void TextInput::declare(CLI::App& options, bool required)
{
    auto* group = options.add_option_group("TEXT");
    // As words and through functions, because CLI11 takes an empty value of a std::optional for none, and of a number for 0.
    const auto text = group->add_option_function<std::string>(
        "--text", [this](const std::string& value) { m_text = value; }, "The text itself");
    const auto file = group->add_option_function<std::string>(
        "--text-file", [this](const std::string& value) { m_file = value; }, "A file of UTF-8 text; - is standard input");
    const auto ids = group->add_option_function<std::string>(
        "--ids", [this](const std::string& value) { m_ids = value; }, "Token ids, used as they are: 1,2,3");
    text->type_name("T");
    file->type_name("F");
    ids->type_name("IDS");
    group->require_option(required ? 1 : 0, 1);
}

core::Result<core::Tokens> TextInput::tokens(const core::Model& model) const
{
    if (m_ids) {
        FOVEA_TRY(ids, parseIds(*m_ids));
        return model.tokenizer.fromIds(ids);
    }
    FOVEA_TRY(text, m_text ? *m_text : readText(m_file.value_or("-")));
    sayIfBroken(text);
    return model.tokenizer.encode(text, core::interruptToken());
}

void ModelInput::declare(CLI::App& options)
{
    options.add_option("--model", m_name, "A built-in model, a model folder, or a file in one")->type_name("M")->capture_default_str();
}

core::Result<core::ModelPtr> ModelInput::open() const { return core::openModelByName(m_name, core::interruptToken()); }

void declareMemory(CLI::App& options)
{
    const auto setBudget = [](const std::string& size) {
        const core::Result<std::int64_t> bytes = core::parseBytes(size);
        if (!bytes) throw CLI::ValidationError("--memory", bytes.error().what);
        core::setMemoryBudget(*bytes);
    };
    options.add_option_function<std::string>("--memory", setBudget, "Memory budget, such as 2GB; half of what is free when left out")
        ->type_name("SIZE");
}

void PlanInput::declare(CLI::App& options)
{
    options.add_option("--plan", m_plan, "Mechanism of each head, see `fovea help plan`: \"all: window(8); head 1.3: off\"")->type_name("EXPR");
}

core::Result<core::AttentionPlan> PlanInput::plan(const core::Tokens& tokens, const core::ModelConfig& config) const
{
    FOVEA_TRY(plan, core::AttentionPlan::parse(m_plan, &tokens));
    FOVEA_CHECK(plan.fits(config.layers, config.heads, config.kvHeads));
    return plan;
}

void RunInput::declare(CLI::App& options)
{
    options.add_option("--backend", m_backend, "Where attention is computed")->type_name("B")->capture_default_str();
    m_plan.declare(options);
    declareMemory(options);
}

core::Result<core::RunOptions> RunInput::options(const core::Tokens& tokens, const core::ModelConfig& config) const
{
    FOVEA_TRY(backend, backendNamed(m_backend));
    FOVEA_TRY(plan, m_plan.plan(tokens, config));
    core::RunOptions run;
    run.plan = plan;
    run.backend = backend;
    run.stop = core::interruptToken();
    return run;
}

core::Result<void> checkHead(core::HeadId head, const core::ModelConfig& config)
{
    if (head.layer >= 0 && head.layer < config.layers && head.head >= 0 && head.head < config.heads) return {};
    return core::fail(core::Fault::BadInput, fmt::format("There is no head {}.{}.", head.layer, head.head),
                      fmt::format("This model has layers 0 to {} with heads 0 to {} each.", config.layers - 1, config.heads - 1));
}

core::Result<void> checkOutput(const std::filesystem::path& file)
{
    if (file.empty()) return core::fail(core::Fault::BadInput, "--out names no file.", "Name a file in an existing folder with --out.");
    FOVEA_CHECK(core::fileToSave(file));
    return {};
}

std::vector<std::string> splitList(const std::string& list)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        parts.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

core::Result<std::vector<std::string>> patternTexts(const std::string& option)
{
    constexpr std::size_t kLargestFile = std::size_t(1) << 20;
    if (!option.starts_with('@')) return std::vector{option};
    const std::filesystem::path file = option.substr(1);
    FOVEA_TRY(content, core::readTextFile(file, kLargestFile));
    FOVEA_TRY(json, core::Json::parse(content, file.string()));
    if (const std::string* text = json.string()) return std::vector{*text};
    FOVEA_TRY(gallery, ui::PatternGallery::load(file));
    std::vector<std::string> texts;
    for (const ui::NamedPattern& each : gallery.patterns) texts.push_back(each.pattern.toStdString());
    return texts;
}

void printJson(const core::Json& json) { std::cout << json.dump() << std::endl; }

}   // namespace app
