#include "wire/topic.h"

#include "core/limits.h"
#include "core/topic_name.h"
#include "wire/near_topic.h"
#include "wire/topic_shapes.h"

#include <array>
#include <optional>
#include <span>
#include <utility>

namespace carewall::wire {
namespace {

namespace limits = core::limits;

auto refused(std::string why)
{
    return core::failure(DecodeError{DecodeError::Kind::Topic, std::move(why)});
}

std::string numbered(std::size_t n)
{
    return std::to_string(n);
}

/// Fits the levels behind the floor into a shape.
std::optional<Topic> fit(const TopicShape& shape, std::span<const std::string_view> levels)
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
        if (const auto trouble = core::idTrouble(parts.at(count)))
            return refused("level " + numbered(count + 1) + " of the topic " + *trouble +
                           (count == 0 && slash == 0 ? "; leave the '/' in front away" : ""));
        if (slash == std::string_view::npos) break;
        rest.remove_prefix(slash + 1);
    }
    ++count;
    if (count > 3 && parts[0] == core::topic_root && parts[1] == core::topic_version) {
        const std::span<const std::string_view> levels{parts.data() + 3, count - 3};
        for (const TopicShape& shape : topic_shapes) {
            if (auto topic = fit(shape, levels)) {
                topic->floor = parts[2];
                return *std::move(topic);
            }
        }
    }
    return refused(topicTrouble({parts.data(), count}));
}

std::string topicName(const Topic& topic)
{
    std::string name{core::topic_root};
    const auto level = [&name](std::string_view part) { name.append("/").append(part); };
    level(core::topic_version);
    level(topic.floor);
    for (const TopicShape& shape : topic_shapes) {
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
    return std::string(core::topic_prefix).append(floor).append("/#");
}

}  // namespace carewall::wire
