#include "core/model/model_config.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/base/printable.h"

namespace core {

namespace {

constexpr const char* kDamaged = "Correct config.json, or get the model again.";

// Far beyond every model there is, and small enough that no product of a few of them overflows.
constexpr Index kLargestHead = Index(1) << 12;
struct CountLimit {
    const char* field;
    Index ModelConfig::*count;
    Index largest;
};
constexpr std::array<CountLimit, 8> kLimits = {{{"vocab_size", &ModelConfig::vocabulary, Index(1) << 24},
                                                {"hidden_size", &ModelConfig::width, Index(1) << 17},
                                                {"num_hidden_layers", &ModelConfig::layers, Index(1) << 10},
                                                {"num_attention_heads", &ModelConfig::heads, Index(1) << 12},
                                                {"num_key_value_heads", &ModelConfig::kvHeads, Index(1) << 12},
                                                {"head_dim", &ModelConfig::headDim, kLargestHead},
                                                {"intermediate_size", &ModelConfig::mlpWidth, Index(1) << 20},
                                                {"max_position_embeddings", &ModelConfig::context, Index(1) << 31}}};

tl::unexpected<Error> badConfig(std::string_view name, std::string what) { return fail(Fault::BadFile, fmt::format("{}: {}", name, what), kDamaged); }

tl::unexpected<Error> unsupported(std::string_view name, std::string what, std::string remedy = "Open a gpt_neox or llama model without this feature.")
{
    return fail(Fault::Unsupported, fmt::format("{}: {}", name, what), std::move(remedy));
}

}   // namespace

Result<void> ModelConfig::check(std::string_view name) const
{
    for (const CountLimit& limit : kLimits)
        if (const Index count = this->*limit.count; count < 1 || count > limit.largest)
            return badConfig(name, fmt::format("\"{}\" is {}; legal is 1 to {}.", limit.field, count, limit.largest));
    if (heads % kvHeads != 0) return badConfig(name, fmt::format("{} query heads do not share {} key/value heads evenly.", heads, kvHeads));
    if (architecture == Architecture::GptNeoX && heads * headDim != width)
        return badConfig(name, fmt::format("\"hidden_size\" {} does not split into {} heads.", width, heads));
    if (rotaryDim < 0 || rotaryDim > headDim || rotaryDim % 2 != 0)
        return badConfig(name, fmt::format("the rotary width is {}; legal is an even number from 0 to the head's width {}.", rotaryDim, headDim));
    if (!(ropeBase > 1.0) || !std::isfinite(ropeBase))
        return badConfig(name, fmt::format("the rotary base is {}; legal is a number above 1.", ropeBase));
    if (!(epsilon > 0.0) || !std::isfinite(epsilon))
        return badConfig(name, fmt::format("the norm's epsilon is {}; legal is a number above 0.", epsilon));
    return {};
}

namespace {

// Reads members and keeps the first error, so that a configuration reads as a list of its fields.
class Fields {
public:
    Fields(const Json& json, std::string_view name) : m_json(json), m_name(name) {}

    Index count(std::string_view key, Index fallback) { return take(m_json.integerAt(key, fallback), fallback); }
    double number(std::string_view key, double fallback) { return take(m_json.numberAt(key, fallback), fallback); }
    bool flag(std::string_view key, bool fallback) { return take(m_json.booleanAt(key, fallback), fallback); }
    std::string text(std::string_view key, std::string_view fallback) { return take(m_json.stringAt(key, fallback), std::string(fallback)); }
    [[nodiscard]] bool has(std::string_view key) const
    {
        const Json* member = m_json.find(key);
        return member && !member->isNull();
    }
    [[nodiscard]] const Json& json() const { return m_json; }
    [[nodiscard]] std::string_view name() const { return m_name; }

