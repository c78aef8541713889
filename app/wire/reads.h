#pragma once

#include "carewall/v1/board.pb.h"
#include "carewall/v1/floor.pb.h"
#include "carewall/v1/queue.pb.h"
#include "carewall/v1/voice.pb.h"
#include "core/report.h"
#include "wire/field_reader.h"

/// Inside the room only: one reader a message.
namespace carewall::wire {

core::Header readHeader(Reading& in, const v1::Header& from);
core::Sketch readSketch(Reading& in, const v1::Sketch& from);

core::QueueNow readQueueNow(Reading& in, const v1::QueueNow& from);
core::QueueDay readQueueDay(Reading& in, const v1::QueueDay& from);
core::VoiceNow readVoiceNow(Reading& in, const v1::VoiceNow& from);
core::VoiceDay readVoiceDay(Reading& in, const v1::VoiceDay& from);
core::IssueNote readIssueNote(Reading& in, const v1::IssueNote& from);
core::Metric readMetric(Reading& in, const v1::Metric& from);
core::Moment readMoment(Reading& in, const v1::Moment& from);
core::Notice readNotice(Reading& in, const v1::Notice& from);
core::FloorClock readFloorClock(Reading& in, const v1::FloorClock& from);
core::BoardCommand readBoardCommand(Reading& in, const v1::BoardCommand& from);

}  // namespace carewall::wire
