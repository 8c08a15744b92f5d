// The post-processors of tokenizer.json: the ids that stand before and behind every text.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/tokens.h"

namespace core {

struct PostProcessor {
    std::vector<TokenId> before;
    std::vector<TokenId> after;

    // `json` may be null: nothing is added. TemplateProcessing, BertProcessing, RobertaProcessing, ByteLevel (adds nothing) and sequences of
    // them. Errors: Unsupported with the type that is not known here or a template that is no frame around one text; BadFile.
    [[nodiscard]] static Result<PostProcessor> fromJson(const Json& json, std::string_view name);
};

}   // namespace core
