#pragma once

#include "core/time.h"
#include "wire/plain_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Inside the room only: fields of the wire become core values here, and nowhere unchecked.
namespace carewall::wire {

/// Reads the fields of one message, keeping where it is and the first thing that cannot be true. Every member returns a
/// harmless value when it refuses, so that readers read on without branches and look at the end.
class Reading {
public:
    /// Inside a field for as long as it lives: paths then begin with it.
    class Step {
    public:
        Step(Reading& reading, const char* field, int index) : m_reading(reading)
        {
            m_reading.m_path.push_back({field, index});
        }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        ~Step() { m_reading.m_path.pop_back(); }

    private:
        Reading& m_reading;
    };
    [[nodiscard]] Step in(const char* field, int index = -1) { return Step(*this, field, index); }

    /// Refuses the message: "{path}.{field} {words}". Only the first refusal is kept.
    void refuse(std::string_view field, std::string_view words);
    bool refused() const { return m_refused; }
    const std::string& why() const { return m_why; }

    /// At most limits::count.
    std::uint64_t count(std::string_view field, std::uint64_t value);
    /// At most as much as `whole`, of which it is a part.
    std::uint64_t part(std::string_view field, std::uint64_t value, std::string_view whole_field, std::uint64_t whole);
    /// Neither NaN nor infinite.
    double finite(std::string_view field, double value);
    /// In [least, most].
    double between(std::string_view field, double value, double least, double most);
    /// In [0, 1]; says what a percentage should have been.
    double ratio(std::string_view field, double value);
    /// Seconds, at least 0, at most 230 years.
    core::Milliseconds duration(std::string_view field, double seconds);
    /// Ms since 1970, before the year 2200.
    core::WallTime time(std::string_view field, std::int64_t ms);
    /// The same; 0 is "not set".
    std::optional<core::WallTime> timeIfSet(std::string_view field, std::int64_t ms);
    /// At most limits::label_chars or limits::text_chars, cut.
    static std::string label(std::string_view text);
    static std::string text(std::string_view text);
    /// The same as text(), and refused when nothing is left to say.
    std::string told(std::string_view field, std::string_view text);
    /// An id that could be a level of a topic.
    std::string id(std::string_view field, std::string_view value);
    /// False, and refused, when a list has more than `most` entries.
    bool fits(std::string_view field, int entries, std::size_t most);

    /// A proto enum whose value 0 stands for the first, mapped on a core enum that begins with the first.
    template <typename Core, typename Proto>
    Core choice(Proto value, Core last)
    {
        const int number = static_cast<int>(value);
        if (number >= 0 && number <= static_cast<int>(last) + 1) return static_cast<Core>(number == 0 ? 0 : number - 1);
        ++m_unknown;
        return Core{};
    }
    /// An enum value of a newer feed: left out and counted.
    void countUnknown() { ++m_unknown; }
    std::uint64_t unknown() const { return m_unknown; }

private:
    struct Place {
        const char* field;
        int index;
    };
    std::vector<Place> m_path;
    bool m_refused = false;
    std::string m_why;
    std::uint64_t m_unknown = 0;
};

/// A slot's place in time.
struct SlotTimes {
    core::WallTime start{};
    core::Milliseconds length{0};
};

/// Start and length of a closed slot; length_s 0 stands for `usual`, start_ms may not be left out.
SlotTimes closedSlot(Reading& in, std::int64_t start_ms, std::uint32_t length_s, core::Seconds usual);
/// Of the slot still running: start_ms 0 stands for the slot that the report's time is in. When a message arrived
/// cannot stand in for that: a retained one arrives long after it was written.
SlotTimes openSlot(Reading& in, std::int64_t start_ms, std::uint32_t length_s, core::Seconds usual,
                   const std::optional<core::WallTime>& time);

/// Holds closed slots to rising starts without overlap. One a list.
class SlotOrder {
public:
    void next(Reading& in, const SlotTimes& slot);

private:
    std::optional<core::WallTime> m_end;
};

}  // namespace carewall::wire
