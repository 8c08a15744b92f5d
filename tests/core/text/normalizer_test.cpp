#include "core/text/normalizer.h"

#include <gmock/gmock.h>

namespace core {
namespace {

using testing::HasSubstr;

Normalizer of(const std::string& json) { return Normalizer::fromJson(Json::parse(json, "test").value(), "file.json").value(); }

MappedText apply(const std::string& json, const std::string& text) { return of(json).apply(MappedText(text)).value(); }

std::string text(const std::string& json, const std::string& input) { return apply(json, input).bytes(); }

std::string refusal(const std::string& json)
{
    const auto normalizer = Normalizer::fromJson(Json::parse(json, "test").value(), "file.json");
    return normalizer ? "accepted" : normalizer.error().what;
}

TEST(Normalizer, WritesTheFourNormalForms)
{
    EXPECT_EQ(text(R"({"type":"NFC"})", "e\u0301 A\u030a \uac00"), "\u00e9 \u00c5 \uac00");
    EXPECT_EQ(text(R"({"type":"NFD"})", "\u00e9"), "e\u0301");
    EXPECT_EQ(text(R"({"type":"NFKC"})", "\ufb01 \u2460 \uff41"), "fi 1 a");
    EXPECT_EQ(text(R"({"type":"NFKD"})", "\ufb01\u00e9"), "fie\u0301");
    EXPECT_EQ(text(R"({"type":"NFD"})", "a\u0323\u0307"), text(R"({"type":"NFD"})", "a\u0307\u0323"));   // marks are put in order
}

TEST(Normalizer, ChangesAndDropsCharacters)
{
    EXPECT_EQ(text(R"({"type":"Lowercase"})", "AÉΣİß"), "aéσi\u0307ß");
    EXPECT_EQ(text(R"({"type":"StripAccents"})", "e\u0301\u00e9"), "e\u00e9");
    EXPECT_EQ(text(R"({"type":"Strip"})", " \u3000a b\n"), "a b");
    EXPECT_EQ(text(R"({"type":"Strip","strip_left":false})", " a "), " a");
    EXPECT_EQ(text(R"({"type":"Strip"})", "  "), "");
    EXPECT_EQ(text(R"({"type":"Replace","pattern":{"String":" "},"content":"▁"})", "a b "), "a▁b▁");
    EXPECT_EQ(text(R"({"type":"Replace","pattern":{"Regex":"\\s+"},"content":"$0"})", "a \n b"), "a$0b");   // no group references
    EXPECT_EQ(text(R"({"type":"Prepend","prepend":"▁"})", "a"), "▁a");
    EXPECT_EQ(text(R"({"type":"Prepend","prepend":"▁"})", ""), "");
    EXPECT_EQ(text(R"({"type":"ByteLevel"})", "a é"), "aĠÃ©");
    EXPECT_EQ(text("null", "A"), "A");
}

TEST(Normalizer, SequencesApplyInOrder)
{
    EXPECT_EQ(
        text(R"({"type":"Sequence","normalizers":[{"type":"NFD"},{"type":"Sequence","normalizers":[{"type":"StripAccents"}]},{"type":"Lowercase"}]})",
             "ÀÉ"),
        "ae");
}

TEST(Normalizer, OriginsPointToTheTextBefore)
{
    const MappedText composed = apply(R"({"type":"NFC"})", "xe\u0301y");
    EXPECT_EQ(composed.origin(1, 3), (Origin{.begin = 1, .end = 4}));
    EXPECT_EQ(composed.origin(3, 4), (Origin{.begin = 4, .end = 5}));
    const MappedText prepended = apply(R"({"type":"Prepend","prepend":"▁"})", "ab");
    EXPECT_EQ(prepended.origin(0, 3), (Origin{.begin = 0, .end = 0}));
    EXPECT_EQ(prepended.origin(0, 4), (Origin{.begin = 0, .end = 1}));
    const MappedText replaced = apply(R"({"type":"Replace","pattern":{"String":" "},"content":"▁"})", "a b");
    EXPECT_EQ(replaced.origin(1, 4), (Origin{.begin = 1, .end = 2}));
    EXPECT_EQ(replaced.origin(4, 5), (Origin{.begin = 2, .end = 3}));
    const MappedText stripped = apply(R"({"type":"Strip"})", "  a ");
    EXPECT_EQ(stripped.origin(0, 1), (Origin{.begin = 2, .end = 3}));
}

TEST(Normalizer, ATextMayNotGrowWithoutBound)
{
    std::string steps;
    for (int i = 0; i < 40; ++i) steps += std::string(i == 0 ? "" : ",") + R"({"type":"Replace","pattern":{"String":"a"},"content":"aaaaaaaaaa"})";
    const auto result = of(R"({"type":"Sequence","normalizers":[)" + steps + "]}").apply(MappedText("a"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fault, Fault::BadInput);
    EXPECT_THAT(result.error().what, HasSubstr("64 times"));
    EXPECT_EQ(text(R"({"type":"NFKD"})", "\ufdfa").size(), 33u);   // the longest honest growth
}

TEST(Normalizer, WhatIsNotKnownIsRefusedByName)
{
    for (const char* type : {"BertNormalizer", "Precompiled", "Nmt", "Fancy"})
        EXPECT_THAT(refusal(std::string(R"({"type":"Sequence","normalizers":[{"type":")") + type + "\"}]}"),
                    HasSubstr(std::string("\"") + type + "\" is not supported"));
    EXPECT_THAT(refusal(R"({"type":"Replace","pattern":{"Regex":"(a"},"content":""})"), HasSubstr("\"(a\""));
    EXPECT_THAT(refusal(R"({"type":"Replace","pattern":{"String":""},"content":""})"), HasSubstr("pattern"));
    EXPECT_THAT(refusal(R"({"type":"Replace","content":""})"), HasSubstr("pattern"));
    EXPECT_THAT(refusal(R"({"type":"Sequence"})"), HasSubstr("\"normalizers\""));
    EXPECT_THAT(refusal(R"({"type":7})"), HasSubstr("\"type\""));
    EXPECT_THAT(refusal("[]"), HasSubstr("\"type\""));
}

}   // namespace
}   // namespace core
