#include "core/sealed.h"

#include "core/byte_reader.h"

namespace carewall::core {

namespace {

constexpr int version_bytes = 4;
constexpr int checksum_bytes = 8;

void append(std::string& bytes, std::uint64_t value, int size)
{
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xffU);
}

}  // namespace

std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

std::string seal(std::string_view magic, std::uint32_t version, std::string_view body)
{
    std::string bytes{magic};
    append(bytes, version, version_bytes);
    append(bytes, checksum(body), checksum_bytes);
    bytes += body;
    return bytes;
}

std::optional<Unsealed> unseal(std::string_view magic, std::string_view bytes)
{
    if (!bytes.starts_with(magic)) return std::nullopt;
    bytes.remove_prefix(magic.size());
    ByteReader head{bytes};
    Unsealed made;
    made.version = head.number(version_bytes);
    const std::uint64_t sum = head.number(checksum_bytes);
    if (head.failed()) return made;
    made.body = bytes.substr(version_bytes + checksum_bytes);
    made.whole = checksum(made.body) == sum;
    return made;
}

}  // namespace carewall::core
