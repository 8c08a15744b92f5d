#include "core/text/normalizer.h"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/normalizer2.h>

#include "core/text/byte_level.h"
#include "core/text/tokenizer_parts.h"
#include "core/text/unicode.h"

namespace core {

namespace {

// NFKD makes a character up to eleven times as long; replacements in a sequence could make any length.
constexpr std::size_t largestResult(std::size_t original) { return 4096 + 64 * original; }

Error tooLong()
{
    return {.fault = Fault::BadInput,
            .what = "The tokenizer's normalizer makes this text more than 64 times as long.",
            .remedy = "Get the tokenizer file again."};
}

const icu::Normalizer2* instance(Normalizer::Form form, UErrorCode& status)
{
    switch (form) {
    case Normalizer::Form::Nfc:
        return icu::Normalizer2::getNFCInstance(status);
    case Normalizer::Form::Nfd:
        return icu::Normalizer2::getNFDInstance(status);
    case Normalizer::Form::Nfkc:
        return icu::Normalizer2::getNFKCInstance(status);
    case Normalizer::Form::Nfkd:
        break;
    }
    return icu::Normalizer2::getNFKDInstance(status);
}

// Normal forms never look across a boundary, so a text is normalised stretch by stretch, and what changes in a stretch maps to that stretch.
std::size_t stretchEnd(const icu::Normalizer2& form, std::string_view text, std::size_t begin)
{
    std::size_t at = begin;
    (void)nextCharacter(text, at);
    while (at < text.size()) {
        std::size_t next = at;
        if (form.hasBoundaryBefore(UChar32(nextCharacter(text, next)))) break;
        at = next;
    }
    return at;
}

struct Apply {
    const MappedText& text;
    std::size_t largest = 0;   // bytes the result may have
    const std::stop_token& stop;   // once it is requested steps end early, and what they return means nothing

    Result<MappedText> operator()(Normalizer::Form form) const
    {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* normalizer = instance(form, status);
        MappedText result;
        result.reserve(text.size());
        for (std::size_t begin = 0; U_SUCCESS(status) && begin < text.size() && !stop.stop_requested();) {
            const std::size_t end = stretchEnd(*normalizer, text.bytes(), begin);
            const std::string_view part = text.view(begin, end);
            const auto units = icu::UnicodeString::fromUTF8(icu::StringPiece(part.data(), std::int32_t(part.size())));
            std::string normal;
            normalizer->normalize(units, status).toUTF8String(normal);
            if (normal == part)
                result.keep(text, begin, end);
            else
                result.put(normal, text.origin(begin, end));
            begin = end;
        }
        if (U_FAILURE(status)) return fail(Fault::System, fmt::format("ICU cannot normalise this text ({}).", u_errorName(status)),
                        "Install ICU with its data, or use another model.");
        return result;
    }

    Result<MappedText> operator()(Normalizer::Lowercase) const
    {
        return eachCharacter([](char32_t c, std::string& out) { appendLower(out, c); });
    }
    Result<MappedText> operator()(Normalizer::StripAccents) const
    {
        return eachCharacter([](char32_t c, std::string& out) {
            if (!isMark(c)) appendUtf8(out, c);
        });
    }
    Result<MappedText> operator()(const Normalizer::Strip& sides) const
    {
        std::size_t begin = 0, end = text.size();
        for (std::size_t at = begin; sides.left && at < end && isWhiteSpace(nextCharacter(text.bytes(), at));) begin = at;
        for (std::size_t at = end; sides.right && at > begin && isWhiteSpace(previousCharacter(text.bytes(), at));) end = at;
        MappedText result;
        result.keep(text, begin, end);
        return result;
    }
    Result<MappedText> operator()(const Normalizer::Replace& replace) const
    {
        MappedText result;
        result.reserve(text.size());
        std::size_t kept = 0;
        const ByteRange all{.begin = 0, .end = text.size()};
        FOVEA_CHECK(replace.pattern.search(text.bytes(), {&all, 1}, [&](std::size_t, ByteRange match) {
            if (result.size() > largest) return;
            result.keep(text, kept, match.begin);
            result.put(replace.content, text.origin(match.begin, match.end));
            kept = match.end;
        }, stop));
        if (result.size() > largest) return tl::unexpected(tooLong());
        result.keep(text, kept, text.size());
        return result;
    }
    Result<MappedText> operator()(const Normalizer::Prepend& prepend) const
    {
        MappedText result;
        if (text.size() > 0) result.put(prepend.text, {.begin = text.origin(0, 0).begin, .end = text.origin(0, 0).begin});
        result.keep(text, 0, text.size());
        return result;
    }
    Result<MappedText> operator()(Normalizer::ByteCharacters) const
    {
        MappedText result;
        putByteCharacters(text, 0, text.size(), result);
        return result;
    }

