// Memory that ends in the middle of the work: an error, never an exception, and no file.
#include <stdexcept>

#include <gtest/gtest.h>

#include "tests/core/base/failing_allocation.h"
#include "tests/core/formats/files.h"
#include "tests/core/formats/temporary_folder.h"

namespace core::test
{
namespace
{

const std::vector<float> kValues{1, 2, 3, 4, 5, 6};

SafetensorsWriter someTensors()
{
    SafetensorsWriter writer;
    writer.add("the first tensor, with a long name", {2, 3}, kValues);
    writer.addHalf("the second tensor, with a long name", {6}, kValues);
    writer.setMetadata("format", "pt");
    return writer;
}

TEST(SafetensorsMemory, EndingMemoryIsAnErrorOfSaving)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "a.safetensors";
    const SafetensorsWriter writer = someTensors();
    int attempts = 0;
    const int failures = failEveryAllocation([&]() -> Result<void> {
        const Result<void> saved = writer.save(file);
        if (saved)
            std::filesystem::remove(file);
        else
            attempts += folder.isEmpty() ? 1 : 0;
        return saved;
    });
    EXPECT_GT(failures, 20);
    EXPECT_EQ(attempts, failures);   // each left the folder empty

    SafetensorsWriter tooLong;
    tooLong.add("a", DType::F32, {6}, [](const ByteSink&) -> Result<void> { throw std::length_error("longer than any container"); });
    EXPECT_EQ(tooLong.save(folder.path() / "b.safetensors").error().fault, Fault::OverBudget);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "b.safetensors"));
}

TEST(SafetensorsMemory, EndingMemoryIsAnErrorOfOpening)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "model.safetensors";
    ASSERT_TRUE(someTensors().save(file));
    EXPECT_GT(failEveryAllocation([&] { return Safetensors::open(file); }), 20);
    EXPECT_GT(failEveryAllocation([&] { return Safetensors::openDirectory(folder.path()); }), 20);
}

}   // namespace
}   // namespace core::test
