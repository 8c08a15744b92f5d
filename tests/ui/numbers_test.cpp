// Numbers on screen: what is printed is short, true and can be read back, in every locale.
#include "ui/state/numbers.h"

#include <cmath>
#include <limits>

#include <QLocale>

#include <gtest/gtest.h>

namespace {

using namespace ui;

// The user's locale for one test.
class In : public ::testing::TestWithParam<const char*> {
public:
    In() { QLocale::setDefault(QLocale(QLatin1String(GetParam()))); }
    ~In() override { QLocale::setDefault(QLocale::c()); }
};
INSTANTIATE_TEST_SUITE_P(Locales, In, ::testing::Values("C", "en_US", "de_DE", "fr_FR", "de_CH", "sv_SE", "ar_EG", "hi_IN"));

TEST_P(In, WhatIsPrintedCanBeReadBack)
{
    for (double weight = 1.0; weight > 1e-30; weight /= 7.0)
        for (const double sign : {1.0, -1.0}) EXPECT_NEAR(numberIn(printedWeight(sign * weight)) / (sign * weight), 1.0, 0.005) << weight;
    for (const double value : {0.0, -0.25, 1234.5, -12345678.75, 2048.0}) EXPECT_NEAR(numberIn(printed(value, 4)), value, 1e-9) << value;
    for (const core::Index count : {0, 999, 2048, 4191912}) EXPECT_NEAR(numberIn(printedCount(count)), double(count), 0.0);
}

TEST_P(In, PlainNumbersAreThoseOfPrograms)
{
    EXPECT_EQ(plainNumber(printed(-1234.5, 2)), "-1234.50");
    EXPECT_EQ(plainNumber(printedWeight(1.494e-16)), "1.49e-16");
}

TEST(Numbers, FollowTheLocale)
{
    EXPECT_EQ(printedCount(2048), "2,048");
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(printedCount(2048), "2.048");
    EXPECT_EQ(printedWeight(0.00309), "0,00309");
    QLocale::setDefault(QLocale::c());
}

TEST(PrintedWeight, ShowsThreeDigitsOfWhateverIsNotZero)
{
    EXPECT_EQ(printedWeight(0.0), "0.0000");
    EXPECT_EQ(printedWeight(1.0), "1.0000");
    EXPECT_EQ(printedWeight(0.00309), "0.00309");
    EXPECT_EQ(printedWeight(0.00000123), "0.00000123");
    EXPECT_EQ(printedWeight(1.494e-16), QString::fromUtf8("1.49e−16"));
    EXPECT_EQ(printedWeight(-0.25), QString::fromUtf8("−0.2500"));
    EXPECT_EQ(printedWeight(std::numeric_limits<double>::quiet_NaN()), "not a number");
    EXPECT_EQ(printedWeight(-std::numeric_limits<double>::infinity()), QString::fromUtf8("−∞"));
}

TEST(Numbers, NothingIsRoundedToANegativeZero)
{
    EXPECT_EQ(printed(-0.00001, 3), "0.000");
    EXPECT_EQ(printed(-0.0, 3), "0.000");
}

TEST(Numbers, TicksHaveNoMoreDigitsThanTheirNumber)
{
    EXPECT_EQ(printedTick(0.0), "0");
    EXPECT_EQ(printedTick(0.5), "0.5");
    EXPECT_EQ(printedTick(0.25), "0.25");
    EXPECT_EQ(printedTick(0.001), "0.001");
    EXPECT_EQ(printedTick(-1.0), QString::fromUtf8("−1"));
    EXPECT_EQ(printedTick(0.3162), "0.3162");
    EXPECT_EQ(printedTick(2e-7), QString::fromUtf8("2.00e−07"));
}

TEST(Numbers, PercentHasThreeDigits)
{
    EXPECT_EQ(percent(0.878), QString::fromUtf8("87.8\u202F%"));
    EXPECT_EQ(percent(0.01234), QString::fromUtf8("1.23\u202F%"));
}

TEST(Numbers, OtherTextIsNoNumber) { EXPECT_TRUE(std::isnan(numberIn("The"))); }

}   // namespace
