#include "core/base/file.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace {

class File : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::path(::testing::TempDir()) / ("file_test_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    fs::path m_folder;
};

std::size_t entriesOf(const fs::path& folder) { return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator())); }

TEST_F(File, SavesAndMapsTheSameBytes)
{
    const std::string content = std::string("a\0b", 3) + std::string(100000, 'x');
    ASSERT_TRUE(core::saveFile(m_folder / "x", content));
    EXPECT_EQ(core::readFile(m_folder / "x", 1 << 20).value(), content);
    const auto mapped = core::MappedFile::open(m_folder / "x");
    ASSERT_TRUE(mapped);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(mapped->bytes().data()), mapped->bytes().size()), content);
    EXPECT_EQ(entriesOf(m_folder), 1u);
}

TEST_F(File, AMappingOutlivesTheFileAndItsFirstOwner)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", "content"));
    core::MappedFile copy;
    {
        copy = core::MappedFile::open(m_folder / "x").value();
    }
    fs::remove(m_folder / "x");
    EXPECT_EQ(char(copy.bytes()[0]), 'c');
}

TEST_F(File, EmptyFilesAreLegal)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", ""));
    EXPECT_TRUE(core::MappedFile::open(m_folder / "x").value().bytes().empty());
    EXPECT_EQ(core::readFile(m_folder / "x", 10).value(), "");
}

TEST_F(File, MissingFilesFoldersAndLimitsAreNamed)
{
    EXPECT_THAT(core::MappedFile::open(m_folder / "none").error().what, HasSubstr("none"));
    EXPECT_FALSE(core::MappedFile::open(m_folder));
    EXPECT_FALSE(core::readFile(m_folder, 100));
    ASSERT_TRUE(core::saveFile(m_folder / "x", "12345"));
    EXPECT_THAT(core::readFile(m_folder / "x", 4).error().what, HasSubstr("4 bytes"));
    EXPECT_TRUE(core::readFile(m_folder / "x", 5));
}

TEST_F(File, AFailedSaveKeepsTheOldContentAndLeavesNothingBehind)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", "old"));
    const auto failed = core::saveFile(m_folder / "x", [](const core::ByteSink& sink) -> core::Result<void> {
        FOVEA_CHECK(sink(std::as_bytes(std::span("half", 4))));
        return core::fail(core::Fault::BadInput, "no more");
    });
    EXPECT_EQ(failed.error().what, "no more");
    EXPECT_EQ(core::readFile(m_folder / "x", 100).value(), "old");
    EXPECT_EQ(entriesOf(m_folder), 1u);
    EXPECT_EQ(core::saveFile(m_folder / "no" / "x", "content").error().fault, core::Fault::System);
}

TEST(Resources, ErrorsNameTheFolder) { EXPECT_THAT(core::resourceFolder("no_such_folder").error().what, HasSubstr("no_such_folder")); }

}   // namespace
