// Checkpoints in several files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/formats/files.h"
#include "tests/core/formats/temporary_folder.h"

namespace core
{
namespace
{

using test::floatsOf;
using test::TemporaryFolder;
using ::testing::HasSubstr;

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
