#pragma once

#include "core/event.h"

#include <array>
#include <cstddef>
#include <string_view>

/// The topics of the contract, as tables for those who take them apart.
namespace carewall::wire {

/// One shape of topic behind "carewall/v1/{floor}": kind [/ id] [/ source] [/ tail].
struct TopicShape {
    core::Subject subject;
    std::string_view kind;
    bool has_id;
    bool has_source;
    std::string_view tail;
    constexpr std::size_t names() const { return std::size_t{has_id} + std::size_t{has_source}; }
    constexpr std::size_t levels() const { return 1 + names() + (tail.empty() ? 0 : 1); }
};

inline constexpr std::array topic_shapes{
    TopicShape{core::Subject::QueueNow, "queue", true, true, "now"},
    TopicShape{core::Subject::QueueDay, "queue", true, true, "day"},
    TopicShape{core::Subject::VoiceNow, "voice", false, true, "now"},
    TopicShape{core::Subject::VoiceDay, "voice", false, true, "day"},
    TopicShape{core::Subject::IssueNote, "issue", true, false, "note"},
    TopicShape{core::Subject::Metric, "metric", true, false, ""},
    TopicShape{core::Subject::Moment, "moment", true, false, ""},
    TopicShape{core::Subject::Notice, "notice", true, false, ""},
    TopicShape{core::Subject::Clock, "clock", false, false, ""},
    TopicShape{core::Subject::BoardCommand, "board", true, false, "command"},
    TopicShape{core::Subject::BoardStatus, "board", true, false, "status"},
};

/// The same for people to read, one a kind.
struct TopicForm {
    std::string_view kind;
    std::string_view behind;  ///< what comes behind the kind
};

inline constexpr std::array topic_forms{
    TopicForm{"queue", "/{queue}/{source}/now or day"},
    TopicForm{"voice", "/{source}/now or day"},
    TopicForm{"issue", "/{issue}/note"},
    TopicForm{"metric", "/{id}"},
    TopicForm{"moment", "/{id}"},
    TopicForm{"notice", "/{id}"},
    TopicForm{"clock", ""},
    TopicForm{"board", "/{board}/command or status"},
};

}  // namespace carewall::wire
