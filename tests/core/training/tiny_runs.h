// Training runs of a moment: a source that can be learned, and short options.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/training/trainer.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/model/tiny_models.h"

namespace core::test {

// Start token, then a sequence that counts upwards from a random id: each token foretells the next one.
class Counting : public BatchSource {
public:
    explicit Counting(Index vocabulary) : m_vocabulary(vocabulary) {}
    void fill(Index step, Index sequences, Index length, std::span<TokenId> tokens) const override
    {
        for (Index s = 0; s < sequences; ++s) {
            Random random(hashOf(hashOf(9, std::uint64_t(step)), std::uint64_t(s)));
            const Index start = random.below(m_vocabulary - 1);
            for (Index i = 0; i <= length; ++i)
                tokens[std::size_t(s * (length + 1) + i)] = i == 0 ? 0 : TokenId(1 + (start + i) % (m_vocabulary - 1));
        }
    }

private:
    Index m_vocabulary;
};

// The batch has another shape from step 5 on.
inline TrainingOptions shortRun(Index steps)
{
    TrainingOptions options;
    options.schedule = {.peak = 1e-2, .warmup = 3, .floor = 0.1, .steps = steps};
    options.stages = {{.untilStep = 5, .context = 6, .batch = 6}, {.untilStep = steps, .context = 9, .batch = 3}};
    return options;
}

inline std::unique_ptr<Trainer> start(const ModelConfig& config, const TrainingOptions& options)
{
    auto trainer = Trainer::create(config, options);
    EXPECT_TRUE(trainer.has_value()) << trainer.error().what;
    return std::move(*trainer);
}

inline void advance(Trainer& trainer, Index steps)
{
    for (Index i = 0; i < steps; ++i) ASSERT_TRUE(trainer.step(Counting(trainer.config().vocabulary)));
}

// All numbers of all tensors, for comparison bit by bit.
inline std::vector<float> numbers(const Trainer& trainer)
{
    std::vector<float> all;
    forEachTensor(trainer.weights(), [&](const std::string&, const float* data, Index size, bool) { all.insert(all.end(), data, data + size); });
    return all;
}

}   // namespace core::test
