// Laws of the generated tasks: sequences are a function of (seed, step, index), and what a task promises to repeat is repeated.
#include "core/training/tasks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace core::test {

namespace {

constexpr TokenId kStart = 99;

std::unique_ptr<BatchSource> task(const std::string& name, std::uint64_t seed = 1)
{
    auto source = createTask(name, kStart, {3, 5, 7, 8, 11, 12, 20, 21}, seed);
    EXPECT_TRUE(source) << source.error().what;
    return std::move(*source);
}

std::vector<TokenId> batch(const BatchSource& source, Index step, Index sequences, Index length)
{
    std::vector<TokenId> tokens(std::size_t(sequences * (length + 1)), -7);
    source.fill(step, sequences, length, tokens);
    return tokens;
}

// Start token, R, and as much of R again as there is room for; R is the longer half.
bool isCopy(const std::vector<TokenId>& sequence)
{
    const std::size_t half = sequence.size() / 2;   // of the size − 1 ids behind the start token, rounded up
    for (std::size_t i = 1 + half; i < sequence.size(); ++i)
        if (sequence[i] != sequence[i - half]) return false;
    return sequence.front() == kStart;
}

// Ids that follow the same two ids as somewhere before, as a share of all.
double foretold(const std::vector<TokenId>& sequence)
{
    std::set<std::vector<TokenId>> seen;
    double count = 0.0;
    for (std::size_t i = 3; i <= sequence.size(); ++i)
        count += !seen.insert({sequence.begin() + std::ptrdiff_t(i) - 3, sequence.begin() + std::ptrdiff_t(i)}).second;
    return count / double(sequence.size());
}

}   // namespace

TEST(Tasks, BeginWithTheStartTokenAndDrawFromTheAlphabet)
{
    for (const std::string& name : taskNames())
        for (const Index length : {1, 2, 7, 33, 200}) {
            const std::vector<TokenId> tokens = batch(*task(name), 0, 3, length);
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                const bool first = Index(i) % (length + 1) == 0;
                EXPECT_TRUE(first ? tokens[i] == kStart : std::set<TokenId>({3, 5, 7, 8, 11, 12, 20, 21}).contains(tokens[i])) << name << " " << i;
            }
        }
}

TEST(Tasks, AreFunctionsOfSeedStepAndIndex)
{
    for (const std::string& name : taskNames()) {
        const std::vector<TokenId> three = batch(*task(name), 5, 3, 33), one = batch(*task(name), 5, 1, 33);
        EXPECT_EQ(three, batch(*task(name), 5, 3, 33)) << name;
        EXPECT_TRUE(std::equal(one.begin(), one.end(), three.begin())) << name;   // whatever stands beside it
        EXPECT_FALSE(std::equal(one.begin(), one.end(), three.begin() + 34)) << name;
        EXPECT_NE(three, batch(*task(name), 6, 3, 33)) << name;
        EXPECT_NE(three, batch(*task(name, 2), 5, 3, 33)) << name;
    }
}

TEST(Tasks, CopyRepeatsItsFirstHalf)
{
    for (const Index length : {1, 2, 3, 7, 33, 64})
        for (Index step = 0; step < 20; ++step) EXPECT_TRUE(isCopy(batch(*task("copy"), step, 1, length))) << length;
    EXPECT_TRUE(isCopy({kStart, 1, 2, 1, 2}));
    EXPECT_TRUE(isCopy({kStart, 1, 2, 3, 1, 2}));
    EXPECT_FALSE(isCopy({kStart, 1, 2, 3, 1, 3}));
    EXPECT_FALSE(isCopy({1, 2, 1, 2}));
}

TEST(Tasks, RepeatsComeAgain)
{
    for (Index step = 0; step < 20; ++step) EXPECT_GE(foretold(batch(*task("repeats"), step, 1, 400)), 0.4);
    const auto twice = batch(*task("copy"), 0, 1, 400);
    EXPECT_LE(foretold({twice.begin(), twice.begin() + 100}), 0.3);   // random ids alone do not
}

TEST(Tasks, RefuseAnUnknownNameAndAnEmptyAlphabet)
{
    const auto unknown = createTask("sort", kStart, {1}, 1);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error(), (Error{Fault::BadInput, "There is no task \"sort\".", "Choose one of: copy, repeats."}));
    const auto empty = createTask("copy", kStart, {}, 1);
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().fault, Fault::BadInput);
    EXPECT_NE(empty.error().what.find("copy"), std::string::npos);
}

}   // namespace core::test
