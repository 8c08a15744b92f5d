#include "core/text/decoder.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/text/byte_level.h"
#include "core/text/tokenizer_parts.h"

namespace core {

namespace {

std::string replaced(std::string_view text, const Decoder::Replace& rule)
{
    std::string result;
    std::size_t kept = 0;
    for (std::size_t at = text.find(rule.from); at != text.npos; at = text.find(rule.from, kept)) {
        result += text.substr(kept, at - kept);
        result += rule.to;
        kept = at + rule.from.size();
    }
    return result += text.substr(kept);
}

Decoder::Trim trimOf(std::string_view text, const Decoder::Strip& strip)
{
    Decoder::Trim trim;
    for (std::int64_t i = 0; i < strip.start && text.starts_with(strip.content); ++i) {
        text.remove_prefix(strip.content.size());
        trim.front += strip.content.size();
    }
    for (std::int64_t i = 0; i < strip.stop && text.ends_with(strip.content); ++i) {
        text.remove_suffix(strip.content.size());
        trim.back += strip.content.size();
    }
    return trim;
}

// "<0x0A>", as byte fallback writes it.
bool isByteToken(std::string_view token, std::uint8_t& byte)
{
    if (token.size() != 6 || !token.starts_with("<0x") || token.back() != '>') return false;
    const char* const end = token.data() + 5;
    return std::from_chars(token.data() + 3, end, byte, 16).ptr == end;
}

// Honest replacements write a space. Without bounds a short sequence of them could make any length.
constexpr std::size_t kLongestReplacement = 16;

Result<void> checkGrowth(std::string_view token, std::string_view bytes)
{
    if (bytes.size() <= 1024 + 16 * token.size()) return {};
    return fail(Fault::BadFile, fmt::format("The decoder makes the token {} {} bytes long.", inQuotes(token), bytes.size()),
                "Get the file again.");
}

Result<Decoder::Replace> readReplace(const Json& json, std::string_view name)
{
    const Json* pattern = json.find("pattern");
    const Json* from = pattern ? pattern->find("String") : nullptr;
    if (!from || !from->string() || from->string()->empty())
        return unsupportedTokenizer(name, fmt::format("the decoder replaces the pattern {}, only strings are supported",
                                                      pattern ? printable(pattern->dump(), kQuotedCharacters) : "null"));
    FOVEA_TRY(to, json.stringAt("content"));
    if (to.size() > kLongestReplacement)
        return unsupportedTokenizer(name, fmt::format("the decoder writes {} bytes for a string, at most {} are supported", to.size(), kLongestReplacement));
    return Decoder::Replace{.from = *from->string(), .to = std::move(to)};
}

Result<Decoder::Strip> readStrip(const Json& json, std::string_view name)
{
    FOVEA_TRY(content, json.stringAt("content", " "));
    FOVEA_TRY(start, json.integerAt("start", 0));
    FOVEA_TRY(stop, json.integerAt("stop", 0));
    if (content.empty()) return brokenTokenizer(name, "the decoder strips an empty \"content\"");
    return Decoder::Strip{.content = std::move(content), .start = start, .stop = stop};
}

struct Apply {
    std::string_view token;

    std::string operator()(Decoder::ByteCharacters) const { return bytesOfCharacters(token).value_or(std::string(token)); }
    std::string operator()(Decoder::ByteFallback) const
    {
        std::uint8_t byte = 0;
        return isByteToken(token, byte) ? std::string(1, char(byte)) : std::string(token);
    }
    std::string operator()(const Decoder::Replace& rule) const { return replaced(token, rule); }
    std::string operator()(const Decoder::Strip& strip) const
    {
        const Decoder::Trim trim = trimOf(token, strip);
        return std::string(token.substr(trim.front, token.size() - trim.front - trim.back));
    }
};

}   // namespace

Result<Decoder> Decoder::fromJson(const Json& json, bool mapsBytes, std::string_view name)
{
    Decoder decoder;
    FOVEA_CHECK(eachPart(json, "decoders", name, [&](const Json& part, const std::string& type) { return decoder.readStep(part, type, name); }));
    if (json.isNull() && mapsBytes) decoder.m_tokenSteps.push_back(ByteCharacters{});
    return decoder;
}

Result<void> Decoder::readStep(const Json& json, const std::string& type, std::string_view name)
{
    if (type == "ByteLevel") {
        m_tokenSteps.push_back(ByteCharacters{});
    } else if (type == "ByteFallback") {
        m_tokenSteps.push_back(ByteFallback{});
    } else if (type == "Fuse") {
        m_fused = true;
    } else if (type == "Replace") {
        FOVEA_TRY(rule, readReplace(json, name));
        m_tokenSteps.push_back(std::move(rule));
    } else if (type == "Strip") {
        FOVEA_TRY(strip, readStrip(json, name));
        if (m_fused)
            m_textSteps.push_back(std::move(strip));
        else
            m_tokenSteps.push_back(std::move(strip));
    } else if (type == "Metaspace") {
        return readMetaspace(json, name);
    } else if (type == "BPEDecoder") {   // the mark of a word's end is the space behind it, except at the end of the text
        FOVEA_TRY(suffix, json.stringAt("suffix", "</w>"));
        if (suffix.empty()) return {};
        m_tokenSteps.push_back(Replace{.from = std::move(suffix), .to = " "});
        m_textSteps.push_back(Strip{.content = " ", .start = 0, .stop = 1});
    } else {
        return unsupportedTokenizer(name, fmt::format("the decoder {} is not supported", inQuotes(type)));
    }
    return {};
}

Result<void> Decoder::readMetaspace(const Json& json, std::string_view name)
{
    FOVEA_TRY(replacement, json.stringAt("replacement", "▁"));
    FOVEA_TRY(prefix, json.booleanAt("add_prefix_space", true));
    FOVEA_TRY(scheme, json.stringAt("prepend_scheme", prefix ? "always" : "never"));
    if (replacement.empty()) return brokenTokenizer(name, "the Metaspace decoder has no replacement");
    m_tokenSteps.push_back(Replace{.from = std::move(replacement), .to = " "});
    if (scheme != "never") m_textSteps.push_back(Strip{.content = " ", .start = 1, .stop = 0});
    return {};
}

Result<std::string> Decoder::bytesOf(std::string_view token) const
{
    std::string bytes(token);
    for (const Step& step : m_tokenSteps) {
        bytes = std::visit(Apply{bytes}, step);
        FOVEA_CHECK(checkGrowth(token, bytes));
    }
    return bytes;
}

Result<std::string> Decoder::bytesOfAdded(std::string_view token) const
{
    std::string bytes(token);
    for (const Step& step : m_tokenSteps) {
        if (const auto* rule = std::get_if<Replace>(&step)) bytes = replaced(bytes, *rule);
        FOVEA_CHECK(checkGrowth(token, bytes));
    }
    return bytes;
}

Decoder::Trim Decoder::trim(std::string_view text) const
{
    Trim total;
    for (const Strip& strip : m_textSteps) {
        const Trim trim = trimOf(text, strip);
        text = text.substr(trim.front, text.size() - trim.front - trim.back);
        total.front += trim.front;
        total.back += trim.back;
    }
    return total;
}

}   // namespace core
