// How bright, how far apart and how different to other eyes colours are. CIE L*a*b* under D65 from sRGB (IEC 61966-2-1); contrast after
// WCAG 2.1; colour vision deficiencies after Machado, Oliveira and Fernandes (2009), severity 1, applied to linear light.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include <QColor>

namespace test {

using Light = std::array<double, 3>;   // linear red, green, blue
using Lab = std::array<double, 3>;

enum class Eyes { Usual, Protanopia, Deuteranopia, Tritanopia };
inline constexpr std::array kEyes{Eyes::Usual, Eyes::Protanopia, Eyes::Deuteranopia, Eyes::Tritanopia};

inline Light lightOf(const QColor& color)
{
    const auto linear = [](int byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {linear(color.red()), linear(color.green()), linear(color.blue())};
}

inline Light times(const std::array<Light, 3>& matrix, const Light& v)
{
    Light result{};
    for (std::size_t i = 0; i < 3; ++i) result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    return result;
}

inline double luminance(const QColor& color)
{
    const Light light = lightOf(color);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

inline double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

inline Light seenBy(Eyes eyes, const Light& light)
{
    constexpr std::array<Light, 3> kProtanopia{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    constexpr std::array<Light, 3> kDeuteranopia{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    constexpr std::array<Light, 3> kTritanopia{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    if (eyes == Eyes::Usual) return light;
    Light seen = times(eyes == Eyes::Protanopia ? kProtanopia : eyes == Eyes::Deuteranopia ? kDeuteranopia : kTritanopia, light);
    for (double& v : seen) v = std::clamp(v, 0.0, 1.0);
    return seen;
}

inline Lab labOf(const QColor& color, Eyes eyes = Eyes::Usual)
{
    constexpr std::array<Light, 3> kToXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Light xyz = times(kToXyz, seenBy(eyes, lightOf(color)));
    const auto f = [](double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

inline double labDistance(const Lab& a, const Lab& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

}   // namespace test
