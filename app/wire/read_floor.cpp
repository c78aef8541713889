#include "core/languages.h"
#include "core/limits.h"
#include "core/scenes.h"
#include "core/theme.h"
#include "wire/reads.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace carewall::wire {
namespace {

namespace limits = core::limits;
using namespace std::chrono_literals;

constexpr core::Seconds metric_slot = 5min;
constexpr double fastest = 1e7;

core::Good readGood(Reading& in, v1::Good from)
{
    switch (from) {
    case v1::GOOD_UNSPECIFIED:
        return core::Good::Unknown;
    case v1::GOOD_UP:
        return core::Good::Up;
    case v1::GOOD_DOWN:
        return core::Good::Down;
    default:
        in.countUnknown();
        return core::Good::Unknown;
    }
}

double readRate(Reading& in, double rate)
{
    if (rate == 0) return 1;
    if (rate > 0 && rate <= fastest) return rate;
    in.refuse("rate", "is not floor seconds a real second; it must be more than 0 and at most 10000000");
    return 1;
}

}  // namespace

core::Header readHeader(Reading& in, const v1::Header& from)
{
    const auto step = in.in("header");
    return {{from.epoch(), from.sequence()}, in.timeIfSet("time_ms", from.time_ms()), core::Seconds{from.interval_s()}};
}

core::Metric readMetric(Reading& in, const v1::Metric& from)
{
    core::Metric metric;
    metric.header = readHeader(in, from.header());
    metric.label = Reading::label(from.label());
    metric.unit = Reading::label(from.unit());
    if (!from.has_value()) in.refuse("value", "is left out; a metric needs its value, and 0 must be said");
    metric.value = in.finite("value", from.value());
    if (from.has_target()) metric.target = in.finite("target", from.target());
    metric.good = readGood(in, from.good());
    if (!in.fits("slots", from.slots_size(), limits::metric_slots)) return metric;
    metric.slots.reserve(static_cast<std::size_t>(from.slots_size()));
    SlotOrder order;
    for (int i = 0; i < from.slots_size() && !in.refused(); ++i) {
        const auto step = in.in("slots", i);
        const v1::MetricSlot& slot = from.slots(i);
        const SlotTimes times = closedSlot(in, slot.start_ms(), slot.length_s(), metric_slot);
        order.next(in, times);
        if (!slot.has_value()) in.refuse("value", "is left out; a slot without a figure is not sent");
        metric.slots.push_back({times.start, times.length, in.finite("value", slot.value())});
    }
    return metric;
}

core::Moment readMoment(Reading& in, const v1::Moment& from)
{
    core::Moment moment;
    moment.header = readHeader(in, from.header());
    moment.text = in.told("text", from.text());
    moment.team = Reading::label(from.team());
    moment.channel = Reading::label(from.channel());
    moment.thanks = Reading::label(from.thanks());
    moment.until = in.timeIfSet("until_ms", from.until_ms());
    moment.names_nobody = from.names_nobody();
    return moment;
}

namespace {

/// A notice that may be without text: in a command that takes one away.
core::Notice readWords(Reading& in, const v1::Notice& from)
{
    core::Notice notice;
    notice.header = readHeader(in, from.header());
    notice.text = Reading::text(from.text());
    notice.severity = in.choice(from.severity(), core::Severity::Act);
    notice.until = in.timeIfSet("until_ms", from.until_ms());
    return notice;
}

}  // namespace

core::Notice readNotice(Reading& in, const v1::Notice& from)
{
    (void)in.told("text", from.text());
    return readWords(in, from);
}

core::FloorClock readFloorClock(Reading& in, const v1::FloorClock& from)
{
    core::FloorClock clock;
    clock.header = readHeader(in, from.header());
    clock.floor = in.time("floor_ms", from.floor_ms());
    clock.at = in.time("at_ms", from.at_ms());
    clock.rate = readRate(in, from.rate());
    clock.phase = in.choice(from.phase(), core::ClockPhase::Lost);
    clock.label = Reading::label(from.label());
    if (clock.phase == core::ClockPhase::Running && from.floor_ms() == 0)
        in.refuse("floor_ms", "is left out; it must be the floor's time, ms since 1970, when the wall's is at_ms");
    // The arrival cannot stand in: a retained clock arrives long after it was set.
    if (clock.phase == core::ClockPhase::Running && from.at_ms() == 0)
        in.refuse("at_ms", "is left out; it must be the wall's time, ms since 1970, at which the floor's is floor_ms");
    return clock;
}

namespace {

using Kind = core::BoardCommand::Kind;

/// One of a few words; refuses with all of them.
std::string oneOf(Reading& in, const char* field, const std::string& word, std::span<const std::string_view> words)
{
    if (std::find(words.begin(), words.end(), word) != words.end()) return word;
    std::string right = "is \"" + Reading::label(word) + "\"; it must be one of";
    for (const std::string_view each : words)
        right.append(" \"").append(each).append("\"");
    in.refuse(field, right);
    return {};
}

/// None: back to the playlist.
std::optional<core::Scene> readScene(Reading& in, const std::string& word)
{
    std::vector<std::string_view> words;
    words.reserve(core::asked_scenes.size() + 1);
    for (const core::Scene scene : core::asked_scenes)
        words.push_back(core::name(scene));
    words.push_back(core::playlist_name);
    return core::sceneNamed(oneOf(in, "scene", word, words));
}

/// A wish without a value: true, or left out.
Kind wish(Reading& in, const char* field, bool value, Kind kind)
{
    if (!value) in.refuse(field, "is false; it must be true, or left out");
    return kind;
}

}  // namespace

core::BoardCommand readBoardCommand(Reading& in, const v1::BoardCommand& from)
{
    core::BoardCommand command;
    command.header = readHeader(in, from.header());
    switch (from.what_case()) {
    case v1::BoardCommand::kScene:
        command.kind = Kind::Scene;
        command.scene = readScene(in, from.scene());
        break;
    case v1::BoardCommand::kIdentify:
        command.kind = wish(in, "identify", from.identify(), Kind::Identify);
        break;
    case v1::BoardCommand::kDim:
        command.kind = Kind::Dim;
        command.dim = in.ratio("dim", from.dim());
        break;
    case v1::BoardCommand::kNotice: {
        command.kind = Kind::Notice;
        const auto step = in.in("notice");
        command.notice = readWords(in, from.notice());
        break;
    }
    case v1::BoardCommand::kNext:
        command.kind = wish(in, "next", from.next(), Kind::Next);
        break;
    case v1::BoardCommand::kPrevious:
        command.kind = wish(in, "previous", from.previous(), Kind::Previous);
        break;
    case v1::BoardCommand::kHold:
        command.kind = Kind::Hold;
        command.hold = from.hold();
        break;
    case v1::BoardCommand::kLanguage:
        command.kind = Kind::Language;
        command.language = oneOf(in, "language", from.language(), core::language_codes);
        break;
    case v1::BoardCommand::kQr:
        command.kind = Kind::Qr;
        if (!from.qr().empty()) command.issue = in.id("qr", from.qr());
        break;
    case v1::BoardCommand::kTheme: {
        command.kind = Kind::Theme;
        const auto named = std::ranges::find(core::themes, oneOf(in, "theme", from.theme(), core::themes));
        if (named != core::themes.end()) command.theme = static_cast<core::Theme>(named - core::themes.begin());
        break;
    }
    case v1::BoardCommand::WHAT_NOT_SET:
        in.refuse("command", "is empty; it must hold one of scene, next, previous, hold, language, theme, dim, "
                             "identify, notice and qr");
        break;
    }
    return command;
}

}  // namespace carewall::wire
