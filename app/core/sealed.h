#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a program keeps as a whole, behind a head: what it is, in which version, and a checksum of the rest.
namespace carewall::core {

/// Bytes taken apart: the version that they say, and whether the body is the one that was sealed.
struct Unsealed {
    std::uint64_t version = 0;
    bool whole = false;
    std::string_view body;  ///< of the bytes that were taken apart
};

/// `magic` tells what it is, and differs from that of anything else.
std::string seal(std::string_view magic, std::uint32_t version, std::string_view body);
/// Empty when the bytes do not begin with `magic`.
std::optional<Unsealed> unseal(std::string_view magic, std::string_view bytes);

/// Whether a moment that was kept, in ms since 1970, can be one: within 9500 years of it.
constexpr bool isKeptTime(std::int64_t ms)
{
    constexpr std::int64_t farthest = 300'000'000'000'000;
    return ms >= -farthest && ms <= farthest;
}

/// FNV-1a, 64 bits: tells a damaged file from a whole one; no defence against anybody who means it.
std::uint64_t checksum(std::string_view bytes);

}  // namespace carewall::core
