// ModelConfig: the parts a Transformer is put together from, read from a Hugging Face config.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace core {

enum class Architecture { GptNeoX, Llama };
enum class NormKind { LayerNorm, RmsNorm };
enum class Activation { Gelu, GeluTanh, Silu };

struct ModelConfig {
    Architecture architecture = Architecture::GptNeoX;
    Index vocabulary = 0;   // V
    Index width = 0;        // d_m
    Index layers = 0;       // L
    Index heads = 0;        // H
    Index kvHeads = 0;      // H_kv, divides H
    Index headDim = 0;      // d
    Index mlpWidth = 0;     // F
    Index context = 0;      // positions the model was trained on
    NormKind norm = NormKind::LayerNorm;
    double epsilon = 1e-5;
    Index rotaryDim = 0;   // R ≤ d, even; pairs are (i, i + R/2)
    double ropeBase = 10000.0;
    Activation activation = Activation::Gelu;
    bool gated = false;              // SwiGLU: down(act(gate·y) ⊙ up·y)
    bool parallelResidual = false;   // x + attention(norm1 x) + mlp(norm2 x)
    bool attentionBias = false;      // q, k, v and the output projection
    bool mlpBias = false;
    bool tiedHead = false;       // logits = embedding · final norm
    bool tiedIfNoHead = false;   // config.json leaves it open: a file without a head then means a tied one. No Transformer has this set
    std::optional<std::int64_t> startToken = {};
    std::optional<std::int64_t> endToken = {};
    friend bool operator==(const ModelConfig&, const ModelConfig&) = default;

    [[nodiscard]] Index groupSize() const { return heads / kvHeads; }   // g
    [[nodiscard]] Index qkvWidth() const { return (heads + 2 * kvHeads) * headDim; }

    // Errors: Unsupported naming the architecture or field that nothing here runs; BadFile naming the field and its number.
    [[nodiscard]] static Result<ModelConfig> fromJson(const Json& json, std::string_view name);
    [[nodiscard]] Json toJson() const;   // a config.json that transformers opens
    // Errors: BadFile: counts that are zero, negative or absurd, heads that do not divide, odd rotary width …
    [[nodiscard]] Result<void> check(std::string_view name) const;
};

}   // namespace core
