// A training process that is ended from outside: what it leaves is gone on with, to the same bits.
#include <csignal>
#include <thread>

#include <spawn.h>

#include <gmock/gmock.h>

#include "program.h"

using test::Outcome;
namespace fs = std::filesystem;
using ::testing::EndsWith;

namespace {

class EndedTraining : public test::Program {
protected:
    static std::vector<std::string> arguments(const std::string& out, std::vector<std::string> more)
    {
        std::vector<std::string> all{"train", "--task", "copy", "--out", out, "--threads", "1"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    // Ends the process by `signal` once it has written a checkpoint; what waitpid tells of it.
    int endedBy(int signal, const std::string& out) const
    {
        fs::create_directories(folder / ".streams");
        std::ofstream(folder / ".streams" / "in");
        std::string line = shellLine(arguments(out, {"--steps", "300", "--context", "8", "--batch", "2", "--checkpoint-every", "1"}));
        std::string shell = "sh", option = "-c";
        char* const words[] = {shell.data(), option.data(), line.data(), nullptr};
        pid_t process = 0;
        EXPECT_EQ(posix_spawn(&process, "/bin/sh", nullptr, nullptr, words, environ), 0);
        int status = 0;
        while (!fs::exists(folder / out / "checkpoint.safetensors"))
            if (std::this_thread::yield(); ::waitpid(process, &status, WNOHANG) != 0) return status;
        ::kill(process, signal);
        ::waitpid(process, &status, 0);
        return status;
    }
    void expectTheSameWhenGoneOn(const std::string& out) const
    {
        const Outcome further = run(arguments(out, {"--resume"}));
        ASSERT_EQ(further.exitCode, 0) << further.err;
        const Outcome whole = run(arguments("whole", {"--steps", "300", "--context", "8", "--batch", "2"}));
        ASSERT_EQ(whole.exitCode, 0) << whole.err;
        for (const char* file : {"config.json", "tokenizer.json", "model.safetensors", "checkpoint.safetensors"})
            EXPECT_TRUE(test::contentOf(folder / out / file) == test::contentOf(folder / "whole" / file)) << file;
    }
};

TEST_F(EndedTraining, KilledGoesOn)
{
    const int status = endedBy(SIGKILL, "killed");
    ASSERT_TRUE(WIFSIGNALED(status)) << "it ended before it was killed";
    expectTheSameWhenGoneOn("killed");
}

TEST_F(EndedTraining, InterruptedSaysWhatItSavedAndGoesOn)
{
    const int status = endedBy(SIGINT, "interrupted");
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_EQ(WEXITSTATUS(status), 130);
    EXPECT_THAT(test::contentOf(folder / ".streams" / "err"), EndsWith(" of 300 in interrupted; go on with --resume.\n"));
    expectTheSameWhenGoneOn("interrupted");
}

}   // namespace
