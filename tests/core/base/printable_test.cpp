#include "core/base/printable.h"

#include <gtest/gtest.h>

namespace {

using core::inQuotes;
using core::printable;
using namespace std::string_literals;

TEST(Printable, KeepsTextAsItIs)
{
    for (const char* text : {"", "plain", "Grüße, 日本語, 🦊, ▁x", "\u00A0\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"}) EXPECT_EQ(printable(text), text);
}

TEST(Printable, ControlsAndBrokenBytesBecomeNumbers)
{
    EXPECT_EQ(printable("\x1b]0;title\a\x1b[2J\r\n\t\x7f"), "\\x1B]0;title\\x07\\x1B[2J\\x0D\\x0A\\x09\\x7F");
    EXPECT_EQ(printable("a\0b"s), "a\\x00b");
    EXPECT_EQ(printable("\u0080\u009B2J\u009F"), "\\xC2\\x80\\xC2\\x9B2J\\xC2\\x9F");   // controls of two bytes
    // Overlong, surrogate, too large, cut off, and a byte that follows nothing.
    EXPECT_EQ(printable("\xC0\xAF"), "\\xC0\\xAF");
    EXPECT_EQ(printable("\xE0\x80\xAF"), "\\xE0\\x80\\xAF");
    EXPECT_EQ(printable("\xED\xA0\x80"), "\\xED\\xA0\\x80");
    EXPECT_EQ(printable("\xF4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80");
    EXPECT_EQ(printable("x\xE2\x82"), "x\\xE2\\x82");
    EXPECT_EQ(printable("\x80ü"), "\\x80ü");
}

TEST(Printable, LongTextIsCutBetweenCharacters)
{
    EXPECT_EQ(printable("abcd", 4), "abcd");
    EXPECT_EQ(printable("abcde", 4), "abcd…");
    EXPECT_EQ(printable("äöüß€", 4), "äöüß…");
    EXPECT_EQ(inQuotes(std::string(core::kQuotedCharacters, 'x')), '"' + std::string(core::kQuotedCharacters, 'x') + '"');
    EXPECT_EQ(inQuotes(std::string(60'000'000, 'x')), '"' + std::string(core::kQuotedCharacters, 'x') + "…\"");
}

}   // namespace
