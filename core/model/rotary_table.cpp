#include "core/model/rotary_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/parallel.h"

namespace core {

namespace {
constexpr Index kRowsPerPiece = 64;
}

RotaryTable::RotaryTable(const ModelConfig& config, Span positions) :
    m_positions(positions), m_half(config.rotaryDim / 2), m_cos(positions.size(), m_half), m_sin(positions.size(), m_half)
{
    std::vector<double> frequencies;
    for (Index i = 0; i < m_half; ++i) frequencies.push_back(std::pow(config.ropeBase, -2.0 * double(i) / double(config.rotaryDim)));
    parallelFor(ceilDiv(positions.size(), kRowsPerPiece), [&](Index piece) {
        const Index end = std::min(positions.size(), (piece + 1) * kRowsPerPiece);
        for (Index row = piece * kRowsPerPiece; row < end; ++row)
            for (Index i = 0; i < m_half; ++i) {
                const double angle = double(positions.begin + row) * frequencies[std::size_t(i)];
                m_cos(row, i) = float(std::cos(angle));
                m_sin(row, i) = float(std::sin(angle));
            }
    });
}

void RotaryTable::rotate(float* head, Index position) const
{
    const float* cosine = m_cos.data() + (position - m_positions.begin) * m_half;
    const float* sine = m_sin.data() + (position - m_positions.begin) * m_half;
    for (Index i = 0; i < m_half; ++i) {
        const float a = head[i], b = head[i + m_half];
        head[i] = a * cosine[i] - b * sine[i];
        head[i + m_half] = b * cosine[i] + a * sine[i];
    }
}

}   // namespace core
