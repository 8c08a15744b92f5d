// Reading a tokenizer.json.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/out_of_memory.h"
#include "core/text/tokenizer_impl.h"
#include "core/text/tokenizer_parts.h"

namespace core {

namespace {

constexpr const char* kLessMemory = "Close other programs, or choose a model with a smaller vocabulary.";

const Json& memberOrNull(const Json& json, std::string_view key)
{
    static const Json kNull;
    const Json* member = json.find(key);
    return member ? *member : kNull;
}

}   // namespace

Result<Tokenizer> Tokenizer::fromJson(const Json& json, std::string_view name, const std::stop_token& stop)
{
    return orOutOfMemory([&] { return name; }, kLessMemory, [&]() -> Result<Tokenizer> {
        auto impl = std::make_shared<Impl>();
        if (auto done = impl->read(json, name, stop); !done) {
            Error error = std::move(done).error();
            if (error.fault != Fault::Cancelled && !error.what.starts_with(name)) error.what = fmt::format("{}: {}", name, error.what);   // the typed getters know keys only
            return tl::unexpected(std::move(error));
        }
        return Tokenizer(std::move(impl));
    });
}

Result<Tokenizer> Tokenizer::load(const std::filesystem::path& tokenizerJson, const std::stop_token& stop)
{
    return orOutOfMemory([&] { return tokenizerJson.string(); }, kLessMemory, [&]() -> Result<Tokenizer> {
        const std::string name = tokenizerJson.string();
        FOVEA_TRY(text, readFile(tokenizerJson, JsonLimits().bytes));
        if (stop.stop_requested()) return cancelled();
        FOVEA_TRY(json, Json::parse(text, name));
        return fromJson(json, name, stop);
    });
}

Result<void> Tokenizer::Impl::read(const Json& json, std::string_view name, const std::stop_token& stop)
{
    if (!json.isObject()) return brokenTokenizer(name, fmt::format("it holds {}, expected the object of a tokenizer.json", json.kindName()));
    FOVEA_TRY(model, Bpe::fromJson(memberOrNull(json, "model"), name, stop));
    bpe = std::move(model);
    FOVEA_TRY(tokens, readAddedTokens(memberOrNull(json, "added_tokens"), bpe.vocabulary(), name));
    added = std::move(tokens);
    FOVEA_TRY(normalizing, Normalizer::fromJson(memberOrNull(json, "normalizer"), name));
    normalizer = std::move(normalizing);
    FOVEA_TRY(cutting, PreTokenizer::fromJson(memberOrNull(json, "pre_tokenizer"), name));
    preTokenizer = std::move(cutting);
    FOVEA_TRY(framing, PostProcessor::fromJson(memberOrNull(json, "post_processor"), name));
    frame = std::move(framing);
    FOVEA_TRY(decoding, Decoder::fromJson(memberOrNull(json, "decoder"), normalizer.mapsBytes() || preTokenizer.mapsBytes(), name));
    decoder = std::move(decoding);
    FOVEA_CHECK(indexAddedTokens(stop));
    return listTokens(name, stop);
}

// Added tokens that are searched in normalised text are normalised themselves.
Result<void> Tokenizer::Impl::indexAddedTokens(const std::stop_token& stop)
{
    for (std::size_t i = 0; i < added.size(); ++i) {
        if (stop.stop_requested()) return cancelled();
        const AddedToken& token = added[i];
        addedIds.emplace(token.content, token.id);
        if (!token.normalized) {
            inRawText.add(token.content, i);
            continue;
        }
        FOVEA_TRY(content, normalizer.apply(MappedText(token.content), stop));
        inNormalizedText.add(content.bytes(), i);
    }
    return {};
}

Result<void> Tokenizer::Impl::listTokens(std::string_view name, const std::stop_token& stop)
{
    const auto& entries = bpe.vocabulary().tokens();
    std::size_t size = entries.size();
    for (const AddedToken& token : added) size = std::max(size, std::size_t(token.id) + 1);
    bytes.resize(size);
    special.resize(size);
    for (std::size_t id = 0; id < entries.size(); ++id) {
        if (stop.stop_requested()) return cancelled();
        if (!entries[id]) continue;
        FOVEA_TRY(decoded, decoder.bytesOf(*entries[id]));
        bytes[id] = std::move(decoded);
    }
    for (const AddedToken& token : added) {
        FOVEA_TRY(decoded, decoder.bytesOfAdded(token.content));
        bytes[std::size_t(token.id)] = token.special ? token.content : std::move(decoded);
        special[std::size_t(token.id)] = token.special;
    }
    for (const auto* ids : {&frame.before, &frame.after}) {
        for (const TokenId id : *ids) {
            if (std::size_t(id) >= size)
                return brokenTokenizer(name, fmt::format("the post-processor adds the id {}, but the vocabulary ends at {}", id, size - 1));
            special[std::size_t(id)] = true;   // nobody typed it, so decode() skips it
        }
    }
    return {};
}

}   // namespace core