    template<class Change>
    MappedText eachCharacter(const Change& change) const
    {
        MappedText result;
        result.reserve(text.size());
        std::string changed;
        for (std::size_t at = 0; at < text.size() && !stop.stop_requested();) {
            const std::size_t begin = at;
            changed.clear();
            change(nextCharacter(text.bytes(), at), changed);
            if (changed == text.view(begin, at))
                result.keep(text, begin, at);
            else
                result.put(changed, text.origin(begin, at));
        }
        return result;
    }
};

Result<Normalizer::Step> readStep(const Json& json, const std::string& type, std::string_view name)
{
    using Form = Normalizer::Form;
    if (type == "NFC") return Form::Nfc;
    if (type == "NFD") return Form::Nfd;
    if (type == "NFKC") return Form::Nfkc;
    if (type == "NFKD") return Form::Nfkd;
    if (type == "Lowercase") return Normalizer::Lowercase{};
    if (type == "StripAccents") return Normalizer::StripAccents{};
    if (type == "ByteLevel") return Normalizer::ByteCharacters{};
    if (type == "Strip") {
        FOVEA_TRY(left, json.booleanAt("strip_left", true));
        FOVEA_TRY(right, json.booleanAt("strip_right", true));
        return Normalizer::Strip{.left = left, .right = right};
    }
    if (type == "Prepend") {
        FOVEA_TRY(text, json.stringAt("prepend"));
        return Normalizer::Prepend{.text = std::move(text)};
    }
    if (type == "Replace") {
        const Json* pattern = json.find("pattern");
        FOVEA_TRY(compiled, SearchPattern::fromJson(pattern ? *pattern : Json(), name));
        FOVEA_TRY(content, json.stringAt("content"));
        return Normalizer::Replace{.pattern = std::move(compiled), .content = std::move(content)};
    }
    return unsupportedTokenizer(name, fmt::format("the normalizer {} is not supported", inQuotes(type)));
}

}   // namespace

void putByteCharacters(const MappedText& text, std::size_t begin, std::size_t end, MappedText& into)
{
    for (std::size_t i = begin; i < end; ++i) into.put(byteCharacters()[static_cast<unsigned char>(text.bytes()[i])], text.origin(i, i + 1));
}

Result<Normalizer> Normalizer::fromJson(const Json& json, std::string_view name)
{
    Normalizer normalizer;
    FOVEA_CHECK(eachPart(json, "normalizers", name, [&](const Json& part, const std::string& type) -> Result<void> {
        FOVEA_TRY(step, readStep(part, type, name));
        normalizer.m_steps.push_back(std::move(step));
        return {};
    }));
    return normalizer;
}

Result<MappedText> Normalizer::apply(MappedText text, const std::stop_token& stop) const
{
    const std::size_t largest = largestResult(text.size());
    for (const Step& step : m_steps) {
        FOVEA_TRY(changed, std::visit(Apply{.text = text, .largest = largest, .stop = stop}, step));
        if (stop.stop_requested()) return cancelled();
        if (changed.size() > largest) return tl::unexpected(tooLong());
        text = std::move(changed);
    }
    return text;
}

bool Normalizer::mapsBytes() const
{
    return std::any_of(m_steps.begin(), m_steps.end(), [](const Step& step) { return std::holds_alternative<ByteCharacters>(step); });
}

}   // namespace core
