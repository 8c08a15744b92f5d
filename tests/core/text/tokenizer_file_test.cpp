// Files from strangers: what is refused, by which name, and that nothing crashes on the way.
#include <filesystem>

#include <gmock/gmock.h>

#include "core/base/random.h"
#include "tests/core/text/tiny_tokenizers.h"

namespace core::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

Error refusal(const std::string& member, Json value)
{
    Json json = byteLevelTokenizer();
    json.set(member, std::move(value));
    const auto tokenizer = Tokenizer::fromJson(json, "file.json");
    return tokenizer ? Error{.fault = Fault::System, .what = "accepted", .remedy = ""} : tokenizer.error();
}

Json typed(const char* type) { return Json::object({{"type", type}}); }

TEST(TokenizerFile, UnknownPartsAreRefusedByName)
{
    for (const char* part : {"normalizer", "pre_tokenizer", "post_processor", "decoder", "model"}) {
        const Error error = refusal(part, typed("Fancy"));
        EXPECT_EQ(error.fault, Fault::Unsupported) << part;
        EXPECT_THAT(error.what, AllOf(StartsWith("file.json"), HasSubstr("\"Fancy\" is not supported")));
        EXPECT_THAT(error.remedy, StartsWith("Use a model"));   // another copy of the same file would not help
    }
    EXPECT_THAT(refusal("decoder", typed("WordPiece")).what, HasSubstr("decoder \"WordPiece\""));
    EXPECT_THAT(refusal("decoder", typed("CTC")).what, HasSubstr("\"CTC\""));
}

TEST(TokenizerFile, BrokenPartsNameTheFileAndTheKey)
{
    for (const char* part : {"normalizer", "pre_tokenizer", "post_processor", "decoder", "added_tokens", "model"}) {
        for (Json value : {Json(7), Json("x"), Json(Json::Array{Json(1)}), Json::object({{"type", 3}}), typed("Sequence")}) {
            const Error error = refusal(part, std::move(value));
            EXPECT_THAT(error.what, StartsWith("file.json")) << part;
            EXPECT_FALSE(error.remedy.empty()) << error.what;
        }
    }
    EXPECT_THAT(refusal("model", nullptr).what, HasSubstr("\"model\""));
}

TEST(TokenizerFile, PostProcessors)
{
    const auto pair = [](const char* content, int id) { return Json(Json::Array{Json(content), Json(id)}); };
    Json json = byteLevelTokenizer();
    json.set("post_processor", Json::object({{"type", "RobertaProcessing"}, {"cls", pair("!", 34)}, {"sep", pair("?", 64)}}));
    EXPECT_THAT(tokenizerOf(json).encode("a").value().ids(), testing::ElementsAre(34, 98, 64));
    EXPECT_EQ(tokenizerOf(json).decode(std::vector<TokenId>{34, 98, 64}), "a");
    const Tokens framed = tokenizerOf(json).encode("ab").value();
    EXPECT_EQ(framed.items.back().span, (Span{.begin = 2, .end = 2}));

    const Json inner = Json::object({{"type", "BertProcessing"}, {"cls", pair("!", 34)}, {"sep", pair("?", 64)}});
    const Json outer = Json::object({{"type", "BertProcessing"}, {"cls", pair("<", 61)}, {"sep", pair(">", 63)}});
    json.set("post_processor", Json::object({{"type", "Sequence"}, {"processors", Json(Json::Array{inner, typed("ByteLevel"), outer})}}));
    EXPECT_THAT(tokenizerOf(json).encode("a").value().ids(), testing::ElementsAre(61, 34, 98, 64, 63));

    EXPECT_THAT(refusal("post_processor", Json::object({{"type", "BertProcessing"}, {"cls", pair("!", 34)}})).what, HasSubstr("\"sep\""));
    EXPECT_THAT(refusal("post_processor", Json::object({{"type", "BertProcessing"}, {"cls", pair("!", 9999)}, {"sep", pair("?", 64)}})).what,
                HasSubstr("9999"));
}

