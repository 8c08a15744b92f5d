// Stands in for a fuzzer where there is none: TARGET [ROUNDS] runs inputs of the target's own making and mutations of them, the same at
// every run; TARGET FILE… replays files, such as the ones a fuzzer left behind.
#include <charconv>
#include <csignal>
#include <fstream>
#include <iterator>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

namespace {

std::int64_t g_round = -1;

void run(const std::string& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); }

// A round is a function of its number alone, so that the one that failed can be run by itself under a debugger.
void runRound(std::int64_t round)
{
    g_round = round;
    core::Random random(std::uint64_t(round) + 1);
    const std::string made = fuzz::madeInput(random);
    run(made);
    run(fuzz::mutated(made, fuzz::madeInput(random), random));
}

int replay(int count, char** paths)
{
    for (int i = 0; i < count; ++i) {
        std::ifstream file(paths[i], std::ios::binary);
        if (!file) {
            std::fprintf(stderr, "%s cannot be read.\n", paths[i]);
            return 1;
        }
        run({std::istreambuf_iterator<char>(file), {}});
    }
    return 0;
}

}   // namespace

int main(int count, char** arguments)
{
    std::int64_t rounds = 1000;
    if (count > 1) {
        const std::string_view word = arguments[1];
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), rounds);
        if (error != std::errc() || end != word.data() + word.size()) return replay(count - 1, arguments + 1);
    }
    std::signal(SIGABRT, [](int) { std::fprintf(stderr, "in round %lld\n", static_cast<long long>(g_round)); });
    for (std::int64_t round = 0; round < rounds; ++round) runRound(round);
    std::fprintf(stderr, "%lld rounds\n", static_cast<long long>(rounds));
    return 0;
}
