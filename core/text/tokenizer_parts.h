// What the readers of the parts of a tokenizer.json share: their refusals, each kind with one remedy, and sequences of parts.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/printable.h"
#include "core/base/result.h"

namespace core {

// "tokenizer.json: the model has no \"vocab\"."; `what` comes without the full stop.
[[nodiscard]] inline tl::unexpected<Error> brokenTokenizer(std::string_view file, std::string_view what)
{
    return fail(Fault::BadFile, fmt::format("{}: {}.", file, what), "Get tokenizer.json again from where the model came from.");
}

[[nodiscard]] inline tl::unexpected<Error> unsupportedTokenizer(std::string_view file, std::string_view what)
{
    return fail(Fault::Unsupported, fmt::format("{}: {}.", file, what), "Use a model with a byte-level or SentencePiece-style BPE tokenizer.");
}

// Real tokenizers have at most a dozen; every part works on every text.
inline constexpr int kMostParts = 64;

// Calls read(json, type) for a part or, when it is a "Sequence", for each of those in its list `key`, however nested. Null is no part.
// Errors: those of read; Unsupported for more than kMostParts of them.
template<class Read>
[[nodiscard]] Result<void> eachPart(const Json& json, std::string_view key, std::string_view file, const Read& read)
{
    int count = 0;
    const auto visit = [&](const auto& self, const Json& part) -> Result<void> {
        if (++count > kMostParts) return unsupportedTokenizer(file, fmt::format("the list \"{}\" has more than {} parts", key, kMostParts));
        if (part.isNull()) return {};
        FOVEA_TRY(type, part.stringAt("type"));
        if (type != "Sequence") return read(part, type);
        const Json* parts = part.find(key);
        if (!parts || !parts->array()) return brokenTokenizer(file, fmt::format("a sequence has no list \"{}\"", key));
        for (const Json& inner : *parts->array()) FOVEA_CHECK(self(self, inner));
        return {};
    };
    return visit(visit, json);
}

}   // namespace core
