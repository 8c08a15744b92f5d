// Reading the "pre_tokenizer" of a tokenizer.json.
#include <array>

#include <fmt/format.h>

#include "core/text/pre_tokenizer.h"
#include "core/text/tokenizer_parts.h"
#include "core/text/unicode.h"

namespace core {

namespace {

using Behavior = PreTokenizer::Behavior;
using Characters = PreTokenizer::Characters;

Result<Behavior> readBehavior(const Json& json, std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, Behavior>, 5> kBehaviors = {{{"Removed", Behavior::Removed},
                                                                                         {"Isolated", Behavior::Isolated},
                                                                                         {"MergedWithPrevious", Behavior::MergedWithPrevious},
                                                                                         {"MergedWithNext", Behavior::MergedWithNext},
                                                                                         {"Contiguous", Behavior::Contiguous}}};
    FOVEA_TRY(text, json.stringAt("behavior", "Isolated"));
    for (const auto& [word, behavior] : kBehaviors)
        if (text == word) return behavior;
    return unsupportedTokenizer(name, fmt::format("the split behavior {} is not supported", inQuotes(text)));
}

Result<PreTokenizer::Step> readByteLevel(const Json& json)
{
    FOVEA_TRY(prefix, json.booleanAt("add_prefix_space", true));
    FOVEA_TRY(regex, json.booleanAt("use_regex", true));
    return PreTokenizer::ByteLevel{.addPrefixSpace = prefix, .useRegex = regex};
}

Result<PreTokenizer::Step> readSplit(const Json& json, std::string_view name)
{
    const Json* pattern = json.find("pattern");
    FOVEA_TRY(compiled, SearchPattern::fromJson(pattern ? *pattern : Json(), name));
    FOVEA_TRY(behavior, readBehavior(json, name));
    FOVEA_TRY(invert, json.booleanAt("invert", false));
    return PreTokenizer::Split{.pattern = std::move(compiled), .behavior = behavior, .invert = invert};
}

// Older files say "add_prefix_space" in place of "prepend_scheme" and always split.
Result<PreTokenizer::Step> readMetaspace(const Json& json, std::string_view name)
{
    using Prepend = PreTokenizer::Metaspace::Prepend;
    FOVEA_TRY(replacement, json.stringAt("replacement", "▁"));
    FOVEA_TRY(prefix, json.booleanAt("add_prefix_space", true));
    FOVEA_TRY(scheme, json.stringAt("prepend_scheme", prefix ? "always" : "never"));
    FOVEA_TRY(split, json.booleanAt("split", true));
    std::size_t size = 0;
    if (!replacement.empty()) (void)nextCharacter(replacement, size);
    if (replacement.empty() || size != replacement.size())
        return brokenTokenizer(name, fmt::format("the Metaspace replacement {} is not one character", inQuotes(replacement)));
    if (scheme != "always" && scheme != "first" && scheme != "never")
        return unsupportedTokenizer(name, fmt::format("the prepend scheme {} is not supported", inQuotes(scheme)));
    const Prepend prepend = scheme == "always" ? Prepend::Always : scheme == "first" ? Prepend::First : Prepend::Never;
    return PreTokenizer::Metaspace{.replacement = std::move(replacement), .prepend = prepend, .split = split};
}

Result<PreTokenizer::Step> readStep(const Json& json, const std::string& type, std::string_view name)
{
    if (type == "ByteLevel") return readByteLevel(json);
    if (type == "Split") return readSplit(json, name);
    if (type == "Metaspace") return readMetaspace(json, name);
    if (type == "WhitespaceSplit") return PreTokenizer::SplitCharacters{.characters = Characters::WhiteSpace, .behavior = Behavior::Removed};
    if (type == "Whitespace") {
        FOVEA_TRY(words, SearchPattern::regex(R"(\w+|[^\w\s]+)", name));
        return PreTokenizer::Split{.pattern = std::move(words), .behavior = Behavior::Removed, .invert = true};
    }
    if (type == "Digits") {
        FOVEA_TRY(alone, json.booleanAt("individual_digits", false));
        return PreTokenizer::SplitCharacters{.characters = Characters::Number, .behavior = alone ? Behavior::Isolated : Behavior::Contiguous};
    }
    if (type == "Punctuation") {
        FOVEA_TRY(behavior, readBehavior(json, name));
        return PreTokenizer::SplitCharacters{.characters = Characters::Punctuation, .behavior = behavior};
    }
    return unsupportedTokenizer(name, fmt::format("the pre-tokenizer {} is not supported", inQuotes(type)));
}

}   // namespace

Result<PreTokenizer> PreTokenizer::fromJson(const Json& json, std::string_view name)
{
    PreTokenizer preTokenizer;
    FOVEA_CHECK(eachPart(json, "pretokenizers", name, [&](const Json& part, const std::string& type) -> Result<void> {
        FOVEA_TRY(step, readStep(part, type, name));
        preTokenizer.m_steps.push_back(std::move(step));
        return {};
    }));
    return preTokenizer;
}

}   // namespace core
