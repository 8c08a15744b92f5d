#include "core/formats/safetensors.h"

#include <cmath>
#include <cstring>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/half.h"
#include "tests/core/formats/temporary_folder.h"

namespace core
{
namespace
{

using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// The bytes of a file with this header text; length is what the first eight bytes announce (−1: the truth).
std::string fileOf(const std::string& header, const std::string& data, std::int64_t length = -1)
{
    const std::uint64_t announced = length < 0 ? header.size() : std::uint64_t(length);
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &announced, 8);
    return bytes + header + data;
}

struct Refusal {
    const char* name;
    std::string bytes;
    const char* said;   // what the message must contain
};
void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }

std::vector<Refusal> refusals()
{
    const std::string eight(8, 'x');
    const auto one = [](const std::string& entry) { return R"({"a":)" + entry + "}"; };
    const auto at = [](const char* begin, const char* end) {
        return std::string(R"({"dtype":"F32","shape":[1],"data_offsets":[)") + begin + "," + end + "]}";
    };
    return {
        {"SevenBytes", "1234567", "7 bytes"},
        {"HugeHeader", fileOf("{}", "", 100'000'001), "100000001"},
        {"HeaderLengthAllOnes", fileOf("{}", "", std::numeric_limits<std::int64_t>::max()), "9223372036854775807"},
        {"HeaderPastTheEnd", fileOf("{}", "", 3), "10 bytes in all"},
        {"BraceMissing", fileOf(" {}", ""), "does not begin"},
        {"EmptyHeader", fileOf("", ""), "does not begin"},
        {"InvalidUtf8", fileOf("{\"\xff\":" + at("0", "4") + "}", "1234"), "no valid JSON"},
        {"InvalidJson", fileOf(R"({"a":)", ""), "no valid JSON"},
        {"TextBehindTheObject", fileOf("{} x", ""), "no valid JSON"},
        {"NulBehindTheObject", fileOf(std::string("{}\0x", 4), ""), "NUL"},
        {"EntryIsNoObject", fileOf(one("3"), ""), "dtype"},
        {"DtypeMissing", fileOf(one(R"({"shape":[1],"data_offsets":[0,4]})"), "1234"), "\"a\" has no \"dtype\""},
        {"ShapeMissing", fileOf(one(R"({"dtype":"F32","data_offsets":[0,4]})"), "1234"), "shape"},
        {"OffsetsMissing", fileOf(one(R"({"dtype":"F32","shape":[1]})"), "1234"), "data_offsets"},
        {"UnknownDtype", fileOf(one(R"({"dtype":"F4","shape":[2],"data_offsets":[0,1]})"), "1"), "\"a\" has the unknown type \"F4\""},
        {"NegativeExtent", fileOf(one(R"({"dtype":"F32","shape":[-1],"data_offsets":[0,4]})"), "1234"), "-1"},
        {"FractionalExtent", fileOf(one(R"({"dtype":"F32","shape":[1.5],"data_offsets":[0,4]})"), "1234"), "1.5"},
        {"ExtentBeyond64Bits", fileOf(one(R"({"dtype":"F32","shape":[36893488147419103232],"data_offsets":[0,4]})"), "1234"), "e+19"},
        {"ThreeOffsets", fileOf(one(R"({"dtype":"F32","shape":[1],"data_offsets":[0,4,4]})"), "1234"), "3 data offsets"},
        {"MetadataNumber", fileOf(R"({"__metadata__":{"a":1}})", ""), "expected a string"},
        {"MetadataArray", fileOf(R"({"__metadata__":[]})", ""), "expected an object"},
        {"FirstBeginsAt4", fileOf(one(at("4", "8")), eight), "begins at byte 4"},
        {"Hole", fileOf(R"({"a":)" + at("0", "4") + R"(,"b":)" + at("8", "12") + "}", "123456789012"), "\"b\" begins at byte 8"},
        {"Overlap", fileOf(R"({"a":)" + at("0", "4") + R"(,"b":)" + at("2", "6") + "}", "123456"), "\"b\" begins at byte 2"},
        {"EndBeforeBegin", fileOf(one(at("4", "0")), "1234"), "before it begins"},
        {"ProductOverflows", fileOf(one(R"({"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]})"), "1234"),
         "4294967296, 4294967296"},
        {"BytesOverflow", fileOf(one(R"({"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]})"), ""), "2305843009213693952"},
        {"SizeDiffers", fileOf(one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})"), "1234"),
         "has 4 bytes of data; its shape [2] of F32 takes 8"},
        {"TrailingBytes", fileOf(one(at("0", "4")), "12345"), "5 bytes of data; its tensors take 4"},
        {"ShortFile", fileOf(one(at("0", "4")), "123"), "3 bytes of data; its tensors take 4"},
        {"DuplicateName", fileOf(R"({"a":)" + at("0", "4") + R"(,"a":)" + at("0", "4") + "}", "1234"), "twice"},
    };
}

class Refused : public ::testing::TestWithParam<Refusal>
{
};
INSTANTIATE_TEST_SUITE_P(Safetensors, Refused, ::testing::ValuesIn(refusals()), [](const auto& refusal) { return std::string(refusal.param.name); });

