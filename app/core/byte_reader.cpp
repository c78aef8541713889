#include "core/byte_reader.h"

#include <bit>
#include <cstddef>

namespace carewall::core {

std::uint64_t ByteReader::number(int bytes)
{
    if (m_failed || m_rest.size() < static_cast<std::size_t>(bytes)) {
        m_failed = true;
        return 0;
    }
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(m_rest[static_cast<std::size_t>(i)])} << (8 * i);
    m_rest.remove_prefix(static_cast<std::size_t>(bytes));
    return value;
}

double ByteReader::real()
{
    return std::bit_cast<double>(number());
}

float ByteReader::realFloat()
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(number(4)));
}

WallTime ByteReader::time()
{
    return wallTimeFromMs(static_cast<std::int64_t>(number()));
}

bool ByteReader::flag()
{
    const std::uint64_t value = number(1);
    m_failed = m_failed || value > 1;
    return value == 1;
}

std::string ByteReader::text()
{
    const auto size = static_cast<std::size_t>(number(1));
    if (m_failed || m_rest.size() < size) {
        m_failed = true;
        return {};
    }
    std::string value{m_rest.substr(0, size)};
    m_rest.remove_prefix(size);
    return value;
}

}  // namespace carewall::core
