// Everything the format forbids is refused, by name.
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/formats/files.h"
#include "tests/core/formats/temporary_folder.h"

namespace core
{
namespace
{

using test::fileOf;
using test::TemporaryFolder;
using ::testing::HasSubstr;

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

}   // namespace
}   // namespace core
