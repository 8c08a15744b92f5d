#include "core/text/mapped_text.h"

namespace core {

MappedText::MappedText(std::string original) : m_bytes(std::move(original)), m_origins(m_bytes.size())
{
    for (std::size_t i = 0; i < m_bytes.size(); ++i) m_origins[i] = {.begin = std::uint32_t(i), .end = std::uint32_t(i + 1)};
}

Origin MappedText::origin(std::size_t begin, std::size_t end) const
{
    if (begin < end) return {.begin = m_origins[begin].begin, .end = m_origins[end - 1].end};
    const std::uint32_t place = begin < m_origins.size() ? m_origins[begin].begin : m_origins.empty() ? 0 : m_origins.back().end;
    return {.begin = place, .end = place};
}

void MappedText::reserve(std::size_t bytes)
{
    m_bytes.reserve(bytes);
    m_origins.reserve(bytes);
}

void MappedText::keep(const MappedText& from, std::size_t begin, std::size_t end)
{
    m_bytes.append(from.m_bytes, begin, end - begin);
    m_origins.insert(m_origins.end(), from.m_origins.begin() + std::ptrdiff_t(begin), from.m_origins.begin() + std::ptrdiff_t(end));
}

void MappedText::put(std::string_view content, Origin origin)
{
    m_bytes += content;
    const bool byteForByte = content.size() == origin.end - origin.begin;
    for (std::uint32_t i = 0; i < content.size(); ++i) {
        if (byteForByte)
            m_origins.push_back({.begin = origin.begin + i, .end = origin.begin + i + 1});
        else
            m_origins.push_back(i == 0 ? origin : Origin{.begin = origin.end, .end = origin.end});
    }
}

}   // namespace core
