// Random numbers that are the same on every machine and standard library: SplitMix64 as a counter-based hash and as a small generator.
// Constants: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace core {

[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

// A value that depends on (seed, counter) only, so that block 7 draws the same whatever the length of the text.
[[nodiscard]] constexpr std::uint64_t hashOf(std::uint64_t seed, std::uint64_t counter) { return mixBits(mixBits(seed) ^ counter); }

class Random {
public:
    explicit constexpr Random(std::uint64_t seed) : m_seed(seed) {}
    constexpr std::uint64_t bits() { return hashOf(m_seed, m_counter++); }
    constexpr double uniform() { return double(bits() >> 11) * 0x1.0p-53; }                       // [0, 1)
    constexpr std::int64_t below(std::int64_t n) { return std::int64_t(uniform() * double(n)); }   // 0 … n−1, n ≥ 1
    double normal()                                                                               // mean 0, deviation 1 (Box–Muller)
    {
        const double u = 1.0 - uniform(), v = uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
    }
    // The whole state, for checkpoints.
    struct State {
        std::uint64_t seed = 0;
        std::uint64_t counter = 0;
        friend bool operator==(const State&, const State&) = default;
    };
    [[nodiscard]] constexpr State state() const { return {m_seed, m_counter}; }
    constexpr void restore(State s) { m_seed = s.seed, m_counter = s.counter; }

private:
    std::uint64_t m_seed;
    std::uint64_t m_counter = 0;
};

}   // namespace core