TEST_P(Refused, NamesTheFileAndTheFault)
{
    const TemporaryFolder folder;
    const auto result = Safetensors::open(folder.write("broken.safetensors", GetParam().bytes));
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().fault, Fault::BadFile);
    EXPECT_THAT(result.error().what, HasSubstr("broken.safetensors"));
    EXPECT_THAT(result.error().what, HasSubstr(GetParam().said));
    EXPECT_FALSE(result.error().remedy.empty());
}

std::vector<float> floatsOf(const Safetensors& file, std::string_view name)
{
    const TensorInfo* tensor = file.find(name);
    if (!tensor) return {};
    std::vector<float> values(std::size_t(tensor->elements()));
    EXPECT_TRUE(file.readFloats(*tensor, values));
    return values;
}

TEST(Safetensors, UnalignedScalarsAndEmptyTensorsAreLegal)
{
    const float value = 2.5f;
    std::string data("!");
    data.append(reinterpret_cast<const char*>(&value), 4);
    const std::string header = R"({"u":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"more":7},"f":{"dtype":"F32","shape":[],"data_offsets":[1,5]},)"
                               R"("e":{"dtype":"F32","shape":[0,9223372036854775807],"data_offsets":[5,5]}}   )";
    const TemporaryFolder folder;
    const auto file = Safetensors::open(folder.write("a.safetensors", fileOf(header, data)));
    ASSERT_TRUE(file) << file.error().what;
    EXPECT_THAT(floatsOf(*file, "f"), ElementsAre(2.5f));
    EXPECT_EQ(file->find("f")->shapeText(), "[]");
    EXPECT_EQ(file->find("e")->elements(), 0);
    EXPECT_TRUE(floatsOf(*file, "e").empty());
    EXPECT_EQ(file->find("nothing"), nullptr);
    float byte = 0;
    const auto refused = file->readFloats(*file->find("u"), std::span(&byte, 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, Fault::Unsupported);
    EXPECT_THAT(refused.error().what, HasSubstr("\"u\" is stored as U8"));
}

TEST(Safetensors, EveryFloatTypeIsConverted)
{
    const TemporaryFolder folder;
    const std::vector<float> values{0.0f, -1.5f, 65504.0f, 6.0e-8f, std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()};
    SafetensorsWriter writer;
    writer.add("f32", {6}, values);
    writer.addHalf("f16", {6}, values);
    writer.add("bf16", DType::BF16, {6}, [&](const ByteSink& sink) -> Result<void> {
        std::vector<std::uint16_t> bits;
        for (const float value : values) bits.push_back(toBfloat16(value));
        return sink(std::as_bytes(std::span<const std::uint16_t>(bits)));
    });
    writer.add("f64", DType::F64, {6}, [&](const ByteSink& sink) -> Result<void> {
        const std::vector<double> wide(values.begin(), values.end());
        return sink(std::as_bytes(std::span(wide)));
    });
    ASSERT_TRUE(writer.save(folder.path() / "a.safetensors"));
    const auto file = Safetensors::open(folder.path() / "a.safetensors");
    ASSERT_TRUE(file) << file.error().what;
    for (const char* name : {"f32", "f16", "bf16", "f64"}) {
        const std::vector<float> read = floatsOf(*file, name);
        ASSERT_EQ(read.size(), values.size()) << name;
        for (std::size_t i = 0; i + 1 < values.size(); ++i) {
            const float rounding = std::string_view(name) == "bf16" ? std::abs(values[i]) / 128 : 6e-8f;
            if (std::isfinite(values[i]))
                EXPECT_LE(std::abs(read[i] - values[i]), rounding) << name << i;
            else
                EXPECT_EQ(read[i], values[i]) << name;
        }
        EXPECT_TRUE(std::isnan(read.back())) << name;
    }
}

TEST(Safetensors, WhatIsWrittenIsReadBack)
{
    const TemporaryFolder folder;
    const std::vector<float> matrix{1, 2, 3, 4, 5, 6}, none;
    const std::vector<std::int32_t> ids{7, -8};
    SafetensorsWriter writer;
    writer.addHalf("half \"quoted\"", {3, 2}, matrix);
    writer.add("matrix", {2, 3}, matrix);
    writer.add("ids", {2}, ids);
    writer.add("empty", {0, 5}, none);
    writer.setMetadata("plan", "{\"a\": 1}");
    ASSERT_TRUE(writer.save(folder.path() / "a.safetensors"));
    const auto file = Safetensors::open(folder.path() / "a.safetensors");
    ASSERT_TRUE(file) << file.error().what;
    ASSERT_EQ(file->tensors().size(), 4u);
    EXPECT_EQ(file->tensors()[0].name, "empty");
    EXPECT_EQ(file->metadata().at("plan"), "{\"a\": 1}");
    EXPECT_EQ(floatsOf(*file, "matrix"), matrix);
    EXPECT_EQ(floatsOf(*file, "half \"quoted\""), matrix);
    EXPECT_THAT(file->find("matrix")->shape, ElementsAre(2, 3));
    EXPECT_EQ(std::memcmp(file->bytes(*file->find("ids")).data(), ids.data(), 8), 0);
    const TensorInfo foreign{.name = "matrix of another file", .dtype = DType::F32, .shape = {}, .begin = 0, .end = 0};
    EXPECT_TRUE(file->bytes(foreign).empty());
}

TEST(Safetensors, AnEmptyFileOfTensorsIsLegal)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(SafetensorsWriter().save(folder.path() / "a.safetensors"));
    const auto file = Safetensors::open(folder.path() / "a.safetensors");
    ASSERT_TRUE(file) << file.error().what;
    EXPECT_TRUE(file->tensors().empty());
}

