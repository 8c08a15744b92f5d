#include "core/text/text_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/formats/temporary_folder.h"

namespace core {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kLimit = 1000;

TEST(TextFile, IsTheSameWhicheverEditorSavedIt)
{
    const test::TemporaryFolder folder;
    const auto saved = [&](const std::string& bytes) { return readTextFile(folder.write("a.txt", bytes), kLimit).value(); };
    const std::string text = "one\ntwo\n\nfour";
    EXPECT_EQ(saved(text), text);
    EXPECT_EQ(saved("one\r\ntwo\r\n\r\nfour"), text);
    EXPECT_EQ(saved("\xEF\xBB\xBFone\r\ntwo\r\n\r\nfour"), text);
}

TEST(TextFile, OtherBytesStayAsTheyAre)
{
    for (const std::string& bytes : {std::string(), std::string("a\rb\n\rc\r"), std::string("a\xEF\xBB\xBF"), std::string("\x1b\x7f")})
        EXPECT_EQ(textOf(bytes, "a.txt"), bytes);
    EXPECT_EQ(textOf("a\r\r\nb", "a.txt"), "a\r\nb");   // one CR belongs to the line end, the other is text
    EXPECT_EQ(textOf("\xEF\xBB\xBF", "a.txt"), "");
}

TEST(TextFile, Utf16IsNamed)
{
    for (const char* mark : {"\xFF\xFE", "\xFE\xFF"}) {
        const auto text = textOf(std::string(mark) + "a", "a.txt");
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error(), (Error{Fault::BadFile, "a.txt is UTF-16 text.", "Save it as UTF-8."}));
    }
}

TEST(TextFile, WhatIsNoTextIsRefused)
{
    for (const std::string& bytes : {std::string("\x89PNG\r\n\x1a\n"), std::string("caf\xE9"), std::string("a\0b\0", 4), std::string("\xEF\xBB\xBF\xC3")}) {
        const auto text = textOf(bytes, "a.txt");
        ASSERT_FALSE(text) << bytes;
        EXPECT_EQ(text.error().fault, Fault::BadFile);
        EXPECT_EQ(text.error().what, "a.txt is no UTF-8 text.");
        EXPECT_THAT(text.error().remedy, HasSubstr("UTF-8"));
    }
}

TEST(TextFile, MissingAndLongFilesAreNamed)
{
    const test::TemporaryFolder folder;
    EXPECT_THAT(readTextFile(folder.path() / "missing.txt", kLimit).error().what, HasSubstr("missing.txt"));
    EXPECT_THAT(readTextFile(folder.write("long.txt", std::string(kLimit + 1, 'x')), kLimit).error().what, HasSubstr("long.txt"));
}

}   // namespace
}   // namespace core
