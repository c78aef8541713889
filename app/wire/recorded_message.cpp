#include "wire/recorded_message.h"

#include "carewall/v1/recording.pb.h"
#include "core/limits.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>

#include <algorithm>

namespace carewall::wire {
namespace {

// The inbox refuses larger messages, yet a recording may hold one that was over the limit by some margin.
constexpr std::size_t entry_bytes = 16 * core::limits::payload_bytes;
constexpr std::size_t varint_bytes = 10;

auto damaged(std::string why)
{
    return core::failure(DecodeError{DecodeError::Kind::Unreadable, std::move(why)});
}

}  // namespace

std::string encodeRecorded(const core::Message& message)
{
    v1::RecordedMessage entry;
    entry.set_wall_ms(core::toMs(message.received.wall));
    entry.set_steady_ms(message.received.steady.time_since_epoch().count());
    entry.set_topic(message.topic);
    entry.set_payload(message.payload);
    entry.set_retained(message.retained);

    std::string bytes;
    for (std::size_t length = entry.ByteSizeLong(); true; length >>= 7U) {
        const bool last = length < 0x80;
        bytes.push_back(static_cast<char>(last ? length : (length & 0x7FU) | 0x80U));
        if (last) break;
    }
    entry.AppendToString(&bytes);
    return bytes;
}

core::Result<std::optional<core::Message>, DecodeError> nextRecorded(std::string_view& bytes)
{
    if (bytes.empty()) return std::nullopt;
    std::size_t length = 0;
    std::size_t used = 0;
    for (bool more = true; more; ++used) {
        if (used == std::min(varint_bytes, bytes.size()))
            return damaged("recording ends or is damaged in an entry's length");
        const auto byte = static_cast<unsigned char>(bytes[used]);
        length |= static_cast<std::size_t>(byte & 0x7FU) << (7 * used);
        more = (byte & 0x80U) != 0;
    }
    if (length > entry_bytes) return damaged("recording is damaged: an entry of " + std::to_string(length) + " bytes");
    if (length > bytes.size() - used) return damaged("recording ends in the middle of an entry");
    const std::string_view body = bytes.substr(used, length);
    const google::protobuf::LogSilencer quiet;
    v1::RecordedMessage entry;
    if (!entry.ParseFromArray(body.data(), static_cast<int>(body.size())))
        return damaged("recording has a damaged entry");
    bytes.remove_prefix(used + length);

    core::Message message;
    message.received = {core::wallTimeFromMs(entry.wall_ms()), core::SteadyTime{core::Milliseconds{entry.steady_ms()}}};
    message.topic = std::move(*entry.mutable_topic());
    message.payload = std::move(*entry.mutable_payload());
    message.retained = entry.retained();
    return std::optional{std::move(message)};
}

}  // namespace carewall::wire
