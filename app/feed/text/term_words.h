#pragma once

#include <cstdint>

namespace carewall::feed {

/// Of a folded word, in UTF-16: FNV-1a, the same in every run. Never 0.
class WordHash {
public:
    void add(char16_t letter) { m_hash = (m_hash ^ letter) * 0x100000001B3U; }
    std::uint64_t value() const { return m_hash == 0 ? 1 : m_hash; }

private:
    std::uint64_t m_hash = 0xCBF29CE484222325U;
};

/// By the hash of the folded word: "hello" and its like, after which a name comes.
bool isGreeting(std::uint64_t word);
/// "morning" and its like, which greet at the start of a line.
bool isTimeOfDay(std::uint64_t word);
/// "regards", "thanks": the same at the end.
bool isSignOff(std::uint64_t word);
/// A month or a day of the week, in the languages that care floors write most.
bool isCalendarWord(std::uint64_t word);

}  // namespace carewall::feed
