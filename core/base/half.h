// Storage types of checkpoints: IEEE binary16 and bfloat16 to and from float. Rounding is to nearest even; NaN stays NaN.
#pragma once

#include <bit>
#include <cstdint>

#include <Eigen/Core>

namespace core {

[[nodiscard]] inline float fromHalf(std::uint16_t bits) { return Eigen::half_impl::half_to_float(Eigen::half_impl::raw_uint16_to_half(bits)); }
[[nodiscard]] inline std::uint16_t toHalf(float value) { return Eigen::half_impl::float_to_half_rtne(value).x; }
[[nodiscard]] inline float fromBfloat16(std::uint16_t bits) { return std::bit_cast<float>(std::uint32_t(bits) << 16); }
[[nodiscard]] inline std::uint16_t toBfloat16(float value) { return Eigen::bfloat16_impl::float_to_bfloat16_rtne<false>(value).value; }

}   // namespace core
