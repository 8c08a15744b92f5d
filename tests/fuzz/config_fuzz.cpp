// Any bytes as JSON and as a config.json: what parses comes back from its text, a configuration that is accepted can be used and comes back
// from what it writes, a refusal names the file.
#include "core/base/json.h"
#include "core/model/model_config.h"
#include "tests/core/model/tiny_models.h"
#include "tests/fuzz/fuzz.h"

using fuzz::require;

std::string fuzz::madeInput(core::Random& random)
{
    static const std::string kTexts[] = {core::test::tinyGptNeoX().toJson().dump(), core::test::tinyLlama().toJson().dump(1),
                                         R"([1, -0.5e3, true, null, "\u00e9\n", {"a": {"b": []}}])"};
    return oneOf(kTexts, random);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto json = core::Json::parse({reinterpret_cast<const char*>(data), size}, "config.json");
    if (!json) {
        require(json.error().what.starts_with("config.json"), "a refusal names the file");
        return 0;
    }
    const auto again = core::Json::parse(json->dump(), "config.json");
    require(again && *again == *json, "parse(dump()) is the value");
    const auto config = core::ModelConfig::fromJson(*json, "config.json");
    if (!config) {
        require(config.error().what.find("config.json") != std::string::npos, "a refusal names the file");
        return 0;
    }
    require(config->check("config.json").has_value(), "what is accepted is legal");
    const auto written = core::ModelConfig::fromJson(config->toJson(), "config.json");
    require(written && *written == *config, "a configuration comes back from what it writes");
    return 0;
}
