// Wherever the memory of an export, a tile or a search for links runs out, it says so.
#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/recording/attention_map.h"
#include "core/recording/recording_export.h"
#include "tests/core/base/failing_allocation.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

TEST(ExportWithoutMemory, IsAnErrorAndLeavesNoFile)
{
    setThreadCount(1);
    const test::TemporaryFolder folder;
    const test::KnownRecording known = test::knownRecording({.layers = 1, .tokens = 5});
    const std::filesystem::path file = folder.path() / "x.safetensors";
    const ExportOptions options{.weights = true, .keep = {}};
    const auto work = [&] { return exportRecording(known.recording, file, options); };
    EXPECT_GT(test::failEveryAllocation(work, 29), 10);   // not each of some hundred: every attempt writes a file
    setThreadCount(0);
}

TEST(MapsWithoutMemory, AreErrorsAndNoExceptions)
{
    setThreadCount(1);
    const test::KnownRecording known = test::knownRecording({.layers = 1, .tokens = 70});
    const auto map = mapOf(known.recording, {0, 0});
    EXPECT_GT(test::failEveryAllocation([&] { return map->tile(0, 0, 0); }), 3);
    EXPECT_GT(test::failEveryAllocation([&] { return map->tile(1, 0, 0); }), 3);
    EXPECT_GT(test::failEveryAllocation([&] { return map->strongest(20, {0, 70}, {0, 70}); }), 3);
    setThreadCount(0);
}

}   // namespace
}   // namespace core