TEST(Safetensors, WriterRefusesWhatNobodyCouldRead)
{
    const TemporaryFolder folder;
    const std::vector<float> three{1, 2, 3};
    const auto messageOf = [&](const SafetensorsWriter& writer) {
        const auto saved = writer.save(folder.path() / "a.safetensors");
        return saved ? std::string("saved") : saved.error().what;
    };
    SafetensorsWriter twice;
    twice.add("a", {3}, three);
    twice.add("a", {3}, three);
    EXPECT_THAT(messageOf(twice), HasSubstr("\"a\""));
    SafetensorsWriter shortOne;
    shortOne.add("b", {4}, three);
    EXPECT_THAT(messageOf(shortOne), HasSubstr("delivered 12 bytes; its shape takes 16"));
    SafetensorsWriter reserved;
    reserved.add("__metadata__", {3}, three);
    EXPECT_THAT(messageOf(reserved), HasSubstr("__metadata__"));
    SafetensorsWriter huge;
    huge.add("c", {Index(1) << 40, Index(1) << 40}, three);
    EXPECT_THAT(messageOf(huge), HasSubstr("\"c\""));
    EXPECT_TRUE(folder.isEmpty());   // a failed save leaves nothing behind
}

class Shards : public ::testing::Test
{
protected:
    void SetUp() override
    {
        SafetensorsWriter first, second;
        first.add("b", {2}, m_values);
        second.add("a", {2}, m_values);
        second.add("unlisted", {2}, m_values);
        ASSERT_TRUE(first.save(m_folder.path() / "one.safetensors"));
        ASSERT_TRUE(second.save(m_folder.path() / "two.safetensors"));
    }
    Result<Safetensors> openWith(const std::string& map)
    {
        m_folder.write("model.safetensors.index.json", R"({"metadata": {"total_size": 16}, "weight_map": )" + map + "}");
        return Safetensors::openDirectory(m_folder.path());
    }
    std::string messageWith(const std::string& map)
    {
        const auto file = openWith(map);
        return file ? std::string("opened") : file.error().what;
    }
    const std::vector<float> m_values{1, 2};
    const TemporaryFolder m_folder;
};

TEST_F(Shards, AreMergedByTheIndex)
{
    const auto file = openWith(R"({"b": "one.safetensors", "a": "two.safetensors"})");
    ASSERT_TRUE(file) << file.error().what;
    ASSERT_EQ(file->tensors().size(), 2u);
    EXPECT_EQ(file->tensors()[0].name, "a");
    EXPECT_EQ(floatsOf(*file, "a"), m_values);
    EXPECT_EQ(floatsOf(*file, "b"), m_values);
}

TEST_F(Shards, MayNotLeaveTheFolderOrLackATensor)
{
    EXPECT_THAT(messageWith(R"({"a": "../two.safetensors"})"), HasSubstr("\"../two.safetensors\", which lies outside"));
    EXPECT_THAT(messageWith(R"({"a": "sub/../../two.safetensors"})"), HasSubstr("outside"));
    EXPECT_THAT(messageWith(R"({"a": "/etc/passwd"})"), HasSubstr("/etc/passwd"));
    EXPECT_THAT(messageWith(R"({"a": "one.safetensors"})"), HasSubstr("lacks tensor \"a\""));
    EXPECT_THAT(messageWith(R"({"a": "three.safetensors"})"), HasSubstr("three.safetensors"));
    EXPECT_THAT(messageWith(R"({"a": 3})"), HasSubstr("\"a\""));
    EXPECT_THAT(messageWith("[]"), HasSubstr("weight_map"));
}

TEST_F(Shards, YieldToASingleFile)
{
    SafetensorsWriter whole;
    whole.add("whole", {2}, m_values);
    ASSERT_TRUE(whole.save(m_folder.path() / "model.safetensors"));
    const auto file = openWith(R"({"b": "one.safetensors"})");
    ASSERT_TRUE(file);
    EXPECT_NE(file->find("whole"), nullptr);
}

TEST(Safetensors, AFolderWithoutTensorsIsNamed)
{
    const TemporaryFolder folder;
    const auto file = Safetensors::openDirectory(folder.path());
    ASSERT_FALSE(file);
    EXPECT_THAT(file.error().what, HasSubstr(folder.path().string()));
    EXPECT_FALSE(Safetensors::open(folder.path() / "missing.safetensors"));
    EXPECT_FALSE(Safetensors::open(folder.path()));
}

}   // namespace
}   // namespace core
