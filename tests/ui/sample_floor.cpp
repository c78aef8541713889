#include "ui/sample_floor.h"
#include "ui/sample_moments.h"
#include "ui/sample_voices.h"

#include "core/calendar.h"

#include <algorithm>
#include <cmath>

namespace carewall::support {

namespace {

using namespace std::chrono_literals;
using core::Milliseconds;
using core::WallTime;

template <typename Report>
core::Held<Report> held(Report report, Milliseconds ago)
{
    report.header.revision = {1, 1};
    report.header.time = sampleInstant().wall - ago;
    report.header.interval = 10s;
    core::Instant arrived = sampleInstant();
    arrived.wall -= ago;
    arrived.steady -= ago;
    return {std::move(report), arrived, core::Origin::Live};
}

struct QueuePlan {
    const char* id;
    const char* label;
    const char* channel;
    const char* team;
    core::Target target;
    std::uint64_t waiting;
    Milliseconds oldest;
    std::optional<core::Agents> agents;
    std::uint64_t an_hour;  ///< cases
    double met;             ///< share answered in time
    double median_s;
    Milliseconds silent_for = 2s;
};

void add(core::State& state, const QueuePlan& plan)
{
    const WallTime now = sampleInstant().wall;
    core::QueueNow report;
    report.label = plan.label;
    report.channel = plan.channel;
    report.team = plan.team;
    report.target = plan.target;
    report.waiting = plan.waiting;
    report.agents = plan.agents;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(plan.waiting, 40); ++i)
        report.ages.emplace_back(plan.oldest.count() / static_cast<std::int64_t>(i + 1));

    core::QueueDay day;
    for (WallTime start = core::dayStart(now) + 8h; start + 5min <= now; start += 5min) {
        const auto count = (plan.an_hour + 11) / 12;
        const auto within = static_cast<std::uint64_t>(std::lround(static_cast<double>(count) * plan.met));
        if (plan.an_hour > 0) day.slots.push_back(sampleTally(start, count, within, plan.median_s));
    }
    core::QueueSource& source = state.queues[plan.id].sources["desk"];
    source.now = held(std::move(report), plan.silent_for);
    source.day = held(std::move(day), plan.silent_for);
}

struct IssuePlan {
    const char* id;
    const char* label;
    std::uint64_t mentions;
    std::uint64_t positive;
    std::uint64_t negative;
    std::uint64_t day_before;
};

core::VoiceSlot voices(WallTime start, const std::vector<IssuePlan>& plans, bool day_before)
{
    core::VoiceSlot slot;
    slot.start = start;
    slot.length = 1h;
    for (const IssuePlan& plan : plans) {
        core::Mentions said{plan.mentions, plan.positive, plan.negative, plan.mentions * 90};
        if (day_before) said = {plan.day_before, 0, plan.day_before / 2, plan.day_before * 90};
        slot.total.add(said);
        slot.issues.push_back({plan.id, plan.label, said});
    }
    return slot;
}

}  // namespace

core::Instant sampleInstant()
{
    return {core::wallTimeFromMs(1'748'959'356'000), core::SteadyTime{7'200'000ms}};
}

core::Tally sampleTally(WallTime start, std::uint64_t count, std::uint64_t within, double median_s)
{
    core::Tally tally;
    tally.start = start;
    tally.length = 5min;
    tally.offered = count;
    tally.answered = count;
    tally.answered_within_target = within;
    for (std::uint64_t i = 0; i < count; ++i) {
        const double q = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
        tally.response.add(median_s * std::exp(0.6 * std::log(q / (1 - q))));
    }
    return tally;
}