    void refuse(tl::unexpected<Error> error)
    {
        if (!m_error) m_error = std::move(error).value();
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    template<class T>
    T take(Result<T> value, T fallback)
    {
        if (value) return *std::move(value);
        refuse(fail(value.error().fault, fmt::format("{}: {}", m_name, value.error().what), value.error().remedy));
        return fallback;
    }

    const Json& m_json;
    std::string_view m_name;
    std::optional<Error> m_error;
};

// An id, or the first of an array of ids. A present null means "none"; an id outside the vocabulary can never be met, so it is none either.
std::optional<std::int64_t> tokenIn(Fields& fields, std::string_view key, std::int64_t fallback, Index vocabulary)
{
    const Json* member = fields.json().find(key);
    if (member && member->isArray()) member = member->array()->empty() ? nullptr : &member->array()->front();
    if (member && member->isNull()) return std::nullopt;
    if (member && !member->isInteger())
        fields.refuse(badConfig(fields.name(), fmt::format("\"{}\" is {}, expected a token id.", key, member->kindName())));
    const std::int64_t id = member && member->integer() ? *member->integer() : fallback;
    return id >= 0 && id < vocabulary ? std::optional(id) : std::nullopt;
}

Activation activationIn(Fields& fields, const char* fallback)
{
    const std::string activation = fields.text("hidden_act", fallback);
    if (activation == "gelu") return Activation::Gelu;
    if (activation == "gelu_new" || activation == "gelu_pytorch_tanh") return Activation::GeluTanh;
    if (activation == "silu" || activation == "swish") return Activation::Silu;
    fields.refuse(unsupported(fields.name(), fmt::format("\"hidden_act\" is {}, which is not known here.", inQuotes(activation))));
    return Activation::Gelu;
}

// Anything but unscaled rotation changes the frequencies, and a picture of the wrong model would look plausible.
void refuseRopeScaling(Fields& fields, const Json& rope, std::string_view key)
{
    if (!rope.isObject()) return fields.refuse(badConfig(fields.name(), fmt::format("\"{}\" is {}, expected an object.", key, rope.kindName())));
    for (const char* type : {"rope_type", "type"})
        if (const Json* value = rope.find(type); value && !(value->isString() && *value->string() == "default"))
            fields.refuse(unsupported(fields.name(), fmt::format("\"{}\" asks for the rotary type {}.", key, printable(value->dump(), kQuotedCharacters))));
    if (const Json* factor = rope.find("factor"); factor && factor->number() != 1.0)   // also where the type is left out
        fields.refuse(unsupported(fields.name(), fmt::format("\"{}\" scales rotary angles by the factor {}.", key, printable(factor->dump(), kQuotedCharacters))));
    for (const auto& [member, value] : rope.object() ? *rope.object() : Json::Object())
        if (value.isObject()) fields.refuse(unsupported(fields.name(), fmt::format("\"{}\" has its own rotation for {}.", key, inQuotes(member))));
}

struct Rotation {
    double base;
    double fraction;   // of the head's width
};

// Both spellings: members of the configuration, or of "rope_parameters" (library version 5), which win.
Rotation rotationIn(Fields& fields, Rotation old)
{
    if (fields.has("rope_scaling")) refuseRopeScaling(fields, *fields.json().find("rope_scaling"), "rope_scaling");
    if (!fields.has("rope_parameters")) return old;
    const Json& rope = *fields.json().find("rope_parameters");
    refuseRopeScaling(fields, rope, "rope_parameters");
    Fields inner(rope, fields.name());
    const Rotation rotation{inner.number("rope_theta", old.base), inner.number("partial_rotary_factor", old.fraction)};
    if (inner.error()) fields.refuse(tl::unexpected(*inner.error()));
    return rotation;
}

void setRotation(Fields& fields, ModelConfig& config, Rotation rotation)
{
    config.ropeBase = rotation.base;
    if (!(rotation.fraction >= 0.0 && rotation.fraction <= 1.0))
        return fields.refuse(badConfig(fields.name(), fmt::format("{} of a head's width is rotated; legal is 0 to 1.", rotation.fraction)));
    if (config.headDim <= kLargestHead) config.rotaryDim = Index(double(config.headDim) * rotation.fraction);   // truncated, as the reference does
}

void readCommon(Fields& fields, ModelConfig& config)
{
    for (const char* key : {"quantization_config", "sliding_window", "num_local_experts", "text_config"})
        if (fields.has(key)) fields.refuse(unsupported(fields.name(), fmt::format("\"{}\" is not supported.", key)));
    config.tiedHead = fields.flag("tie_word_embeddings", false);
    config.tiedIfNoHead = !fields.has("tie_word_embeddings");
    config.context = fields.count("max_position_embeddings", 2048);
}

// The defaults are those of GPTNeoXConfig.
ModelConfig readGptNeoX(Fields& fields)
{
    ModelConfig config{.architecture = Architecture::GptNeoX, .norm = NormKind::LayerNorm, .gated = false, .mlpBias = true};
    config.vocabulary = fields.count("vocab_size", 50432);
    config.width = fields.count("hidden_size", 6144);
    config.layers = fields.count("num_hidden_layers", 44);
    config.heads = config.kvHeads = fields.count("num_attention_heads", 64);
    config.headDim = config.heads > 0 ? config.width / config.heads : 0;
    config.mlpWidth = fields.count("intermediate_size", 24576);
    config.epsilon = fields.number("layer_norm_eps", 1e-5);
    config.activation = activationIn(fields, "gelu");
    config.parallelResidual = fields.flag("use_parallel_residual", true);
    config.attentionBias = fields.flag("attention_bias", true);
    config.startToken = tokenIn(fields, "bos_token_id", 0, config.vocabulary);
    config.endToken = tokenIn(fields, "eos_token_id", 2, config.vocabulary);
    const double base = fields.number("rotary_emb_base", fields.number("rope_theta", 10000.0));
    setRotation(fields, config, rotationIn(fields, {base, fields.number("rotary_pct", fields.number("partial_rotary_factor", 0.25))}));
    return config;
}

// The defaults are those of LlamaConfig.
ModelConfig readLlama(Fields& fields)
{
    ModelConfig config{.architecture = Architecture::Llama, .norm = NormKind::RmsNorm, .gated = true, .parallelResidual = false};
    config.vocabulary = fields.count("vocab_size", 32000);
    config.width = fields.count("hidden_size", 4096);
    config.layers = fields.count("num_hidden_layers", 32);
    config.heads = fields.count("num_attention_heads", 32);
    config.kvHeads = fields.count("num_key_value_heads", config.heads);
    config.headDim = fields.count("head_dim", config.heads > 0 ? config.width / config.heads : 0);
    if (!fields.has("head_dim") && config.headDim * config.heads != config.width)
        fields.refuse(badConfig(fields.name(), fmt::format("\"hidden_size\" {} does not split into {} heads.", config.width, config.heads)));
    config.mlpWidth = fields.count("intermediate_size", 11008);
    config.epsilon = fields.number("rms_norm_eps", 1e-6);
    config.activation = activationIn(fields, "silu");
    config.attentionBias = fields.flag("attention_bias", false);
    config.mlpBias = fields.flag("mlp_bias", false);
    config.startToken = tokenIn(fields, "bos_token_id", 1, config.vocabulary);
    config.endToken = tokenIn(fields, "eos_token_id", 2, config.vocabulary);
    const Rotation rotation = rotationIn(fields, {fields.number("rope_theta", 10000.0), fields.number("partial_rotary_factor", 1.0)});
    if (rotation.fraction != 1.0)
        fields.refuse(unsupported(fields.name(), fmt::format("{} of a head's width is rotated in a llama model.", rotation.fraction)));
    setRotation(fields, config, rotation);
    return config;
}

}   // namespace

Result<ModelConfig> ModelConfig::fromJson(const Json& json, std::string_view name)
{
    if (!json.isObject()) return badConfig(name, fmt::format("the file holds {}, expected an object.", json.kindName()));
    Fields fields(json, name);
    const std::string type = fields.text("model_type", "");
    if (!fields.error() && type != "gpt_neox" && type != "llama")
        return unsupported(name, type.empty() ? "\"model_type\" is missing." : fmt::format("the architecture {} is not known here.", inQuotes(type)),
                           "Open a model of the architecture gpt_neox or llama.");
    ModelConfig config = type == "gpt_neox" ? readGptNeoX(fields) : readLlama(fields);
    readCommon(fields, config);
    if (fields.error()) return tl::unexpected(*fields.error());
    FOVEA_CHECK(config.check(name));
    return config;
}

}   // namespace core
