#include "wire/near_topic.h"

#include "core/limits.h"
#include "core/nearest.h"
#include "core/topic_name.h"
#include "wire/topic_shapes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace carewall::wire {
namespace {

using Levels = std::span<const std::string_view>;

/// Whoever leaves the source out is probably a person.
constexpr std::string_view likely_source = "me";

/// The prefix as it is said: without its last slash.
constexpr std::string_view root_words = core::topic_prefix.substr(0, core::topic_prefix.size() - 1);

/// The first fault that is found is the one that is told; what would be right mends all of them.
struct Fault {
    std::string words;
    void say(std::string found)
    {
        if (words.empty()) words = std::move(found);
    }
};

std::string quoted(std::string_view level)
{
    return std::string("'").append(level).append("'");
}

std::string inSmallLetters(std::string_view level)
{
    std::string small{level};
    for (char& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return small;
}

bool isVersion(std::string_view level)
{
    return level.size() > 1 && (level[0] == 'v' || level[0] == 'V') &&
           level.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// The kind of report that the level names or nearly names; empty: none.
std::string_view kindLike(std::string_view level)
{
    std::vector<std::string_view> kinds;
    kinds.reserve(topic_forms.size());
    for (const TopicForm& form : topic_forms)
        kinds.push_back(form.kind);
    return core::nearest(inSmallLetters(level), kinds).value_or("");
}

bool isKind(std::string_view level)
{
    return std::any_of(
        topic_forms.begin(), topic_forms.end(), [&](const auto& form) { return form.kind == level; });
}

std::string allForms()
{
    std::string all;
    for (const TopicForm& form : topic_forms)
        all.append(all.empty() ? "" : ", ").append(form.kind).append(form.behind);
    return all;
}

/// What comes behind a kind: how many names, whether the last of them is a source, and how it may end.
struct Ending {
    std::size_t names = 0;
    bool has_source = false;
    std::vector<std::string_view> tails;
    std::string tailsInWords() const
    {
        return std::string(tails.front()) + (tails.size() > 1 ? std::string(" or ").append(tails[1]) : "");
    }
};

Ending endingOf(std::string_view kind)
{
    Ending ending;
    for (const TopicShape& shape : topic_shapes) {
        if (shape.kind != kind) continue;
        ending.names = shape.names();
        ending.has_source = shape.has_source;
        if (!shape.tail.empty()) ending.tails.push_back(shape.tail);
    }
    return ending;
}

/// How the topic was to end, taken off `given` where it stands there.
std::string_view meantTail(const Ending& ending, Levels& given, Fault& fault)
{
    if (ending.tails.empty()) return {};
    const bool enough = given.size() > ending.names;  // then the last level is an end, however it is spelt
    if (!given.empty()) {
        const std::string_view last = given.back();
        const std::string small = inSmallLetters(last);
        const auto same = std::find(ending.tails.begin(), ending.tails.end(), small);
        const auto tail = same != ending.tails.end() ? std::optional{*same}
                          : enough                   ? core::nearest(small, ending.tails)
                                                     : std::nullopt;
        if (tail || enough) given = given.first(given.size() - 1);
        if (enough && tail != last) fault.say(quoted(last) + " is not " + ending.tailsInWords());
        if (tail || enough) return tail.value_or(ending.tails.front());
    }
    if (given.size() == ending.names) fault.say("topic lacks " + ending.tailsInWords() + " at its end");
    return ending.tails.front();
}

/// What was probably meant by the levels behind the kind; empty when too much is missing, or too much is there.
std::optional<std::string> meantEnding(std::string_view kind, Levels given, Fault& fault)
{
    const Ending ending = endingOf(kind);
    const std::string_view tail = meantTail(ending, given, fault);
    if (given.size() > ending.names) {
        fault.say("topic has too many levels");
        if (!ending.tails.empty()) return std::nullopt;
        given = given.first(ending.names);
    }
    std::string meant;
    for (const std::string_view name : given)
        meant.append("/").append(name);
    if (given.size() < ending.names) {
        const bool only_source = ending.has_source && given.size() + 1 == ending.names;
        fault.say(only_source ? "topic lacks the source" : "topic ends early");
        if (!only_source) return std::nullopt;
        meant.append("/").append(likely_source);
    }
    if (!tail.empty()) meant.append("/").append(tail);
    return meant;
}

/// Takes root and version off the front. False when what follows is not ours to guess at.
bool takeRoot(Levels& levels, Fault& fault)
{
    const std::string_view root = levels.front();
    if (root != core::topic_root) {
        if (inSmallLetters(root) != core::topic_root)
            return fault.say("topic does not begin with " + std::string(root_words)), false;
        fault.say("topic begins with " + quoted(root) + ", not carewall in small letters");
    }
    levels = levels.subspan(1);
    const std::string_view version = levels.empty() ? "none" : levels.front();
    if (version == core::topic_version) {
        levels = levels.subspan(1);
    } else if (inSmallLetters(version) == core::topic_version) {
        fault.say("topic says " + quoted(version) + ", not v1 in small letters");
        levels = levels.subspan(1);
    } else if (levels.empty() || isVersion(version)) {
        return fault.say("topic speaks version " + std::string(version) + "; this board reads v1"), false;
    } else {
        fault.say(quoted(std::string(root) + "/" + std::string(version) + "/...") + " lacks the version");
    }
    return true;
}

}  // namespace

std::string topicTrouble(std::span<const std::string_view> levels)
{
    Fault fault;
    if (!takeRoot(levels, fault)) return fault.words;
    std::string meant{core::topic_prefix};
    if (levels.size() > 1 && isKind(levels[0]) && kindLike(levels[1]).empty()) {
        fault.say("topic lacks the floor");
        meant += "{floor}";
    } else if (!levels.empty()) {
        meant += levels.front();
        levels = levels.subspan(1);
    }
    if (levels.empty()) fault.say("topic ends early");
    const std::string_view kind = levels.empty() ? "" : kindLike(levels.front());
    if (!levels.empty() && kind != levels.front()) fault.say(quoted(levels.front()) + " is not a kind of report");
    if (kind.empty()) return fault.words + "; after " + std::string(root_words) + "/{floor} comes one of " + allForms();
    meant.append("/").append(kind);
    if (const auto ending = meantEnding(kind, levels.subspan(1), fault)) {
        if (meant.size() + ending->size() <= core::limits::topic_bytes)
            return fault.words + "; did you mean " + meant + *ending + "?";
    }
    const auto form =
        std::find_if(topic_forms.begin(), topic_forms.end(), [&](const auto& f) { return f.kind == kind; });
    return fault.words + "; it must be " + meant + std::string(form->behind);
}

}  // namespace carewall::wire
