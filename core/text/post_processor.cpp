#include "core/text/post_processor.h"

#include <fmt/format.h>

#include "core/text/tokenizer_parts.h"

namespace core {

namespace {

// Far more than any model puts around a text.
constexpr std::size_t kLargestFrame = 1024;

Result<void> checkFrame(std::size_t tokens, std::string_view name)
{
    if (tokens <= kLargestFrame) return {};
    return unsupportedTokenizer(name, fmt::format("the post-processor adds more than {} tokens to a text", kLargestFrame));
}

Result<TokenId> readId(const Json& json, std::string_view name)
{
    const std::int64_t* id = json.integer();
    if (!id || *id < 0 || *id > INT32_MAX)
        return brokenTokenizer(name, fmt::format("the post-processor names the token {}, which is no id", printable(json.dump(), kQuotedCharacters)));
    return TokenId(*id);
}

// Appends the ids of one {"SpecialToken": {"id": NAME}} as the template's "special_tokens" lists them.
Result<void> appendSpecial(const Json& processor, const Json& item, std::vector<TokenId>& ids, std::string_view name)
{
    FOVEA_TRY(token, item.stringAt("id"));
    const Json* table = processor.find("special_tokens");
    const Json* entry = table ? table->find(token) : nullptr;
    const Json* list = entry ? entry->find("ids") : nullptr;
    if (!list || !list->array()) return brokenTokenizer(name, fmt::format("the template's token {} has no ids", inQuotes(token)));
    for (const Json& value : *list->array()) {
        FOVEA_TRY(id, readId(value, name));
        ids.push_back(id);
        FOVEA_CHECK(checkFrame(ids.size(), name));   // at once, because items may name one long list over and over
    }
    return {};
}

Result<PostProcessor> readTemplate(const Json& json, std::string_view name)
{
    const Json* single = json.find("single");
    if (!single || !single->array())
        return fail(Fault::Unsupported, fmt::format("{}: the template of the post-processor is no list.", name),
                    "Save the tokenizer again with a newer version.");
    PostProcessor frame;
    int texts = 0;
    for (const Json& item : *single->array()) {
        if (const Json* special = item.find("SpecialToken")) {
            FOVEA_CHECK(appendSpecial(json, *special, texts == 0 ? frame.before : frame.after, name));
        } else if (const Json* sequence = item.find("Sequence")) {
            FOVEA_TRY(letter, sequence->stringAt("id"));
            if (letter != "A") return brokenTokenizer(name, fmt::format("the template for one text names the text {}", inQuotes(letter)));
            ++texts;
        } else {
            return unsupportedTokenizer(name, fmt::format("the template item {} is not supported", printable(item.dump(), kQuotedCharacters)));
        }
    }
    if (texts != 1) return unsupportedTokenizer(name, fmt::format("the template uses the text {} times, expected once", texts));
    return frame;
}

// "cls" and "sep" are pairs [content, id].
Result<PostProcessor> readFrame(const Json& json, std::string_view name)
{
    const auto idOf = [&](std::string_view key) -> Result<TokenId> {
        const Json* pair = json.find(key);
        if (!pair || !pair->array() || pair->array()->size() != 2)
            return brokenTokenizer(name, fmt::format("\"{}\" of the post-processor is no pair of text and id", key));
        return readId((*pair->array())[1], name);
    };
    FOVEA_TRY(first, idOf("cls"));
    FOVEA_TRY(last, idOf("sep"));
    return PostProcessor{.before = {first}, .after = {last}};
}

Result<PostProcessor> readPart(const Json& json, const std::string& type, std::string_view name)
{
    if (type == "ByteLevel") return PostProcessor{};
    if (type == "TemplateProcessing") return readTemplate(json, name);
    if (type == "BertProcessing" || type == "RobertaProcessing") return readFrame(json, name);
    return fail(Fault::Unsupported, fmt::format("{}: the post-processor {} is not supported.", name, inQuotes(type)),
                "Use a model whose tokenizer adds its start token by a template.");
}

}   // namespace

Result<PostProcessor> PostProcessor::fromJson(const Json& json, std::string_view name)
{
    PostProcessor all;
    FOVEA_CHECK(eachPart(json, "processors", name, [&](const Json& part, const std::string& type) -> Result<void> {
        FOVEA_TRY(frame, readPart(part, type, name));   // each one frames what the ones before it made
        all.before.insert(all.before.begin(), frame.before.begin(), frame.before.end());
        all.after.insert(all.after.end(), frame.after.begin(), frame.after.end());
        return checkFrame(all.before.size() + all.after.size(), name);
    }));
    return all;
}

}   // namespace core
