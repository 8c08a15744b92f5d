// A model as a person opens it: a folder with configuration, weights and tokenizer, checked against each other.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/transformer.h"
#include "core/text/tokenizer.h"

namespace core {

struct Model {
    std::string name;   // folder name
    std::filesystem::path path;
    TransformerPtr transformer;
    Tokenizer tokenizer;
};
using ModelPtr = std::shared_ptr<const Model>;

// config.json, model.safetensors (or shards), tokenizer.json. Errors: those of the parts; BadFile naming the missing file; a tokenizer with
// ids outside the embedding.
[[nodiscard]] Result<ModelPtr> openModel(const std::filesystem::path& directory);

// A folder, a model.safetensors inside one, or the name of a built-in model ("fovea-s").
[[nodiscard]] Result<ModelPtr> openModelByName(const std::string& nameOrPath);

struct BuiltInModel {
    std::string name;
    std::filesystem::path path;
};
[[nodiscard]] std::vector<BuiltInModel> builtInModels();

}   // namespace core
