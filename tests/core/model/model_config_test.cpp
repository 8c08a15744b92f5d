#include "core/model/model_config.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace core {
namespace {

using ::testing::HasSubstr;

Result<ModelConfig> read(const std::string& text)
{
    const auto json = Json::parse(text, "config.json");
    EXPECT_TRUE(json) << json.error().what;
    return ModelConfig::fromJson(*json, "config.json");
}

TEST(ModelConfig, AbsentKeysTakeTheDefaultsOfTheirClass)
{
    const auto neox = read(R"({"model_type": "gpt_neox"})");
    ASSERT_TRUE(neox) << neox.error().what;
    EXPECT_EQ(neox->width, 6144);
    EXPECT_EQ(neox->layers, 44);
    EXPECT_EQ(neox->headDim, 96);
    EXPECT_EQ(neox->rotaryDim, 24);
    EXPECT_EQ(neox->vocabulary, 50432);
    EXPECT_TRUE(neox->parallelResidual && neox->attentionBias && neox->mlpBias && !neox->tiedHead && !neox->gated);
    EXPECT_EQ(neox->norm, NormKind::LayerNorm);
    EXPECT_EQ(neox->startToken, 0);
    EXPECT_EQ(neox->endToken, 2);

    const auto llama = read(R"({"model_type": "llama"})");
    ASSERT_TRUE(llama) << llama.error().what;
    EXPECT_EQ(llama->kvHeads, 32);
    EXPECT_EQ(llama->headDim, 128);
    EXPECT_EQ(llama->rotaryDim, 128);
    EXPECT_DOUBLE_EQ(llama->epsilon, 1e-6);
    EXPECT_TRUE(llama->gated && !llama->attentionBias && !llama->mlpBias && !llama->parallelResidual);
    EXPECT_EQ(llama->activation, Activation::Silu);
    EXPECT_EQ(llama->norm, NormKind::RmsNorm);
}

TEST(ModelConfig, WhetherTheHeadIsTiedMayBeLeftOpen)
{
    const auto open = read(R"({"model_type": "llama"})"), own = read(R"({"model_type": "llama", "tie_word_embeddings": false})"),
               tied = read(R"({"model_type": "llama", "tie_word_embeddings": true})");
    EXPECT_TRUE(open->tiedIfNoHead && !open->tiedHead);
    EXPECT_TRUE(!own->tiedIfNoHead && !own->tiedHead);
    EXPECT_TRUE(!tied->tiedIfNoHead && tied->tiedHead);
    for (const auto& config : {open, own, tied}) EXPECT_EQ(*ModelConfig::fromJson(config->toJson(), "config.json"), *config);
}

TEST(ModelConfig, RotationIsReadInEverySpelling)
{
    EXPECT_DOUBLE_EQ(read(R"({"model_type": "llama", "rope_theta": 500000.0})")->ropeBase, 5e5);
    EXPECT_DOUBLE_EQ(read(R"({"model_type": "llama", "rope_parameters": {"rope_type": "default", "rope_theta": 20000}})")->ropeBase, 2e4);
    EXPECT_DOUBLE_EQ(read(R"({"model_type": "gpt_neox", "rotary_emb_base": 30000})")->ropeBase, 3e4);
    EXPECT_DOUBLE_EQ(read(R"({"model_type": "gpt_neox", "rope_theta": 40000})")->ropeBase, 4e4);
    EXPECT_EQ(read(R"({"model_type": "gpt_neox", "rope_parameters": {"partial_rotary_factor": 0.5}})")->rotaryDim, 48);
    EXPECT_TRUE(read(R"({"model_type": "llama", "rope_scaling": null})"));
    EXPECT_TRUE(read(R"({"model_type": "llama", "rope_scaling": {"type": "default"}})"));
}

TEST(ModelConfig, IdsMayBeNullListsOrOutside)
{
    const auto config = read(R"({"model_type": "llama", "bos_token_id": null, "eos_token_id": [7, 8]})");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->startToken, std::nullopt);
    EXPECT_EQ(config->endToken, 7);
    EXPECT_EQ(read(R"({"model_type": "llama", "eos_token_id": -1, "bos_token_id": 32000})")->startToken, std::nullopt);
}

struct Refusal {
    const char* name;
    const char* members;
    Fault fault;
    const char* said;
};
void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }

