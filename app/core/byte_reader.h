#pragma once

#include "core/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace carewall::core {

/// Reads little-endian numbers, as heads have them and as everything was kept before it was protobuf.
/// Once something is missing failed() is true, and all further values are 0.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest{bytes} {}

    std::uint64_t number(int bytes = 8);
    double real();
    float realFloat();
    WallTime time();
    bool flag();         ///< a byte; one that is neither 0 nor 1 is a failure
    std::string text();  ///< behind its length in one byte
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }
    void fail() { m_failed = true; }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

}  // namespace carewall::core
