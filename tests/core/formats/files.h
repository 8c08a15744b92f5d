// Safetensors files made by hand, and what is in one.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/formats/safetensors.h"

namespace core::test
{

// The bytes of a file with this header text; length is what the first eight bytes announce (−1: the truth).
inline std::string fileOf(const std::string& header, const std::string& data, std::int64_t length = -1)
{
    const std::uint64_t announced = length < 0 ? header.size() : std::uint64_t(length);
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &announced, 8);
    return bytes + header + data;
}

inline std::vector<float> floatsOf(const Safetensors& file, std::string_view name)
{
    const TensorInfo* tensor = file.find(name);
    if (!tensor) return {};
    std::vector<float> values(std::size_t(tensor->elements()));
    EXPECT_TRUE(file.readFloats(*tensor, values));
    return values;
}

}   // namespace core::test
