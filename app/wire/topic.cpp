#include "wire/topic.h"

#include "core/limits.h"
#include "wire/text.h"

#include <array>
#include <optional>
#include <span>
#include <utility>

namespace carewall::wire {
namespace {

using core::Subject;
namespace limits = core::limits;

constexpr std::string_view root = "carewall";
constexpr std::string_view version = "v1";

/// One shape of topic behind "carewall/v1/{floor}": kind [/ id] [/ source] [/ tail].
struct Shape {
    Subject subject;
    std::string_view kind;
    bool has_id;
    bool has_source;
    std::string_view tail;
    std::size_t levels() const
    {
        return std::size_t{1} + (has_id ? 1 : 0) + (has_source ? 1 : 0) + (tail.empty() ? 0 : 1);
    }
};

constexpr std::array shapes{
    Shape{Subject::QueueNow, "queue", true, true, "now"},
    Shape{Subject::QueueDay, "queue", true, true, "day"},
    Shape{Subject::VoiceNow, "voice", false, true, "now"},
    Shape{Subject::VoiceDay, "voice", false, true, "day"},
    Shape{Subject::IssueNote, "issue", true, false, "note"},
    Shape{Subject::Metric, "metric", true, false, ""},
    Shape{Subject::Moment, "moment", true, false, ""},
    Shape{Subject::Notice, "notice", true, false, ""},
    Shape{Subject::Clock, "clock", false, false, ""},
    Shape{Subject::BoardStatus, "board", true, false, "status"},
    Shape{Subject::BoardCommand, "board", true, false, "command"},
};
constexpr std::string_view known_shapes =
    "queue/{queue}/{source}/now or day, voice/{source}/now or day, issue/{issue}/note, metric/{id}, moment/{id}, "
    "notice/{id}, clock, board/{board}/status or command";

auto refused(std::string why)
{
    return core::failure(DecodeError{DecodeError::Kind::Topic, std::move(why)});
}

std::string numbered(std::size_t n)
{
    return std::to_string(n);
}

/// Fits the levels behind the floor into a shape.
std::optional<Topic> fit(const Shape& shape, std::span<const std::string_view> levels)
{
    if (levels.size() != shape.levels() || levels[0] != shape.kind) return std::nullopt;
    if (!shape.tail.empty() && levels.back() != shape.tail) return std::nullopt;
    Topic topic;
    topic.subject = shape.subject;
    std::size_t at = 1;
    if (shape.has_id) topic.id = levels[at++];
    if (shape.has_source) topic.source = levels[at];
    return topic;
}

}  // namespace

core::Result<Topic, DecodeError> parseTopic(std::string_view name)
{
    if (name.size() > limits::topic_bytes)
        return refused("topic has " + numbered(name.size()) + " bytes; it may have " + numbered(limits::topic_bytes));
    std::array<std::string_view, limits::topic_levels> parts;
    std::size_t count = 0;
    for (std::string_view rest = name;; ++count) {
        if (count == parts.size()) return refused("topic has more than " + numbered(parts.size()) + " levels");
        const std::size_t slash = rest.find('/');
        parts.at(count) = rest.substr(0, slash);
        if (const auto trouble = idTrouble(parts.at(count)))
            return refused("level " + numbered(count + 1) + " of the topic " + *trouble);
        if (slash == std::string_view::npos) break;
        rest.remove_prefix(slash + 1);
    }
    ++count;
    if (parts[0] != root) return refused("topic does not begin with carewall/v1");
    if (count < 2 || parts[1] != version)
        return refused("topic speaks version " + std::string(count < 2 ? "none" : parts[1]) + "; this board reads v1");
    if (count < 4)
        return refused("topic ends early; after carewall/v1/{floor} comes one of " + std::string(known_shapes));
    const std::span<const std::string_view> levels{parts.data() + 3, count - 3};
    for (const Shape& shape : shapes) {
        if (auto topic = fit(shape, levels)) {
            topic->floor = parts[2];
            return *std::move(topic);
        }
    }
    return refused("unknown topic; after carewall/v1/{floor} comes one of " + std::string(known_shapes));
}

std::string topicName(const Topic& topic)
{
    std::string name{root};
    const auto level = [&name](std::string_view part) { name.append("/").append(part); };
    level(version);
    level(topic.floor);
    for (const Shape& shape : shapes) {
        if (shape.subject != topic.subject) continue;
        level(shape.kind);
        if (shape.has_id) level(topic.id);
        if (shape.has_source) level(topic.source);
        if (!shape.tail.empty()) level(shape.tail);
    }
    return name;
}

std::string floorFilter(std::string_view floor)
{
    return std::string(root) + "/" + std::string(version) + "/" + std::string(floor) + "/#";
}

}  // namespace carewall::wire
