#include "core/base/file.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/failing_allocation.h"
#include "tests/core/base/memory_budget.h"
#include "tests/core/formats/temporary_folder.h"

namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace {

class File : public ::testing::Test {
protected:
    core::test::TemporaryFolder m_temporary;
    fs::path m_folder = m_temporary.path();
};

std::size_t entriesOf(const fs::path& folder) { return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator())); }

std::string bytesOf(const core::InputFile& file, std::size_t at = 0)
{
    std::string bytes(file.size() - at, ' ');
    EXPECT_TRUE(file.read(at, std::as_writable_bytes(std::span(bytes))));
    return bytes;
}

TEST_F(File, SavesAndReadsTheSameBytes)
{
    const std::string content = std::string("a\0b", 3) + std::string(100000, 'x');
    ASSERT_TRUE(core::saveFile(m_folder / "x", content));
    EXPECT_EQ(core::readFile(m_folder / "x", 1 << 20).value(), content);
    const auto opened = core::InputFile::open(m_folder / "x");
    ASSERT_TRUE(opened);
    EXPECT_EQ(bytesOf(*opened), content);
    EXPECT_EQ(bytesOf(*opened, 99'999), "xxxx");
    EXPECT_EQ(entriesOf(m_folder), 1u);
}

TEST_F(File, AnOpenFileOutlivesItsNameAndItsFirstOwner)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", "content"));
    core::InputFile copy;
    {
        copy = core::InputFile::open(m_folder / "x").value();
    }
    fs::remove(m_folder / "x");
    EXPECT_EQ(bytesOf(copy), "content");
}

TEST_F(File, EmptyFilesAreLegal)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", ""));
    EXPECT_EQ(core::InputFile::open(m_folder / "x").value().size(), 0u);
    EXPECT_EQ(core::readFile(m_folder / "x", 10).value(), "");
}

TEST_F(File, MissingFilesFoldersAndLimitsAreNamed)
{
    EXPECT_THAT(core::InputFile::open(m_folder / "none").error().what, HasSubstr("none"));
    EXPECT_FALSE(core::InputFile::open(m_folder));
    EXPECT_THAT(core::InputFile::open("/dev/null").error().what, HasSubstr("no ordinary file"));
    EXPECT_FALSE(core::readFile(m_folder, 100));
    ASSERT_TRUE(core::saveFile(m_folder / "x", "12345"));
    EXPECT_THAT(core::readFile(m_folder / "x", 4).error().what, HasSubstr("4 bytes"));
    EXPECT_TRUE(core::readFile(m_folder / "x", 5));
}

TEST_F(File, APipeIsAStreamAndNoFile)
{
    const fs::path pipe = m_folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THAT(core::readFile(pipe, 100).error().what, HasSubstr("no ordinary file"));   // at once: nobody writes there
    std::thread writer([&] { std::ofstream(pipe) << "written later"; });
    EXPECT_EQ(core::readStream(pipe, 100).value(), "written later");
    writer.join();
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

TEST_F(File, WhatIsNoOrdinaryFileIsRefusedAndStays)
{
    const fs::path pipe = m_folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    fs::create_symlink(pipe, m_folder / "to-pipe");
    fs::create_symlink("circle", m_folder / "circle");
    for (const fs::path& path : {pipe, m_folder / "to-pipe", m_folder / "circle", m_folder, m_folder / "no" / "x", fs::path("/dev/null")}) {
        const auto refused = core::saveFile(path, "content");
        ASSERT_FALSE(refused) << path;
        EXPECT_EQ(refused.error().fault, core::Fault::System) << path;
        EXPECT_THAT(refused.error().what, HasSubstr(path.string()));
        EXPECT_EQ(core::fileToSave(path).error(), refused.error());
    }
    EXPECT_TRUE(fs::is_fifo(pipe));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_EQ(entriesOf(m_folder), 3u);
}

TEST_F(File, SavingFollowsLinks)
{
    fs::create_directories(m_folder / "far");
    fs::create_symlink("far/x", m_folder / "link");   // at first to nothing
    fs::create_symlink(m_folder / "link", m_folder / "to-link");
    for (const char* content : {"first", "second"}) {
        ASSERT_TRUE(core::saveFile(m_folder / "to-link", content));
        EXPECT_TRUE(fs::is_symlink(m_folder / "link"));
        EXPECT_TRUE(fs::is_symlink(m_folder / "to-link"));
        EXPECT_EQ(core::readFile(m_folder / "far" / "x", 100).value(), content);
    }
    EXPECT_EQ(entriesOf(m_folder / "far"), 1u);
}

TEST_F(File, AReplacedFileKeepsItsPermissions)
{
    const fs::path file = m_folder / "x";
    ASSERT_TRUE(core::saveFile(file, "public"));
    const mode_t umask = ::umask(022);
    ::umask(umask);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms(0666 & ~umask));
    for (const fs::perms mode : {fs::perms(0600), fs::perms(0640), fs::perms(0755)}) {
        fs::permissions(file, mode);
        ASSERT_TRUE(core::saveFile(file, "new"));
        EXPECT_EQ(fs::status(file).permissions(), mode);
    }
}

TEST_F(File, AFileThatBecomesShorterIsAnError)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", std::string(100, 'x')));
    const core::InputFile file = core::InputFile::open(m_folder / "x").value();
    fs::resize_file(m_folder / "x", 60);
    std::string bytes(80, ' ');
    const auto refused = file.read(10, std::as_writable_bytes(std::span(bytes)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, core::Fault::BadFile);
    EXPECT_THAT(refused.error().what, HasSubstr("ends at byte 60; it had 100"));
}

TEST_F(File, NoMoreIsReadThanTheBudgetAllows)
{
    ASSERT_TRUE(core::saveFile(m_folder / "x", std::string(200'000, 'x')));
    const core::test::ScopedMemoryBudget budget(100'000);
    const auto refused = core::readFile(m_folder / "x", 1 << 20);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, core::Fault::OverBudget);
    EXPECT_THAT(refused.error().what, HasSubstr("x is larger than the memory budget of 100 kB."));
}

TEST_F(File, EndingMemoryIsAnErrorAndLeavesNothingBehind)
{
    const fs::path file = m_folder / "a file with a long name";
    ASSERT_TRUE(core::saveFile(file, std::string(1000, 'x')));
    EXPECT_GT(core::test::failEveryAllocation([&] { return core::readFile(file, 1 << 20); }), 0);
    EXPECT_GT(core::test::failEveryAllocation([&] { return core::saveFile(file, "content"); }), 2);
    EXPECT_EQ(entriesOf(m_folder), 1u);
}

TEST(Resources, ErrorsNameTheFolder) { EXPECT_THAT(core::resourceFolder("no_such_folder").error().what, HasSubstr("no_such_folder")); }

}   // namespace
