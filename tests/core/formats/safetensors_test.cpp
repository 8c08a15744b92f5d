#include "core/formats/safetensors.h"

#include <cmath>
#include <cstring>
#include <limits>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/half.h"
#include "tests/core/formats/files.h"
#include "tests/core/formats/temporary_folder.h"

namespace core
{
namespace
{

using test::fileOf;
using test::floatsOf;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

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
    EXPECT_EQ(std::memcmp(file->readBytes(*file->find("ids")).value().data(), ids.data(), 8), 0);
    const TensorInfo foreign{.name = "matrix of another file", .dtype = DType::F32, .shape = {}, .begin = 0, .end = 0};
    EXPECT_THAT(file->readBytes(foreign).error().what, HasSubstr("has no tensor \"matrix of another file\""));
}

// A file may be written anew by another program while it is open here.
TEST(Safetensors, AFileThatBecomesShorterIsAnError)
{
    const TemporaryFolder folder;
    const std::vector<float> values(100'000, 1.5f);
    SafetensorsWriter writer;
    writer.add("f32", {100'000}, values);
    writer.addHalf("f16", {100'000}, values);
    ASSERT_TRUE(writer.save(folder.path() / "a.safetensors"));
    const auto file = Safetensors::open(folder.path() / "a.safetensors");
    ASSERT_TRUE(file) << file.error().what;
    std::filesystem::resize_file(folder.path() / "a.safetensors", 1000);   // in the midst of the data of the first tensor
    std::vector<float> read(100'000);
    for (const char* name : {"f32", "f16"}) {
        const auto refused = file->readFloats(*file->find(name), read);
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().fault, Fault::BadFile);
        EXPECT_THAT(refused.error().what, HasSubstr("a.safetensors ends at byte"));
        EXPECT_THAT(refused.error().what, HasSubstr("when it was opened"));
        EXPECT_EQ(file->readBytes(*file->find(name)).error().fault, Fault::BadFile);
    }
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

TEST(Safetensors, NoFiniteNumberBecomesAnInfinityInHalfPrecision)
{
    const TemporaryFolder folder;
    const auto savedWith = [&](float value) {
        std::vector<float> values(40'000, 1.0f);   // more than one chunk
        values[30'000] = value;
        SafetensorsWriter writer;
        writer.addHalf("layer.weight", {40'000}, values);
        return writer.save(folder.path() / "a.safetensors");
    };
    for (const float value : {65520.0f, -65520.0f, 1e30f}) {
        const auto saved = savedWith(value);
        ASSERT_FALSE(saved) << value;
        EXPECT_EQ(saved.error().fault, Fault::BadInput);
        EXPECT_THAT(saved.error().what, HasSubstr(fmt::format("\"layer.weight\" holds {}; F16 ends at 65504.", value)));
        EXPECT_THAT(saved.error().remedy, HasSubstr("F32"));
        EXPECT_TRUE(folder.isEmpty());
    }
    for (const float value : {65504.0f, 65519.0f, std::numeric_limits<float>::infinity()}) EXPECT_TRUE(savedWith(value)) << value;
}

TEST(Safetensors, PiecesAreWrittenOneBehindTheOther)
{
    const TemporaryFolder folder;
    const std::vector<float> values{1, 2, 3, 4, 5};
    const std::span<const float> all(values);
    SafetensorsWriter writer;
    writer.addFloats("whole", DType::F32, {5}, {all.subspan(3), all.first(3)});
    writer.addFloats("half", DType::F16, {2, 2}, {all.subspan(1, 1), {}, all.first(3)});
    ASSERT_TRUE(writer.save(folder.path() / "a.safetensors"));
    const auto file = Safetensors::open(folder.path() / "a.safetensors");
    ASSERT_TRUE(file) << file.error().what;
    EXPECT_THAT(floatsOf(*file, "whole"), ElementsAre(4, 5, 1, 2, 3));
    EXPECT_THAT(floatsOf(*file, "half"), ElementsAre(2, 1, 2, 3));
}

}   // namespace
}   // namespace core
