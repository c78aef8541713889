#include "wire/golden.h"

#include "core/match.h"
#include "wire/encode.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <type_traits>

namespace carewall::golden {
namespace {

using namespace core;
using namespace std::chrono_literals;

constexpr std::string_view floor_topics = "carewall/v1/demo/";
constexpr std::int64_t ten_ms = 1'727'776'800'000;  // 2024-10-01 10:00 UTC

WallTime ten()
{
    return wallTimeFromMs(ten_ms);
}

Header fullHeader()
{
    return {{1'727'700'000'000, 42}, ten() + 4min, 10s};
}

QueueNow queueNow()
{
    QueueNow now;
    now.header = fullHeader();
    now.label = "Billing";
    now.channel = "chat";
    now.team = "Payments";
    now.target = {20s, 0.8, AbandonPolicy::Negative, 4500ms};
    now.waiting = 5;
    now.ages = {95500ms, 30s, 1500ms};
    now.agents = Agents{3, 4, 1};
    now.calibration = Calibration{{-0.5, 0.875, -3.25, 0.625, 0.5, 0.25, -1.5}, {0.25, 0.75, -0.5, 0.125}, 1.25};
    Tally open;
    open.start = ten();
    open.length = 5min;
    open.offered = 12;
    open.answered = 9;
    open.answered_within_target = 7;
    open.abandoned = 2;
    open.abandoned_within_target = 1;
    open.resolved = 6;
    open.fcr = 4;
    open.answered_by_community = 2;
    open.abandoned_short = 1;
    open.line = {95'500, 61'000, 30'000, 6, 14, 3, 640'000};
    open.response = *Sketch::fromParts(5, 1, -10, {3, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3});
    now.open = open;
    return now;
}

QueueDay queueDay()
{
    Tally first;
    first.start = ten();
    first.length = 5min;
    first.offered = 40;
    first.answered = 35;
    first.answered_within_target = 31;
    first.abandoned = 3;
    first.resolved = 20;
    first.fcr = 15;
    first.response = *Sketch::fromParts(5, 2, 100, {3, 1, 4, 1, 5, 9, 2, 6});
    Tally second;
    second.start = ten() + 10min;
    second.length = 1min;
    second.offered = 1;
    second.response = *Sketch::fromParts(-2, 0, -1, {1});
    return {fullHeader(),
            {first, second},
            {{{8h, 20h + 30min, 0b0100111}, {10h, 0h, 0}},
             {Date{std::chrono::year{2024} / 12 / 25}, Date{std::chrono::year{2024} / 12 / 26}}}};
}

QueueDay queueDayOfPlainValues()
{
    Tally slot;
    slot.start = ten();
    slot.length = 5min;
    slot.answered = 4;
    for (const double seconds : {12.5, 3.0, 0.0, 700.0})
        slot.response.add(seconds);
    return {{}, {slot}, {}};
}

VoiceSlot voiceSlot(WallTime start)
{
    VoiceSlot slot;
    slot.start = start;
    slot.length = 15min;
    slot.total = {50, 10, 25, 120'000};
    slot.ladder = {20, 18, 9, 3};
    slot.replies = 30;
    slot.broadcasts = 2;
    slot.issues = {{"login", "Cannot log in", {17, 1, 14, 90'000}},
                   {"\u067E\u0631\u062F\u0627\u062E\u062A", "", {4, 0, 0, 0}},
                   {"emerging-space-bar",
                    "space bar pauses",
                    {6, 0, 5, 900},
                    Emergence{start - 20min, start + 1h, 0.125, "login"}}};
    return slot;
}

Metric metric()
{
    Metric csat;
    csat.header = fullHeader();
    csat.label = "CSAT";
    csat.unit = "/ 5";
    csat.value = 4.25;
    csat.target = 4.5;
    csat.good = Good::Up;
    csat.slots = {{ten(), 1h, 4.125}, {ten() + 1h, 30min, -0.5}};
    return csat;
}

BoardCommand command(BoardCommand::Kind kind)
{
    BoardCommand asked;
    asked.kind = kind;
    return asked;
}

Event at(auto what)
{
    return {arrival(), std::move(what), Origin::Live, false};
}

std::string named(const std::string& rest)
{
    return std::string(floor_topics) + rest;
}

void addQueues(std::vector<Golden>& list)
{
    list.push_back({"queue_now", named("queue/billing/crm/now"), at(QueueNowReported{"billing", "crm", queueNow()})});
    QueueNow seven;
    seven.waiting = 7;
    list.push_back({"queue_now_by_hand", named("queue/billing/me/now"), at(QueueNowReported{"billing", "me", seven})});
    list.push_back({"queue_day", named("queue/billing/crm/day"), at(QueueDayReported{"billing", "crm", queueDay()})});
    list.push_back({"queue_day_by_hand", named("queue/billing/me/day"),
                    at(QueueDayReported{"billing", "me", queueDayOfPlainValues()})});
}

void addVoices(std::vector<Golden>& list)
{
    list.push_back(
        {"voice_now", named("voice/social/now"), at(VoiceNowReported{"social", {fullHeader(), voiceSlot(ten())}})});
    list.push_back({"voice_day", named("voice/social/day"),
                    at(VoiceDayReported{"social", {fullHeader(), {voiceSlot(ten() - 24h), voiceSlot(ten())}}})});
    list.push_back({"issue_note", named("issue/login/note"),
                    at(IssueNoted{"login",
                                  {fullHeader(), "Cannot log in", HandOff::HandedOff, "Identity team",
                                   "Since this morning's release", true}})});
}

void addFloor(std::vector<Golden>& list)
{
    using Kind = BoardCommand::Kind;
    const Notice notice{fullHeader(), "\u0421\u0431\u043E\u0440 \u0432 15:00", Severity::Watch, ten() + 1h};
    list.push_back({"metric", named("metric/csat"), at(MetricReported{"csat", metric()})});
    list.push_back({"moment", named("moment/m1"),
                    at(MomentShared{"m1",
                                    {fullHeader(), "Stayed late to bring a lost parcel home", "Parcels", "phone",
                                     "Mina", ten() + 8h, true}})});
    list.push_back({"notice", named("notice/n1"), at(NoticePosted{"n1", notice})});
    list.push_back({"clock", named("clock"),
                    at(FloorClockSet{{fullHeader(), ten(), ten() + 9000h, 60, ClockPhase::Ended, "replay"}})});
    BoardCommand scene = command(Kind::Scene);
    scene.scene = Scene::Voice;
    list.push_back({"command_scene", named("board/wall/command"), at(CommandGiven{scene})});
    list.push_back({"command_identify", named("board/wall/command"), at(CommandGiven{command(Kind::Identify)})});
    BoardCommand dim = command(Kind::Dim);
    dim.dim = 0.25;
    list.push_back({"command_dim", named("board/wall/command"), at(CommandGiven{dim})});
    BoardCommand posted = command(Kind::Notice);
    posted.notice = notice;
    list.push_back({"command_notice", named("board/wall/command"), at(CommandGiven{posted})});
    list.push_back({"command_next", named("board/wall/command"), at(CommandGiven{command(Kind::Next)})});
    list.push_back({"command_previous", named("board/wall/command"), at(CommandGiven{command(Kind::Previous)})});
    BoardCommand asked = command(Kind::Hold);
    asked.hold = true;
    list.push_back({"command_hold", named("board/wall/command"), at(CommandGiven{asked})});
    asked = command(Kind::Language);
    asked.language = "fa";
    list.push_back({"command_language", named("board/wall/command"), at(CommandGiven{asked})});
    asked = command(Kind::Theme);
    asked.theme = Theme::Contrast;
    list.push_back({"command_theme", named("board/wall/command"), at(CommandGiven{asked})});
    asked = command(Kind::Qr);
    asked.issue = "login";
    list.push_back({"command_qr", named("board/wall/command"), at(CommandGiven{asked})});
}

std::string fileBytes(const std::string& file)
{
    std::ifstream golden(CAREWALL_SOURCE_DIR "/tests/wire/golden/" + file, std::ios::binary);
    if (!golden) {
        std::cerr << "no golden file " << file << '\n';
        std::abort();
    }
    return {std::istreambuf_iterator<char>(golden), {}};
}

/// The report and the ids of an alternative; nothing for those that no message decodes to.
auto parts(const Event& event, auto&& use)
{
    std::visit(Match{
                   [&](const QueueNowReported& e) { use(e.queue, e.source, e.report); },
                   [&](const QueueDayReported& e) { use(e.queue, e.source, e.report); },
                   [&](const VoiceNowReported& e) { use("", e.source, e.report); },
                   [&](const VoiceDayReported& e) { use("", e.source, e.report); },
                   [&](const IssueNoted& e) { use(e.issue, "", e.note); },
                   [&](const MetricReported& e) { use(e.metric, "", e.report); },
                   [&](const MomentShared& e) { use(e.moment, "", e.moment_told); },
                   [&](const NoticePosted& e) { use(e.notice, "", e.words); },
                   [&](const FloorClockSet& e) { use("", "", e.clock); },
                   [&](const CommandGiven& e) { use("", "", e.command); },
                   [](const auto&) {},
               },
               event.what);
}

}  // namespace

Instant arrival()
{
    return {ten() + 1000h, SteadyTime{123456ms}};
}

std::vector<Golden> all()
{
    std::vector<Golden> list;
    addQueues(list);
    addVoices(list);
    addFloor(list);
    return list;
}

namespace {

void showQueues(FloorFigures& shown)
{
    QueueFigures queue;
    queue.queue = "billing";
    queue.label = "Billing";
    queue.waiting = 5;
    queue.oldest = 95500ms;
    queue.last_hour = {{12.5, true}, {40.25, false}, 25, std::nullopt};
    queue.day = {{13, true}, {41, true}, 90, std::nullopt};
    queue.service_level = {70, 90};
    queue.day_tally.offered = 100;
    queue.day_tally.answered = 90;
    queue.day_tally.abandoned = 8;
    queue.day_tally.resolved = 60;
    queue.freshness = Freshness::LinkDown;
    queue.age = 2500ms;
    queue.tone = Tone::Act;
    queue.channel = "phone";
    queue.team = "North";
    queue.breached = 2;
    queue.forecast.breaches_10min = 1.5;
    queue.forecast.breaches_30min = 4;
    queue.forecast.any_10min = 0.75;
    queue.forecast.next = {90, 30.5, 180};
    queue.forecast.clear = 25min;
    QueueFigures closed;
    closed.queue = "mail";
    closed.tone = Tone::Closed;
    closed.opens = ten() + 22h;
    closed.forecast.none = NoForecast::Closed;
    shown.queues = {queue, closed};
    GroupFigures phone;
    phone.name = "phone";
    phone.queues = 2;
    phone.silent = 1;
    phone.waiting = 5;
    phone.service_level = {70, 90};
    phone.last_hour = queue.last_hour;
    phone.day = queue.day;
    phone.forecasts = 1;
    phone.breaches_10min = 1.5;
    phone.breaches_30min = 4;
    phone.tone = Tone::Act;
    shown.channels = {phone};
    shown.teams = {phone};
    shown.teams.front().name = "North";
    shown.all = phone;
    shown.all.name.clear();
}

void showVoices(VoiceFigures& voice)
{
    IssueFigures issue;
    issue.issue = "login";
    issue.label = "Cannot log in";
    issue.window = {16, 2, 10, 0};
    issue.before = 0;
    issue.window.reach = 4000;
    issue.hand_off = HandOff::HandedOff;
    issue.handed_to = "marketing";
    IssueFigures found;
    found.issue = "emerging-space-bar";
    found.label = "space bar";
    found.emerging = Emergence{ten() - 1h, ten(), 0.25, "login"};
    voice.issues = {issue, found};
    TrendFigures trend;
    trend.trend.issue = "login";
    trend.trend.since = ten() - 1h;
    trend.trend.noticed = ten() - 50min;
    trend.trend.during = {16, 2, 10, 4000};
    trend.trend.expected = 2;
    trend.trend.times_usual = 8;
    trend.trend.surprise = 12.5;
    trend.trend.usual = {2, 0.5, 5};
    trend.trend.learning = true;
    trend.label = "Cannot log in";
    trend.hand_off = HandOff::Acknowledged;
    trend.handed_to = "marketing";
    voice.trends = {trend};
    voice.volume = TrendFigures{};
    voice.volume->trend.since = ten();
    voice.baseline_since = ten() - 24h;
}

}  // namespace

BoardStatus status()
{
    BoardStatus status;
    status.board = "wall";
    status.version = "0.1.0";
    status.started_ms = ten_ms;
    status.scene = "floor";
    status.why = "held";
    status.alarms = {"billing", "tech"};
    status.language = "fa";
    status.theme = "hours";
    status.scheme = "light";
    status.dim = 0.25;
    status.frames = 321;
    status.width = 1920;
    status.height = 1080;
    status.shown.time = ten();
    status.shown.waiting = 5;
    status.shown.service_level = {70, 90};
    showQueues(status.shown);
    showVoices(status.shown.voice);
    status.reports = 1000;
    status.refusals.reports = 3;
    status.refusals.over_limit = 2;
    status.refusals.unknown_fields = 1;
    status.refusals.newest = {{"carewall/v1/demo/clock", "at_ms is left out", {}}};
    status.refusals.unknown = {{"carewall/v1/demo/queue/billing/me/now", {"wating", "target.percent"}}};
    status.store_trouble = "disk full";
    return status;
}

std::string json(const std::string& name)
{
    return fileBytes(name + ".json");
}

std::string protobuf(const std::string& name)
{
    std::istringstream hex(fileBytes(name + ".pb.hex"));
    std::string bytes;
    for (unsigned byte = 0; hex >> std::hex >> byte;)
        bytes.push_back(static_cast<char>(byte));
    return bytes;
}

Message message(const std::string& topic, const std::string& payload)
{
    return {topic, payload, arrival(), false};
}

std::string encoded(const Event& event, bool as_json)
{
    std::string bytes;
    parts(event, [&](const auto&, const auto&, const auto& report) {
        bytes = wire::encode(report, as_json ? wire::Encoding::Json : wire::Encoding::Protobuf);
    });
    return bytes;
}

bool same(const Event& one, const Event& other)
{
    if (one.at != other.at || one.origin != other.origin || one.retained != other.retained ||
        one.what.index() != other.what.index())
        return false;
    bool equal = false;
    parts(one, [&](const std::string& id, const std::string& source, const auto& report) {
        parts(other, [&](const std::string& other_id, const std::string& other_source, const auto& other_report) {
            if constexpr (std::is_same_v<decltype(report), decltype(other_report)>)
                equal = id == other_id && source == other_source && report == other_report;
        });
    });
    return equal;
}

std::string told(const Event& event)
{
    std::string words = "alternative " + std::to_string(event.what.index());
    parts(event, [&](const std::string& id, const std::string& source, const auto&) {
        words += " id '" + id + "' source '" + source + "' ";
    });
    return words + encoded(event, true);
}

}  // namespace carewall::golden
