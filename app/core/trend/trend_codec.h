#pragma once

#include "core/time.h"

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

/// Numbers as bytes, little-endian, and back. For what the board keeps for itself; the wire has protobuf.
namespace carewall::core {

class ByteWriter {
public:
    void number(std::uint64_t value, int bytes = 8)
    {
        for (int i = 0; i < bytes; ++i)
            m_bytes += static_cast<char>(value >> (8 * i) & 0xffU);
    }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void real(float value) { number(std::bit_cast<std::uint32_t>(value), 4); }
    void time(WallTime value) { number(static_cast<std::uint64_t>(toMs(value))); }
    void flag(bool value) { number(value ? 1 : 0, 1); }
    void text(std::string_view value);  ///< at most 255 bytes
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what a ByteWriter wrote. Once something is missing or impossible, failed() is true and all further values 0.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest{bytes} {}

    std::uint64_t number(int bytes = 8);
    double real(double least, double most);  ///< one outside is a failure, as is NaN
    float realFloat(float least, float most);
    WallTime time();  ///< within some thousand years of 1970
    bool flag();
    std::string text();
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }
    void fail() { m_failed = true; }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

/// FNV-1a, 64 bits: tells a damaged file from a whole one; no defence against anybody who means it.
std::uint64_t checksum(std::string_view bytes);

}  // namespace carewall::core
