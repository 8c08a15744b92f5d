#include "core/base/out_of_memory.h"

#include <vector>

#include <gtest/gtest.h>

namespace {

using core::orOutOfMemory;
using core::Result;

constexpr auto aTest = [] { return "a test"; };

Result<std::size_t> sizeOf(std::size_t elements)
{
    return orOutOfMemory(aTest, "Ask for less.", [&]() -> Result<std::size_t> { return std::vector<char>(elements).size(); });
}

TEST(OutOfMemory, PassesResultsAndErrorsOn)
{
    EXPECT_EQ(sizeOf(3), 3u);
    const Result<int> failed = orOutOfMemory(aTest, "Ask for less.", []() -> Result<int> { return core::fail(core::Fault::BadInput, "No."); });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().what, "No.");
}

TEST(OutOfMemory, TurnsWhatAllocationsThrowIntoAnError)
{
    const core::Error expected{core::Fault::OverBudget, "The system has too little free memory for a test.", "Ask for less."};
    EXPECT_EQ(sizeOf(std::size_t(-1)).error(), expected);   // std::length_error: more than a vector can have
    const Result<void> thrown = orOutOfMemory(aTest, "Ask for less.", []() -> Result<void> { throw std::bad_alloc(); });
    EXPECT_EQ(thrown.error(), expected);
}

TEST(OutOfMemory, LeavesMistakesInTheProgramAlone)
{
    const auto mistaken = [] { return orOutOfMemory(aTest, "Ask for less.", []() -> Result<int> { throw std::logic_error("mistake"); }); };
    EXPECT_THROW((void)mistaken(), std::logic_error);
}

}   // namespace