TEST(TokenizerFile, TemplatesMustFrameOneText)
{
    const auto withItems = [](Json::Array items) {
        return Json::object({{"type", "TemplateProcessing"}, {"single", Json(std::move(items))}, {"special_tokens", Json::object({})}});
    };
    const Json text = Json::object({{"Sequence", Json::object({{"id", "A"}})}});
    EXPECT_EQ(refusal("post_processor", withItems({text})).what, "accepted");
    EXPECT_THAT(refusal("post_processor", withItems({})).what, HasSubstr("0 times"));
    EXPECT_THAT(refusal("post_processor", withItems({text, text})).what, HasSubstr("2 times"));
    EXPECT_THAT(refusal("post_processor", withItems({Json::object({{"Sequence", Json::object({{"id", "B"}})}})})).what, HasSubstr("\"B\""));
    const Json many = Json::object({{"ids", Json::array(std::vector<int>(1000, 0))}});
    const Json special = Json::object({{"SpecialToken", Json::object({{"id", "<s>"}})}});
    Json swollen = withItems({special, special, text});
    swollen.set("special_tokens", Json::object({{"<s>", many}}));
    EXPECT_THAT(refusal("post_processor", swollen).what, HasSubstr("more than 1024 tokens"));
    EXPECT_THAT(refusal("post_processor", withItems({Json::object({{"SpecialToken", Json::object({{"id", "<s>"}})}}), text})).what,
                HasSubstr("\"<s>\" has no ids"));
}

TEST(TokenizerFile, LoadNamesTheFile)
{
    const auto missing = Tokenizer::load("no/such/tokenizer.json");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fault, Fault::BadFile);
    EXPECT_THAT(missing.error().what, HasSubstr("no/such/tokenizer.json"));

    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "fovea_tokenizer_file_test.json";
    ASSERT_TRUE(saveFile(path, byteLevelTokenizer().dump()));
    EXPECT_EQ(Tokenizer::load(path).value().vocabularySize(), 260);
    ASSERT_TRUE(saveFile(path, "{\"model\": "));
    EXPECT_THAT(Tokenizer::load(path).error().what, HasSubstr(path.string()));
    std::filesystem::remove(path);
}

// Replaces one value somewhere in the tree; whatever comes of it must be a tokenizer or an error that names the file.
void damage(Json& json, Random& random)
{
    if (const Json::Object* members = json.object(); members && !members->empty() && random.below(8) != 0) {
        Json::Object changed = *members;
        damage(changed[std::size_t(random.below(std::int64_t(changed.size())))].second, random);
        json = Json(std::move(changed));
    } else if (const Json::Array* items = json.array(); items && !items->empty() && random.below(8) != 0) {
        Json::Array changed = *items;
        damage(changed[std::size_t(random.below(std::int64_t(changed.size())))], random);
        json = Json(std::move(changed));
    } else {
        const std::vector<Json> values = {Json(),   Json(-1),   Json(std::int64_t(1) << 60), Json("Sequence"),
                                          Json(""), Json(true), Json(Json::Array{}),         Json::object({})};
        json = values[std::size_t(random.below(std::int64_t(values.size())))];
    }
}

TEST(TokenizerFile, DamagedFilesNeverCrash)
{
    Random random(17);
    for (const char* name : {"byte_level_split", "sentencepiece", "metaspace"}) {
        const Json good = *goldenFile(name).find("tokenizer");
        for (int i = 0; i < 150; ++i) {
            Json json = good;
            damage(json, random);
            const auto tokenizer = Tokenizer::fromJson(json, "file.json");
            if (!tokenizer) {
                EXPECT_THAT(tokenizer.error().what, StartsWith("file.json"));
                EXPECT_FALSE(tokenizer.error().remedy.empty()) << tokenizer.error().what;
                continue;
            }
            const Tokens tokens = tokenizer->encode("The  cat's 12 é日😀<s>\n").value_or(Tokens{});
            EXPECT_EQ(brokenLaw(tokens, Coverage::Partial, ByteLaw::Free), std::nullopt) << json.dump();
        }
    }
}

}   // namespace
}   // namespace core::test
