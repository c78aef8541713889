#include "wire/decode.h"

#include "wire/payload.h"
#include "wire/reads.h"
#include "wire/topic.h"

#include <utility>

namespace carewall::wire {
namespace {

using core::Subject;

/// Parses the payload as `Proto` and lets `read` make the event's alternative of it.
template <typename Proto, typename Read>
core::Result<Decoded, DecodeError> decodeAs(const core::Message& message, core::Origin origin, Read read)
{
    Proto from;
    auto unknown = parsePayload(message.payload, from);
    if (!unknown) return core::failure(std::move(unknown.error()));
    Reading in;
    Decoded decoded{{message.received, read(in, from), origin, message.retained}, {}};
    if (in.refused()) return core::failure(DecodeError{DecodeError::Kind::Value, in.why(), std::move(*unknown)});
    decoded.unknown = std::move(*unknown);
    decoded.unknown.count += in.unknown();
    return decoded;
}

core::Result<Decoded, DecodeError> decodeVoices(const core::Message& message, core::Origin origin, Topic& topic)
{
    switch (topic.subject) {
    case Subject::VoiceNow:
        return decodeAs<v1::VoiceNow>(message, origin, [&](Reading& in, const v1::VoiceNow& from) {
            return core::VoiceNowReported{std::move(topic.source), readVoiceNow(in, from)};
        });
    case Subject::VoiceDay:
        return decodeAs<v1::VoiceDay>(message, origin, [&](Reading& in, const v1::VoiceDay& from) {
            return core::VoiceDayReported{std::move(topic.source), readVoiceDay(in, from)};
        });
    default:
        return decodeAs<v1::IssueNote>(message, origin, [&](Reading& in, const v1::IssueNote& from) {
            return core::IssueNoted{std::move(topic.id), readIssueNote(in, from)};
        });
    }
}

core::Result<Decoded, DecodeError> decodeWords(const core::Message& message, core::Origin origin, Topic& topic)
{
    switch (topic.subject) {
    case Subject::Moment:
        return decodeAs<v1::Moment>(message, origin, [&](Reading& in, const v1::Moment& from) {
            return core::MomentShared{std::move(topic.id), readMoment(in, from)};
        });
    case Subject::Notice:
        return decodeAs<v1::Notice>(message, origin, [&](Reading& in, const v1::Notice& from) {
            return core::NoticePosted{std::move(topic.id), readNotice(in, from)};
        });
    case Subject::Clock:
        return decodeAs<v1::FloorClock>(message, origin, [](Reading& in, const v1::FloorClock& from) {
            return core::FloorClockSet{readFloorClock(in, from)};
        });
    default:
        return decodeAs<v1::BoardCommand>(message, origin, [](Reading& in, const v1::BoardCommand& from) {
            return core::CommandGiven{readBoardCommand(in, from)};
        });
    }
}

}  // namespace

core::Result<Decoded, DecodeError> decode(const core::Message& message, core::Origin origin)
{
    auto topic = parseTopic(message.topic);
    if (!topic) return core::failure(std::move(topic.error()));
    if (topic->subject == Subject::BoardStatus)
        return core::failure(DecodeError{DecodeError::Kind::Status, "a board's status is no report"});
    if (message.payload.empty()) {
        core::Withdrawn gone{topic->subject, std::move(topic->id), std::move(topic->source)};
        return Decoded{{message.received, std::move(gone), origin, message.retained}, {}};
    }
    switch (topic->subject) {
    case Subject::QueueNow:
        return decodeAs<v1::QueueNow>(message, origin, [&](Reading& in, const v1::QueueNow& from) {
            return core::QueueNowReported{std::move(topic->id), std::move(topic->source), readQueueNow(in, from)};
        });
    case Subject::QueueDay:
        return decodeAs<v1::QueueDay>(message, origin, [&](Reading& in, const v1::QueueDay& from) {
            return core::QueueDayReported{std::move(topic->id), std::move(topic->source), readQueueDay(in, from)};
        });
    case Subject::Metric:
        return decodeAs<v1::Metric>(message, origin, [&](Reading& in, const v1::Metric& from) {
            return core::MetricReported{std::move(topic->id), readMetric(in, from)};
        });
    case Subject::VoiceNow:
    case Subject::VoiceDay:
    case Subject::IssueNote:
        return decodeVoices(message, origin, *topic);
    default:
        return decodeWords(message, origin, *topic);
    }
}

}  // namespace carewall::wire
