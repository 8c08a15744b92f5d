// What the readers of the parts of a tokenizer.json share: their refusals, each kind with one remedy, and sequences of parts.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/base/json.h"
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

// Calls read(json, type) for a part or, when it is a "Sequence", for each of those in its list `key`, however nested. Null is no part.
template<class Read>
[[nodiscard]] Result<void> eachPart(const Json& json, std::string_view key, std::string_view file, const Read& read)
{
    if (json.isNull()) return {};
    FOVEA_TRY(type, json.stringAt("type"));
    if (type != "Sequence") return read(json, type);
    const Json* parts = json.find(key);
    if (!parts || !parts->array()) return brokenTokenizer(file, fmt::format("a sequence has no list \"{}\"", key));
    for (const Json& part : *parts->array()) FOVEA_CHECK(eachPart(part, key, file, read));
    return {};
}

}   // namespace core
