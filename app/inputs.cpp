#include "app/inputs.h"

#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "core/base/interrupt.h"
#include "core/base/memory.h"
#include "core/text/text_file.h"

namespace app {

namespace {

constexpr std::size_t kTextLimit = std::size_t(1) << 30;

core::Result<std::string> readText(const std::string& file)
{
    if (file != "-") return core::readTextFile(file, kTextLimit);
    return core::textOf(std::string(std::istreambuf_iterator<char>(std::cin), {}), "Standard input");
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
    group->add_option("--text", m_text, "The text itself")->type_name("T");
    group->add_option("--text-file", m_file, "A file of UTF-8 text; - is standard input")->type_name("F");
    group->add_option("--ids", m_ids, "Token ids, used as they are: 1,2,3")->delimiter(',')->type_name("IDS");
    group->require_option(required ? 1 : 0, 1);
}

core::Result<core::Tokens> TextInput::tokens(const core::Model& model) const
{
    if (!m_ids.empty()) return model.tokenizer.fromIds(m_ids);
    if (m_text) return model.tokenizer.encode(*m_text);
    FOVEA_TRY(text, readText(m_file.value_or("-")));
    return model.tokenizer.encode(text);
}

void ModelInput::declare(CLI::App& options)
{
    options.add_option("--model", m_name, "A built-in model, a model folder, or a file in one")->type_name("M")->capture_default_str();
}

core::Result<core::ModelPtr> ModelInput::open() const { return core::openModelByName(m_name); }

void RunInput::declare(CLI::App& options)
{
    options.add_option("--backend", m_backend, "Where attention is computed")->type_name("B")->capture_default_str();
    options.add_option("--plan", m_plan, "Mechanism of each head: \"all: window(8); head 1.3: off\"")->type_name("EXPR");
    // Set at once, because opening a model asks for the budget too. What cannot be read is left for options() to report.
    const auto setBudget = [this](const std::string& size) {
        m_memory = size;
        if (const core::Result<std::int64_t> bytes = core::parseBytes(size)) core::setMemoryBudget(*bytes);
    };
    options.add_option_function<std::string>("--memory", setBudget, "Memory budget, such as 2GB; half of what is free when left out")->type_name("SIZE");
}

core::Result<core::RunOptions> RunInput::options(const core::Tokens& tokens, const core::ModelConfig& config) const
{
    if (!m_memory.empty()) FOVEA_CHECK(core::parseBytes(m_memory));
    FOVEA_TRY(backend, backendNamed(m_backend));
    FOVEA_TRY(plan, core::AttentionPlan::parse(m_plan, &tokens));
    FOVEA_CHECK(plan.fits(config.layers, config.heads));
    core::RunOptions run;
    run.plan = plan;
    run.backend = backend;
    run.stop = core::interruptToken();
    return run;
}

void HeadInput::declare(CLI::App& options)
{
    options.add_option("--layer", m_layer, "Layer, counted from 0")->type_name("L")->required();
    options.add_option("--head", m_head, "Head, counted from 0")->type_name("H")->required();
}

core::Result<core::HeadId> HeadInput::head(const core::ModelConfig& config) const
{
    if (m_layer >= 0 && m_layer < config.layers && m_head >= 0 && m_head < config.heads) return core::HeadId{m_layer, m_head};
    return core::fail(core::Fault::BadInput, fmt::format("There is no head {}.{}.", m_layer, m_head),
                      fmt::format("This model has layers 0 to {} with heads 0 to {} each.", config.layers - 1, config.heads - 1));
}

void printJson(const core::Json& json) { std::cout << json.dump() << std::endl; }

}   // namespace app
