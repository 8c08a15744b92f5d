#include "core/model/rotary_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/parallel.h"

namespace core {

namespace {
constexpr Index kRowsPerPiece = 64;
}

template<class T>
RotaryTable<T>::RotaryTable(const ModelConfig& config, Span positions, const std::stop_token& stop) :
    m_positions(positions),
    m_headDim(config.headDim),
    m_half(config.rotaryDim / 2),
    m_cos(positions.size(), m_half),
    m_sin(positions.size(), m_half)
{
    std::vector<double> frequencies;
    for (Index i = 0; i < m_half; ++i) frequencies.push_back(std::pow(config.ropeBase, -2.0 * double(i) / double(config.rotaryDim)));
    const auto fill = [&](Index piece) {
        const Index end = std::min(positions.size(), (piece + 1) * kRowsPerPiece);
        for (Index row = piece * kRowsPerPiece; row < end; ++row)
            for (Index i = 0; i < m_half; ++i) {
                const double angle = double(positions.begin + row) * frequencies[std::size_t(i)];
                m_cos(row, i) = T(std::cos(angle));
                m_sin(row, i) = T(std::sin(angle));
            }
    };
    parallelFor(ceilDiv(positions.size(), kRowsPerPiece), fill, stop);
}

template<class T>
void RotaryTable<T>::rotate(Turn turn, Index position, T* row, Index heads) const
{
    const T* cosine = m_cos.data() + (position - m_positions.begin) * m_half;
    const T* sine = m_sin.data() + (position - m_positions.begin) * m_half;
    const T sign = turn == Turn::Forward ? T(1) : T(-1);
    for (Index head = 0; head < heads; ++head, row += m_headDim)
        for (Index i = 0; i < m_half; ++i) {
            const T a = row[i], b = row[i + m_half], s = sign * sine[i];
            row[i] = a * cosine[i] - b * s;
            row[i + m_half] = b * cosine[i] + a * s;
        }
}

template class RotaryTable<float>;
template class RotaryTable<double>;

}   // namespace core
