#include "feed/conversation/pseudonyms.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>

namespace carewall::feed {

namespace {

template <typename Bytes>
std::string hex(const Bytes& bytes, std::size_t size)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 0xFU];
    }
    return text;
}

}  // namespace

std::string Pseudonyms::of(std::string_view author) const
{
    if (author.empty()) return {};
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    // The bytes of a string, as OpenSSL names them.
    const auto* bytes = reinterpret_cast<const unsigned char*>(author.data());
    if (HMAC(EVP_sha256(), m_salt.data(), static_cast<int>(m_salt.size()), bytes, author.size(), digest.data(),
             &size) == nullptr ||
        size < 8)
        return {};
    return hex(digest, 8);
}

std::string Pseudonyms::freshSalt()
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return {};
    return hex(bytes, bytes.size());
}

}  // namespace carewall::feed
