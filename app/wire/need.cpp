#include "wire/need.h"

#include "core/nearest.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace carewall::wire {
namespace {

using google::protobuf::Descriptor;

constexpr std::size_t named = 3;  // the status has all of them

const std::array<Need, 10>& needs()
{
    static const std::array<Need, 10> all{{
        {"QueueNow",
         "waiting is left out",
         "a queue's report needs at least waiting",
         R"({"waiting": 7})",
         {"waiting", "ages_s"},
         true},
        {"QueueDay",
         "slots and hours are left out",
         "a queue's day needs at least slots or hours",
         R"({"slots": [{"start_ms": 1727776800000, "offered": 12}]})",
         {"slots", "hours"},
         true},
        {"VoiceNow",
         "open is left out",
         "a report of voices needs at least open",
         R"({"open": {"start_ms": 1727776800000, "total": {"mentions": 20}}})",
         {"open"},
         true},
        {"VoiceDay",
         "slots is left out",
         "a day of voices needs at least slots",
         R"({"slots": [{"start_ms": 1727776800000, "total": {"mentions": 20}}]})",
         {"slots"},
         true},
        {"IssueNote",
         "stage is left out",
         "an issue's note needs at least stage",
         R"({"stage": "ISSUE_STAGE_HANDED_OFF"})",
         {"stage"}},
        {"Metric", "value is left out", "a metric needs at least value", R"({"value": 4.2})", {"value"}},
        {"Moment", "text is left out", "a moment needs at least text", R"({"text": "Well done"})", {"text"}},
        {"Notice", "text is left out", "a notice needs at least text", R"({"text": "Stand-up at 15:00"})", {"text"}},
        {"FloorClock",
         "floor_ms and at_ms are left out",
         "a clock needs at least both while it runs, and a phase when it does not",
         R"({"floor_ms": 1727776800000, "at_ms": 1760176800000})",
         {"floor_ms", "at_ms", "phase"}},
        {"BoardCommand",
         "command is empty",
         "it must hold one of scene, next, previous, hold, language, theme, dim, identify, notice and qr",
         R"({"identify": true})",
         {}},
    }};
    return all;
}

/// The field that one of the strangers was probably meant to be.
std::string meant(std::span<const std::string> strangers, const Descriptor& message)
{
    std::vector<std::string_view> names;
    names.reserve(static_cast<std::size_t>(message.field_count()));
    for (int i = 0; i < message.field_count(); ++i)
        names.push_back(message.field(i)->name());
    for (std::string stranger : strangers) {
        std::ranges::transform(stranger, stranger.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (const auto near = core::nearest(stranger, names)) return std::string(*near);
    }
    return {};
}

}  // namespace

const Need& needOf(const Descriptor& report)
{
    const auto found = std::ranges::find(needs(), report.name(), &Need::message);
    return found == needs().end() ? needs().front() : *found;
}

bool mustSayMore(const Descriptor& part)
{
    constexpr std::array<std::string_view, 6> parts{"Tally", "VoiceSlot", "Mentions", "Agents", "Target", "Notice"};
    return std::ranges::find(parts, part.name()) != parts.end();
}

std::string strangerWords(std::span<const std::string> strangers, const Descriptor& message)
{
    if (strangers.empty()) return {};
    std::string words = " (unknown: ";
    for (std::size_t i = 0; i < std::min(strangers.size(), named); ++i)
        words.append(i == 0 ? "" : ", ").append(strangers[i]);
    words += strangers.size() > named ? " and more)" : ")";
    const std::string field = meant(strangers, message);
    return field.empty() ? words : words + "; did you mean '" + field + "'?";
}

std::string needWords(std::string_view trouble, std::span<const std::string> strangers, const Descriptor& report)
{
    const Need& need = needOf(report);
    std::string words = std::string(trouble) + strangerWords(strangers, report);
    std::string rest(need.needs);
    if (words.back() == '?')
        rest[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(rest[0])));
    else
        words += ';';
    return words.append(" ").append(rest).append(", e.g. ").append(need.example);
}

std::string oneOf(const Descriptor& report)
{
    const std::string& name = report.name();
    return (std::string_view{"AEIOU"}.find(name.front()) == std::string_view::npos ? "a " : "an ") + name;
}

}  // namespace carewall::wire
