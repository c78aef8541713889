#include "feed/conversation/hash.h"

namespace carewall::feed {

std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : text)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

std::uint64_t splitmix(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t state = a;
    state = splitmix(state) ^ b;
    return splitmix(state);
}

}  // namespace carewall::feed
