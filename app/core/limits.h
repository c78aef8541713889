#pragma once

#include <cstddef>
#include <cstdint>

/// Every limit on what the board accepts and keeps. Passing one is counted and shown, never silent.
namespace carewall::core::limits {

inline constexpr std::size_t topic_bytes = 256;
inline constexpr std::size_t topic_levels = 8;
inline constexpr std::size_t payload_bytes = std::size_t{256} * 1024;  ///< one message; checked before parsing
inline constexpr std::size_t inbox_topics = 2048;                      ///< distinct topics waiting for a turn
inline constexpr std::size_t inbox_bytes = std::size_t{32} * 1024 * 1024;
inline constexpr std::size_t commands_waiting = 32;
inline constexpr int nesting = 16;                ///< protobuf messages or JSON braces inside each other
inline constexpr std::size_t id_bytes = 64;       ///< queue, source, issue, metric, moment, notice
inline constexpr std::size_t label_chars = 60;    ///< code points; longer ones are cut with an ellipsis
inline constexpr std::size_t text_chars = 280;    ///< moments, notices
inline constexpr std::size_t waiting_ages = 256;  ///< ages listed in one QueueNow
inline constexpr std::size_t day_slots = 600;     ///< closed slots in one QueueDay or VoiceDay
inline constexpr std::size_t slot_issues = 200;   ///< issues in one voice slot
inline constexpr std::size_t opening_hours = 21;  ///< of one queue: three spans a day
inline constexpr std::size_t holidays = 60;       ///< of one queue, in one QueueDay
inline constexpr std::size_t sketch_buckets = 640;
inline constexpr std::size_t metric_slots = 600;

inline constexpr std::size_t queues = 200;
inline constexpr std::size_t sources = 32;  ///< of one queue; and of voice
inline constexpr std::size_t issues = 500;
inline constexpr std::size_t metrics = 100;
inline constexpr std::size_t moments = 50;
inline constexpr std::size_t notices = 20;
inline constexpr std::size_t refusals_kept = 8;
inline constexpr std::size_t unknown_names = 8;        ///< names of unknown fields kept of one message
inline constexpr std::size_t unknown_name_bytes = 40;  ///< of one of them; longer ones are cut
inline constexpr std::size_t unknown_topics_kept = 8;  ///< topics whose unknown fields are kept by name
inline constexpr std::size_t other_floors = 3;         ///< named while a board awaits its first report

inline constexpr std::uint64_t count = 1'000'000'000'000;  ///< any counter on the wire

}  // namespace carewall::core::limits
