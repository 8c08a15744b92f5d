#include "core/base/json.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/memory_budget.h"

using core::Json;
using ::testing::HasSubstr;

namespace {

std::string errorOf(std::string_view text, const core::JsonLimits& limits = {})
{
    const core::Result<Json> parsed = Json::parse(text, "some.json", limits);
    return parsed ? std::string() : parsed.error().what;
}

TEST(Json, KeepsValuesAndTheOrderOfKeys)
{
    const std::string text = R"({"z":1,"a":[true,null,-2.5,"é\n"],"big":9223372036854775807})";
    const core::Result<Json> json = Json::parse(text, "some.json");
    ASSERT_TRUE(json);
    EXPECT_EQ(json->dump(), text);
    EXPECT_EQ(json->integerAt("z").value(), 1);
    EXPECT_EQ(json->find("a")->array()->size(), 4u);
}

TEST(Json, RefusesWhatTheFormatForbidsAndSaysWhere)
{
    EXPECT_THAT(errorOf("{\"a\":1,}"), HasSubstr("some.json is no valid JSON at column 8: unexpected '}'"));
    EXPECT_THAT(errorOf("{\"a\":1,\n}"), HasSubstr("some.json is no valid JSON at line 2, column 1: unexpected '}'"));
    EXPECT_THAT(errorOf(""), HasSubstr("some.json"));
    EXPECT_THAT(errorOf("{} x"), HasSubstr("some.json"));
    EXPECT_THAT(errorOf("NaN"), HasSubstr("some.json"));
    EXPECT_THAT(errorOf("[Infinity]"), HasSubstr("some.json"));
    EXPECT_THAT(errorOf("\"\xff\""), HasSubstr("some.json"));
}

TEST(Json, RefusesANulByteThatWouldHideWhatFollows)
{
    EXPECT_THAT(errorOf(std::string_view("{}\0,", 4)), HasSubstr("NUL byte at offset 2"));
    EXPECT_EQ(errorOf("[\"\\u0000\"]"), "");   // escaped it is an ordinary character
}

TEST(Json, RefusesDuplicateKeysByName) { EXPECT_THAT(errorOf(R"({"a":{"key":1,"key":2}})"), HasSubstr("the key \"key\" twice")); }

TEST(Json, LimitsDepthAndSize)
{
    EXPECT_EQ(errorOf(std::string(64, '[') + std::string(64, ']')), "");
    EXPECT_THAT(errorOf(std::string(65, '[') + std::string(65, ']')), HasSubstr("deeper than 64"));
    EXPECT_THAT(errorOf(std::string(1000000, '[')), HasSubstr("deeper than 64"));
    EXPECT_THAT(errorOf("[1,2]", {.bytes = 4}), HasSubstr("5 bytes, more than the 4"));
}

TEST(Json, LimitsTheNumberOfValues)
{
    EXPECT_EQ(errorOf("[1,[],{\"a\":2}]", {.values = 5}), "");   // the list, 1, [], 2 and the object around it
    EXPECT_EQ(errorOf("[1,[],{\"a\":2}]", {.values = 4}), "some.json has more than the 4 values allowed.");

    std::string empties = "[[]";
    for (int i = 0; i < 1000; ++i) empties += ",[]";
    const core::Result<Json> parsed = Json::parse(empties + "]", "some.json", {.values = 1000});
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().what, "some.json has more than the 1000 values allowed.");
    EXPECT_EQ(parsed.error().remedy, "Choose a smaller file.");
    // Unless a caller says otherwise, 300 bytes for each value stay below 3 GB.
    EXPECT_LE(core::JsonLimits().values, std::size_t(3'000'000'000) / 300);
}

TEST(Json, LimitsMemoryToTheBudget)
{
    std::string numbers = "[0", members = "{\"a\":0", text = "[\"" + std::string(200'000, 'x') + "\"]";
    for (int i = 0; i < 1000; ++i) numbers += ",0", members += ",\"k" + std::to_string(i) + "\":0";
    const core::test::ScopedMemoryBudget budget(100'000);
    for (const std::string& tooMuch : {numbers + "]", members + "}", text}) {
        const core::Result<Json> refused = Json::parse(tooMuch, "some.json");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fault, core::Fault::OverBudget);
        EXPECT_EQ(refused.error().what, "some.json needs more than the memory budget of 100 kB to be read.");
    }
    EXPECT_EQ(errorOf(numbers.substr(0, 1000) + "]"), "");
}

TEST(Json, MessagesQuoteLittleOfTheText)
{
    const std::string longKey(100'000, 'k');
    EXPECT_LE(errorOf("{\"" + longKey + "\":1,\"" + longKey + "\":2}").size(), 200u);
    EXPECT_LE(errorOf("[" + longKey + "]").size(), 400u);
    EXPECT_LE(errorOf("[\"" + longKey).size(), 400u);
    EXPECT_THAT(errorOf(R"({"\u001b[2J":1,"\u001b[2J":2})"), HasSubstr("the key \"\\x1B[2J\" twice"));
}

TEST(Json, BigIntegersBecomeDoubles)
{
    const core::Result<Json> json = Json::parse("[1000000000000000019884624838656, 18446744073709551615]", "some.json");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json->array())[0].number(), 1000000000000000019884624838656.0);
    EXPECT_EQ((*json->array())[1].number(), 18446744073709551615.0);
}

TEST(Json, TypedGettersNameTheKey)
{
    const Json json = Json::parse(R"({"n":"four","x":1.5,"w":4.0,"nothing":null})", "some.json").value();
    EXPECT_EQ(json.integerAt("n").error().what, "\"n\" is a string, expected an integer.");
    EXPECT_EQ(json.integerAt("x").error().what, "\"x\" is a number, expected an integer.");
    EXPECT_EQ(json.integerAt("w").value(), 4);
    EXPECT_EQ(json.integerAt("absent").error().what, "\"absent\" is missing.");
    EXPECT_EQ(json.integerAt("absent", 7).value(), 7);
    EXPECT_EQ(json.integerAt("nothing", 7).value(), 7);
    EXPECT_FALSE(json.integerAt("n", 7));
    EXPECT_FALSE(json.booleanAt("x"));
    EXPECT_EQ(json.stringAt("n").value(), "four");
    EXPECT_EQ(json.numberAt("x").value(), 1.5);
}

TEST(Json, WritesNonFiniteNumbersAsNullAndRepairsStrings)
{
    EXPECT_EQ(Json(std::numeric_limits<double>::quiet_NaN()).dump(), "null");
    EXPECT_EQ(Json(-std::numeric_limits<double>::infinity()).dump(), "null");
    EXPECT_EQ(Json("\xff").dump(), "\"\xEF\xBF\xBD\"");
}

TEST(Json, WritesIndentedTextThatReadsBackAsTheSame)
{
    const Json json = Json::parse(R"({"a":[1,[],{}],"b \"\n":{"c":0.1,"d":[[true]]}})", "some.json").value();
    EXPECT_EQ(json.dump(), R"({"a":[1,[],{}],"b \"\n":{"c":0.1,"d":[[true]]}})");
    EXPECT_EQ(json.dump(0), "{\n\"a\": [\n1,\n[],\n{}\n],\n\"b \\\"\\n\": {\n\"c\": 0.1,\n\"d\": [\n[\ntrue\n]\n]\n}\n}");
    EXPECT_EQ(Json::parse(R"({"a":[1,{"b":2}]})", "some.json")->dump(2), R"({
  "a": [
    1,
    {
      "b": 2
    }
  ]
})");
    for (const int indent : {-1, 0, 3}) EXPECT_EQ(Json::parse(json.dump(indent), "some.json"), json);
}

TEST(Json, SetReplacesOrAppends)
{
    Json json;
    json.set("a", 1);
    json.set("b", 2);
    json.set("a", 3);
    EXPECT_EQ(json.dump(), R"({"a":3,"b":2})");
}

}   // namespace
