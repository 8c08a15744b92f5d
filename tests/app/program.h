// Runs the built program in a folder of its own and hands back what a user would see.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace test {

namespace fs = std::filesystem;

struct Outcome {
    int exitCode = -1;
    std::string out;
    std::string err;
};

inline std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::string quoted(const std::string& word)
{
    std::string result = "'";
    for (const char c : word) c == '\'' ? result += "'\\''" : result += c;
    return result + "'";
}

inline fs::path builtInModel() { return fs::path(FOVEA_RESOURCES) / "models" / "fovea-s"; }

class Program : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::path(::testing::TempDir()) / (std::string("fovea_") + std::to_string(::getpid()) + "_" + info->test_suite_name() + "_" + info->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    // Output is kept apart from the files a command writes.
    [[nodiscard]] std::string shellLine(const std::vector<std::string>& arguments) const
    {
        std::string line = "cd " + quoted(folder.string()) + " && exec " + quoted(FOVEA_PROGRAM);
        for (const std::string& argument : arguments) line += " " + quoted(argument);
        return line + " < .streams/in > .streams/out 2> .streams/err";
    }
    Outcome run(const std::vector<std::string>& arguments, const std::string& input = {}) const
    {
        const fs::path streams = folder / ".streams";
        fs::create_directories(streams);
        std::ofstream(streams / "in", std::ios::binary) << input;
        const int status = std::system(shellLine(arguments).c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(streams / "out"), contentOf(streams / "err")};
    }
    static core::Json json(const Outcome& outcome)
    {
        const auto parsed = core::Json::parse(outcome.out, "standard output");
        EXPECT_TRUE(parsed) << outcome.out << outcome.err;
        return parsed.value_or(core::Json());
    }

    fs::path folder;
};

// For what needs the built-in model. A tree without it is not whole, so that its absence is a failure.
class ProgramWithModel : public Program {
protected:
    void SetUp() override
    {
        Program::SetUp();
        ASSERT_TRUE(fs::exists(builtInModel() / "model.safetensors")) << "the built-in model is not in this tree";
    }
};

// Exactly one error line, at most one hint line, nothing else.
inline bool isOneError(const Outcome& outcome)
{
    std::size_t lines = 0;
    for (const char c : outcome.err) lines += c == '\n';
    const std::size_t hint = outcome.err.find("\nfovea: hint: ");
    return outcome.out.empty() && outcome.err.starts_with("fovea: error: ") && lines == (hint == std::string::npos ? 1 : 2);
}

}   // namespace test
