#include "core/training/rope.h"

#include <cmath>

namespace core::training {

template<class T>
RopeTable<T>::RopeTable(const ModelConfig& config, Index length) :
    m_headDim(config.headDim), m_cos(length, config.rotaryDim / 2), m_sin(length, config.rotaryDim / 2)
{
    for (Index c = 0; c < config.rotaryDim / 2; ++c) {
        const double frequency = std::pow(config.ropeBase, -2.0 * double(c) / double(config.rotaryDim));
        for (Index p = 0; p < length; ++p) {
            m_cos(p, c) = T(std::cos(double(p) * frequency));
            m_sin(p, c) = T(std::sin(double(p) * frequency));
        }
    }
}

template<class T>
void RopeTable<T>::turn(Turn direction, Index position, T* row, Index heads) const
{
    const Index half = m_cos.cols();
    const T *cos = m_cos.data() + position * half, *sin = m_sin.data() + position * half;
    const T sign = direction == Turn::Forward ? T(1) : T(-1);
    for (Index h = 0; h < heads; ++h, row += m_headDim)
        for (Index c = 0; c < half; ++c) {
            const T a = row[c], b = row[c + half], s = sign * sin[c];
            row[c] = a * cos[c] - b * s;
            row[c + half] = b * cos[c] + a * s;
        }
}

template class RopeTable<float>;
template class RopeTable<double>;

}   // namespace core::training
