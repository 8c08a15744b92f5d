#include "core/training/tasks.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/random.h"
#include "core/training/generators/repeats.h"

namespace core {

namespace {

// Appends a sequence's ids behind its start token until there are `size` of them.
using Write = void (*)(std::span<const TokenId> alphabet, Index size, Random& random, std::vector<TokenId>& out);

void writeCopy(std::span<const TokenId> alphabet, Index size, Random& random, std::vector<TokenId>& out)
{
    const Index first = Index(out.size()), half = ceilDiv(size - first, 2);
    for (Index i = 0; i < half; ++i) out.push_back(alphabet[std::size_t(random.below(Index(alphabet.size())))]);
    for (Index i = 0; Index(out.size()) < size; ++i) out.push_back(out[std::size_t(first + i)]);
}

void writeRepeats(std::span<const TokenId> alphabet, Index size, Random& random, std::vector<TokenId>& out)
{
    appendRandomRepeats(alphabet, {}, size, random, out);
}

struct Task {
    std::string_view name;
    Write write;
};
constexpr Task kTasks[] = {{"copy", writeCopy}, {"repeats", writeRepeats}};

const Task* taskNamed(std::string_view name)
{
    const auto* task = std::find_if(std::begin(kTasks), std::end(kTasks), [&](const Task& candidate) { return candidate.name == name; });
    return task == std::end(kTasks) ? nullptr : task;
}

class TaskSource : public BatchSource {
public:
    TaskSource(Write write, TokenId start, std::vector<TokenId> alphabet, std::uint64_t seed) :
        m_write(write), m_start(start), m_alphabet(std::move(alphabet)), m_seed(seed)
    {
    }

    void fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const override
    {
        for (Index s = 0; s < sequences; ++s) {
            Random random(hashOf(hashOf(m_seed, std::uint64_t(step)), std::uint64_t(s)));
            std::vector<TokenId> sequence{m_start};
            m_write(m_alphabet, length + 1, random, sequence);
            std::copy_n(sequence.begin(), length + 1, tokens.begin() + s * (length + 1));
        }
    }

private:
    Write m_write;
    TokenId m_start;
    std::vector<TokenId> m_alphabet;
    std::uint64_t m_seed;
};

}   // namespace

std::vector<std::string> taskNames()
{
    std::vector<std::string> names;
    for (const Task& task : kTasks) names.emplace_back(task.name);
    return names;
}

Result<void> checkTaskName(std::string_view name)
{
    if (taskNamed(name)) return {};
    return fail(Fault::BadInput, fmt::format("There is no task \"{}\".", name), fmt::format("Choose one of: {}.", fmt::join(taskNames(), ", ")));
}

Result<std::unique_ptr<BatchSource>> createTask(std::string_view name, TokenId start, std::vector<TokenId> alphabet, std::uint64_t seed)
{
    FOVEA_CHECK(checkTaskName(name));
    if (alphabet.empty())
        return fail(Fault::BadInput, fmt::format("The task \"{}\" has no token to draw.", name), "Use a tokenizer with a token for every letter.");
    return std::make_unique<TaskSource>(taskNamed(name)->write, start, std::move(alphabet), seed);
}

}   // namespace core