namespace {

core::State busyFloor()
{
    core::State state;
    state.now = sampleInstant();
    state.link = {core::LinkPhase::Up, {}, {}};
    const core::Target calls{20s, 0.8, core::AbandonPolicy::Ignored};
    const core::Target chats{60s, 0.8, core::AbandonPolicy::Ignored};
    const core::Target mails{4h, 0.9, core::AbandonPolicy::Ignored};
    for (const QueuePlan& plan : std::vector<QueuePlan>{
             {"tech", "Technical support", "phone", "Technical", calls, 14, 272s, core::Agents{0, 8, 1}, 140, 0.61, 41},
             {"billing", "Billing", "chat", "Contracts", chats, 5, 96s, core::Agents{1, 5, 0}, 90, 0.78, 38},
             {"orders", "Orders and returns", "mail", "Contracts", mails, 128, 98min, core::Agents{3, 4, 2}, 60, 0.94,
              3400},
             {"sales", "Sales", "phone", "Contracts", calls, 1, 9s, core::Agents{4, 6, 0}, 110, 0.91, 8},
             {"persian", "\u067E\u0634\u062A\u06CC\u0628\u0627\u0646\u06CC \u0641\u0627\u0631\u0633\u06CC", "chat",
              "Technical", chats, 0, 0s, core::Agents{2, 1, 0}, 12, 1.0, 21},
             {"russian", "\u0422\u0435\u0445\u043F\u043E\u0434\u0434\u0435\u0440\u0436\u043A\u0430", "mail",
              "Technical", mails, 3, 22min, core::Agents{1, 1, 0}, 6, 1.0, 2900},
             {"community",
              "Community forum, questions about the new release",
              "forum",
              "",
              {24h, 0.7, {}},
              1204,
              53h,
              std::nullopt,
              30,
              0.82,
              11400,
              7min},
         })
        add(state, plan);

    const std::vector<IssuePlan> issues{
        {"router", "Router offline after update", 214, 6, 160, 71},
        {"bill", "Billed twice", 96, 4, 61, 98},
        {"delivery", "Delivery late", 64, 9, 30, 71},
        {"login", "Cannot sign in", 41, 2, 19, 29},
        {"app", "New app", 33, 24, 3, 0},
        {"roaming", "Roaming charges", 21, 1, 9, 21},
        {"thanks", "Friendly staff", 18, 17, 0, 12},
        {"invoice", "Invoice by post", 9, 1, 2, 11},
        {"tv", "TV picture freezes", 7, 0, 6, 1},
    };
    core::VoiceNow now;
    core::VoiceDay day;
    const WallTime hour = core::dayStart(sampleInstant().wall) + 13h;
    for (const auto before : {26h, 25h})
        day.slots.push_back(voices(hour - before, {}, true));
    day.slots.push_back(voices(hour - 24h, issues, true));
    day.slots.push_back(voices(hour, issues, false));
    state.voices["ears"].now = held(std::move(now), 3s);
    state.voices["ears"].day = held(std::move(day), 3s);
    state.newest_sequence = 0x123456;
    state.reports = 42;
    return state;
}

void remember(core::State& state)
{
    const auto old = [](auto& kept) {
        if (kept) kept->origin = core::Origin::Remembered;
    };
    for (auto& [id, queue] : state.queues)
        for (auto& [name, source] : queue.sources) {
            old(source.now);
            old(source.day);
        }
    for (auto& [name, source] : state.voices) {
        old(source.now);
        old(source.day);
    }
    state.link = {core::LinkPhase::Connecting, {}, sampleInstant()};
}

core::FloorClock floorClock(core::ClockPhase phase)
{
    core::FloorClock clock;
    clock.floor = sampleInstant().wall;
    clock.at = sampleInstant().wall;
    clock.rate = 60;
    clock.phase = phase;
    clock.label = "replay";
    return clock;
}

core::Notice notice(core::Severity severity, const char* text)
{
    core::Notice words;
    words.severity = severity;
    words.text = text;
    return words;
}

}  // namespace

core::State sampleFloor(std::string_view variant)
{
    core::State state = variant == "empty" || variant == "elsewhere" ? core::State{} : busyFloor();
    addSampleDay(state, variant);
    if (variant.starts_with("visit") && variant != "visit-few") addSampleVoices(state, variant != "visit-calm");
    if (variant.starts_with("voices")) addSampleVoices(state, variant != "voices-calm" && variant != "voices-learning");
    if (variant == "down")
        state.link = {core::LinkPhase::Down, "Connection refused", sampleInstant(), core::LinkReason::Refused};
    if (variant == "down") state.link.since.steady -= 4min;
    if (variant == "elsewhere") state.other_floors = {"north", "south-of-the-river", std::string(64, 'W')};
    if (variant == "replay") state.clock = held(floorClock(core::ClockPhase::Running), 0s);
    if (variant == "ended") state.clock = held(floorClock(core::ClockPhase::Ended), 0s);
    if (variant == "remembered") remember(state);
    if (variant.ends_with("notice")) {
        state.notices["outage"] = held(notice(core::Severity::Act, "Router update withdrawn at 13:40; ask customers to "
                                                                   "restart once and wait five minutes."),
                                       0s);
        state.notices["cake"] = held(notice(core::Severity::Info, "Cake at three."), 0s);
    }
    if (variant == "few") {
        std::erase_if(state.queues, [](const auto& queue) { return queue.first != "tech" && queue.first != "sales"; });
        state.refusals.reports = 3;
        state.refusals.newest.push_front({"carewall/v1/north/queue", "too short", sampleInstant()});
    }
    if (variant == "calm")
        for (const char* id : {"tech", "billing", "community", "russian"})
            state.queues.erase(id);
    return state;
}

core::Settings sampleSettings(const std::string& language)
{
    core::Settings settings;
    settings.floor = "north";
    settings.title = "Customer care, north";
    settings.display.language = language;
    settings.scenes.show = {core::Scene::Floor};
    settings.alarm.an_hour = 0;
    return settings;
}

void putOnStage(core::Scene scene, core::State& state, core::Settings& settings)
{
    settings.scenes.show = {scene};
    settings.links.issue = "https://desk.example.org/issues/{issue}";
    if (scene == core::Scene::Identify) state.requests.identify = {true, ++state.requests.number};
    if (scene == core::Scene::Qr) state.requests.qr = {"router", ++state.requests.number};
}

}  // namespace carewall::support
