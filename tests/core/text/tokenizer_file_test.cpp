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

// Each part works on every text, and each frame adds to it: lists of strangers must not decide how much.
TEST(TokenizerFile, ThePartsAreLimitedInAll)
{
    const Json frame = Json::object({{"type", "BertProcessing"}, {"cls", Json(Json::Array{"a", 1})}, {"sep", Json(Json::Array{"b", 2})}});
    const auto sequence = [](const char* key, const Json& part, std::size_t count) {
        return Json::object({{"type", "Sequence"}, {key, Json(Json::Array(count, part))}});
    };
    for (const auto& [member, key, part] : {std::tuple("post_processor", "processors", frame), std::tuple("decoder", "decoders", typed("ByteFallback")),
                                            std::tuple("normalizer", "normalizers", typed("NFC")),
                                            std::tuple("pre_tokenizer", "pretokenizers", typed("WhitespaceSplit"))}) {
        EXPECT_EQ(refusal(member, sequence(key, part, 63)).what, "accepted") << member;   // with the sequence itself 64
        const Error tooMany = refusal(member, sequence(key, part, 64));
        EXPECT_EQ(tooMany.fault, Fault::Unsupported) << member;
        EXPECT_THAT(tooMany.what, HasSubstr("more than 64 parts"));
        EXPECT_THAT(refusal(member, sequence(key, sequence(key, part, 8), 8)).what, HasSubstr("more than 64 parts"));   // nested
    }
    const Json starts = Json::object({{"type", "TemplateProcessing"},
                                      {"single", Json(Json::Array{Json::object({{"SpecialToken", Json::object({{"id", "s"}})}}),
                                                                  Json::object({{"Sequence", Json::object({{"id", "A"}})}})})},
                                      {"special_tokens", Json::object({{"s", Json::object({{"ids", Json(Json::Array(600, Json(1)))}})}})}});
    EXPECT_EQ(refusal("post_processor", sequence("processors", starts, 1)).what, "accepted");
    EXPECT_THAT(refusal("post_processor", sequence("processors", starts, 2)).what, HasSubstr("adds more than 1024 tokens"));
}

TEST(TokenizerFile, MessagesQuoteLittleOfTheFileAndNoControls)
{
    const std::string name = "\x1b]0;title\a\x1b[2J" + std::string(1'000'000, 'A');
    for (const char* part : {"normalizer", "pre_tokenizer", "post_processor", "decoder", "model"}) {
        const std::string what = refusal(part, typed(name.c_str())).what;
        EXPECT_LE(what.size(), 300u) << part;
        EXPECT_THAT(what, HasSubstr("\"\\x1B]0;title\\x07\\x1B[2JAAA"));
    }
    Json json = byteLevelTokenizer();
    Json model = *json.find("model");
    model.set("merges", Json(Json::Array{Json(Json::Array{name})}));
    EXPECT_LE(refusal("model", model).what.size(), 300u);
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
