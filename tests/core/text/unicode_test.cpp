#include "core/text/unicode.h"

#include <gtest/gtest.h>

namespace core {
namespace {

TEST(Unicode, CharactersAreReadForwardAndBack)
{
    const std::string text = "aé日😀";
    std::vector<char32_t> forward, backward;
    for (std::size_t at = 0; at < text.size();) forward.push_back(nextCharacter(text, at));
    for (std::size_t at = text.size(); at > 0;) backward.insert(backward.begin(), previousCharacter(text, at));
    EXPECT_EQ(forward, (std::vector<char32_t>{U'a', U'é', U'日', U'😀'}));
    EXPECT_EQ(backward, forward);
}

TEST(Unicode, WritingUndoesReading)
{
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x1000 ? 1 : 37) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        appendUtf8(text, c);
        std::size_t at = 0;
        ASSERT_EQ(nextCharacter(text, at), c);
        ASSERT_EQ(at, text.size());
        ASSERT_TRUE(isValidUtf8(text));
    }
    std::string impossible;
    appendUtf8(impossible, 0xD800);
    appendUtf8(impossible, 0x110000);
    EXPECT_EQ(impossible, "\ufffd\ufffd");
}

// The examples of the Unicode Standard, table 3-8 and following: one replacement for each maximal broken part.
TEST(Unicode, RepairReplacesMaximalBrokenParts)
{
    EXPECT_EQ(repairUtf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"), "a\ufffd\ufffd\ufffdb\ufffdc\ufffd\ufffdd");
    EXPECT_EQ(repairUtf8("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdA");
    EXPECT_EQ(repairUtf8("\xED\xA0\x80"), "\ufffd\ufffd\ufffd");
    EXPECT_EQ(repairUtf8("\xF4\x91\x92\x93\xFF\x41"), "\ufffd\ufffd\ufffd\ufffd\ufffdA");
    EXPECT_EQ(repairUtf8(std::string_view("a\0b", 3)), std::string("a\0b", 3));
    EXPECT_EQ(repairUtf8(""), "");
}

TEST(Unicode, Classes)
{
    EXPECT_TRUE(isLetter(U'ª') && isLetter(U'日') && !isLetter(U'1') && !isLetter(U'_'));
    EXPECT_TRUE(isNumber(U'½') && isNumber(U'Ⅻ') && isNumber(U'٣') && !isNumber(U'a'));
    EXPECT_TRUE(isMark(0x301) && !isMark(U'a'));
    EXPECT_TRUE(isWhiteSpace(U'\v') && isWhiteSpace(0x85) && isWhiteSpace(0xA0) && isWhiteSpace(0x3000) && !isWhiteSpace(0x200B));
    EXPECT_TRUE(isPunctuation(U'$') && isPunctuation(U'。') && isPunctuation(U'_') && !isPunctuation(U'€') && !isPunctuation(U'a'));
    EXPECT_TRUE(isWordCharacter(U'_') && isWordCharacter(U'é') && isWordCharacter(0x301) && isWordCharacter(0x200D) && !isWordCharacter(U'-'));
    EXPECT_TRUE(isPrintable(U' ') && isPrintable(U'😀') && !isPrintable(U'\n') && !isPrintable(0x202E) && !isPrintable(0xE000) && !isPrintable(0x378));
}

}   // namespace
}   // namespace core