class ConfigRefused : public ::testing::TestWithParam<Refusal> {};
INSTANTIATE_TEST_SUITE_P(
    ModelConfig, ConfigRefused,
    ::testing::Values(Refusal{"Architecture", R"("model_type": "mamba")", Fault::Unsupported, "\"mamba\""},
                      Refusal{"Mistral", R"("model_type": "mistral")", Fault::Unsupported, "\"mistral\""},
                      Refusal{"NoArchitecture", R"("width": 3)", Fault::Unsupported, "model_type"},
                      Refusal{"Quantised", R"("model_type": "llama", "quantization_config": {})", Fault::Unsupported, "quantization_config"},
                      Refusal{"Window", R"("model_type": "llama", "sliding_window": 4096)", Fault::Unsupported, "sliding_window"},
                      Refusal{"Experts", R"("model_type": "llama", "num_local_experts": 8)", Fault::Unsupported, "num_local_experts"},
                      Refusal{"Yarn", R"("model_type": "llama", "rope_scaling": {"type": "yarn", "factor": 2})", Fault::Unsupported, "yarn"},
                      Refusal{"Llama3", R"("model_type": "llama", "rope_parameters": {"rope_type": "llama3"})", Fault::Unsupported, "llama3"},
                      Refusal{"RopePerKind", R"("model_type": "llama", "rope_parameters": {"full_attention": {}})", Fault::Unsupported,
                              "full_attention"},
                      Refusal{"RopeNumber", R"("model_type": "llama", "rope_scaling": 2)", Fault::BadFile, "rope_scaling"},
                      Refusal{"PartialLlama", R"("model_type": "llama", "partial_rotary_factor": 0.5)", Fault::Unsupported, "0.5"},
                      Refusal{"GeluFast", R"("model_type": "gpt_neox", "hidden_act": "gelu_fast")", Fault::Unsupported, "gelu_fast"},
                      Refusal{"ZeroLayers", R"("model_type": "gpt_neox", "num_hidden_layers": 0)", Fault::BadFile, "\"num_hidden_layers\" is 0"},
                      Refusal{"NoHeads", R"("model_type": "gpt_neox", "num_attention_heads": 0)", Fault::BadFile, "num_attention_heads"},
                      Refusal{"NegativeHeads", R"("model_type": "llama", "num_attention_heads": -8)", Fault::BadFile, "-8"},
                      Refusal{"HugeHeads", R"("model_type": "llama", "head_dim": 9223372036854775807)", Fault::BadFile, "9223372036854775807"},
                      Refusal{"HugeVocabulary", R"("model_type": "llama", "vocab_size": 4611686018427387904)", Fault::BadFile, "vocab_size"},
                      Refusal{"HeadsDoNotDivide", R"("model_type": "gpt_neox", "hidden_size": 100)", Fault::BadFile, "100"},
                      Refusal{"KvHeadsDoNotDivide", R"("model_type": "llama", "num_key_value_heads": 5)", Fault::BadFile, "5"},
                      Refusal{"OddRotary", R"("model_type": "gpt_neox", "rotary_pct": 0.01042)", Fault::BadFile, "rotary width is 1"},
                      Refusal{"RotaryAboveOne", R"("model_type": "gpt_neox", "rotary_pct": 1.5)", Fault::BadFile, "1.5"},
                      Refusal{"BaseOne", R"("model_type": "llama", "rope_theta": 1)", Fault::BadFile, "rotary base"},
                      Refusal{"EpsilonZero", R"("model_type": "llama", "rms_norm_eps": 0)", Fault::BadFile, "epsilon"},
                      Refusal{"WrongKind", R"("model_type": "llama", "hidden_size": "big")", Fault::BadFile, "config.json: \"hidden_size\""},
                      Refusal{"BosText", R"("model_type": "llama", "bos_token_id": "x")", Fault::BadFile, "bos_token_id"}),
    [](const auto& refusal) { return std::string(refusal.param.name); });

TEST_P(ConfigRefused, ByName)
{
    const auto config = read(fmt::format("{{{}}}", GetParam().members));
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().fault, GetParam().fault);
    EXPECT_THAT(config.error().what, HasSubstr("config.json"));
    EXPECT_THAT(config.error().what, HasSubstr(GetParam().said));
    EXPECT_FALSE(config.error().remedy.empty());
}

TEST(ModelConfig, AnotherArchitectureIsNoMissingFeature)
{
    const auto other = read(R"({"model_type": "gpt2"})");
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().what, HasSubstr("the architecture \"gpt2\" is not known here."));
    EXPECT_EQ(other.error().remedy, "Open a model of the architecture gpt_neox or llama.");
}

TEST(ModelConfig, AnythingButAnObjectIsRefused) { EXPECT_THAT(read("[]").error().what, HasSubstr("an array")); }

TEST(ModelConfig, SurvivesItsOwnFile)
{
    for (Index headDim = 2; headDim <= 128; headDim += 2)
        for (Index rotary = 0; rotary <= headDim; rotary += 2) {
            ModelConfig config{.architecture = Architecture::GptNeoX, .vocabulary = 61, .width = 3 * headDim, .layers = 2, .heads = 3, .kvHeads = 3};
            config.headDim = headDim, config.rotaryDim = rotary, config.mlpWidth = 20, config.context = 77, config.mlpBias = true;
            config.activation = Activation::GeluTanh, config.epsilon = 3e-5, config.endToken = 4;
            const auto readBack = ModelConfig::fromJson(config.toJson(), "config.json");
            ASSERT_TRUE(readBack) << readBack.error().what;
            EXPECT_EQ(*readBack, config) << headDim << " " << rotary;
        }
    const auto llama = read(R"({"model_type": "llama", "num_key_value_heads": 4, "head_dim": 24, "mlp_bias": true, "tie_word_embeddings": true})");
    ASSERT_TRUE(llama);
    EXPECT_EQ(*ModelConfig::fromJson(llama->toJson(), "config.json"), *llama);
}

}   // namespace
}   // namespace core
