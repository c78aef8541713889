#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carewall::connect {

inline constexpr std::size_t max_ami_line_bytes = 4 * 1024;
inline constexpr std::size_t max_ami_keys = 256;
inline constexpr std::size_t max_ami_message_bytes = 64 * 1024;

/// One message of Asterisk's manager interface (AMI): an event, or the answer to an action.
struct AmiMessage {
    std::vector<std::pair<std::string, std::string>> fields;  ///< key in small letters, value

    /// The value of a key that is named in small letters; empty when it is not there.
    std::string_view of(std::string_view key) const;
    /// "QueueCallerJoin"; empty of an answer.
    std::string_view event() const { return of("event"); }
    bool operator==(const AmiMessage&) const = default;
};

/// What became of the bytes.
struct AmiParserCounts {
    std::uint64_t messages = 0;
    std::uint64_t bad_lines = 0;      ///< no "Key: Value", too long, not UTF-8, or past max_ami_keys: left out
    std::uint64_t long_messages = 0;  ///< past max_ami_message_bytes: left out whole
    bool operator==(const AmiParserCounts&) const = default;
};

/// Bytes of AMI in, messages out, in whatever pieces they come. Who calls (any key that speaks of a caller id or of a
/// connected line) is dropped as it is read. No byte is fatal. Memory: one message.
class AmiParser {
public:
    /// Appends the messages that the bytes complete.
    void feed(std::string_view bytes, std::vector<AmiMessage>& out);
    /// A new connection: what was half read is forgotten, the counts stay.
    void restart();
    const AmiParserCounts& counts() const { return m_counts; }

private:
    void endLine(std::vector<AmiMessage>& out);
    void endMessage(std::vector<AmiMessage>& out);
    void take(std::string_view line);

    AmiParserCounts m_counts;
    AmiMessage m_message;
    std::string m_line;
    std::size_t m_line_bytes = 0;     ///< with those past the limit
    std::size_t m_message_bytes = 0;  ///< likewise
};

}  // namespace carewall::connect
