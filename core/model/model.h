// A model as a person opens it: a folder with configuration, weights and tokenizer, checked against each other.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
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

// Configuration and weights alone: config.json and model.safetensors or its shards. Errors: those of the parts; BadFile naming the missing file;
// OverBudget when the weights would not fit into the memory budget; Cancelled, which is looked for at every tensor.
[[nodiscard]] Result<TransformerPtr> loadTransformer(const std::filesystem::path& directory, const std::stop_token& stop = {});

// config.json, model.safetensors (or shards), tokenizer.json. Errors: those of the parts; BadFile naming the missing file; a tokenizer with
// ids outside the embedding; Cancelled.
[[nodiscard]] Result<ModelPtr> openModel(const std::filesystem::path& directory, const std::stop_token& stop = {});

// A folder, its model.safetensors or one of its shards, or the name of a built-in model ("fovea-s"). A built-in name wins over a folder of that
// name in the current folder; "./fovea-s" is the folder. Errors: as openModel; BadFile for a file that opening its folder would not read;
// BadInput naming the built-in models when there is nothing of the name.
[[nodiscard]] Result<ModelPtr> openModelByName(const std::string& nameOrPath, const std::stop_token& stop = {});

struct BuiltInModel {
    std::string name;
    std::filesystem::path path;
};
// In name order; empty when none came with the program.
[[nodiscard]] std::vector<BuiltInModel> builtInModels();

}   // namespace core
