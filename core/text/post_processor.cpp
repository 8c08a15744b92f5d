#include "core/text/post_processor.h"

#include <fmt/format.h>

namespace core {

namespace {

// Far more than any model puts around a text; lists that name each other could otherwise grow without bound.
constexpr std::size_t kLargestFrame = 1024;

Result<TokenId> readId(const Json& json, std::string_view name)
{
    const std::int64_t* id = json.integer();
    if (!id || *id < 0 || *id > INT32_MAX)
        return fail(Fault::BadFile, fmt::format("{}: the post-processor names the token {}, which is no id.", name, json.dump()));
    return TokenId(*id);
}

// Appends the ids of one {"SpecialToken": {"id": NAME}} as the template's "special_tokens" lists them.
Result<void> appendSpecial(const Json& processor, const Json& item, std::vector<TokenId>& ids, std::string_view name)
{
    FOVEA_TRY(token, item.stringAt("id"));
    const Json* table = processor.find("special_tokens");
    const Json* entry = table ? table->find(token) : nullptr;
    const Json* list = entry ? entry->find("ids") : nullptr;
    if (!list || !list->array()) return fail(Fault::BadFile, fmt::format("{}: the template's token \"{}\" has no ids.", name, token));
    for (const Json& value : *list->array()) {
        FOVEA_TRY(id, readId(value, name));
        ids.push_back(id);
        if (ids.size() > kLargestFrame)
            return fail(Fault::Unsupported, fmt::format("{}: the template adds more than {} tokens to a text.", name, kLargestFrame));
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
            if (letter != "A") return fail(Fault::BadFile, fmt::format("{}: the template for one text names the text \"{}\".", name, letter));
            ++texts;
        } else {
            return fail(Fault::Unsupported, fmt::format("{}: the template item {} is not supported.", name, item.dump()));
        }
    }
    if (texts != 1) return fail(Fault::Unsupported, fmt::format("{}: the template uses the text {} times, expected once.", name, texts));
    return frame;
}

// "cls" and "sep" are pairs [content, id].
Result<PostProcessor> readFrame(const Json& json, std::string_view name)
{
    const auto idOf = [&](std::string_view key) -> Result<TokenId> {
        const Json* pair = json.find(key);
        if (!pair || !pair->array() || pair->array()->size() != 2)
            return fail(Fault::BadFile, fmt::format("{}: \"{}\" of the post-processor is no pair of text and id.", name, key));
        return readId((*pair->array())[1], name);
    };
    FOVEA_TRY(first, idOf("cls"));
    FOVEA_TRY(last, idOf("sep"));
    return PostProcessor{.before = {first}, .after = {last}};
}

}   // namespace

Result<PostProcessor> PostProcessor::fromJson(const Json& json, std::string_view name)
{
    if (json.isNull()) return PostProcessor{};
    FOVEA_TRY(type, json.stringAt("type"));
    if (type == "ByteLevel") return PostProcessor{};
    if (type == "TemplateProcessing") return readTemplate(json, name);
    if (type == "BertProcessing" || type == "RobertaProcessing") return readFrame(json, name);
    if (type != "Sequence")
        return fail(Fault::Unsupported, fmt::format("{}: the post-processor \"{}\" is not supported.", name, type),
                    "Use a model whose tokenizer adds its start token by a template.");
    const Json* parts = json.find("processors");
    if (!parts || !parts->array()) return fail(Fault::BadFile, fmt::format("{}: a sequence of post-processors has no \"processors\".", name));
    PostProcessor all;
    for (const Json& part : *parts->array()) {   // each one frames what the ones before it made
        FOVEA_TRY(frame, fromJson(part, name));
        all.before.insert(all.before.begin(), frame.before.begin(), frame.before.end());
        all.after.insert(all.after.end(), frame.after.begin(), frame.after.end());
    }
    return all;
}

}   // namespace core
