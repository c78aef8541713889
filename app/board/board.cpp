#include "board/board.h"

#include "core/calendar.h"
#include "core/limits.h"
#include "core/match.h"
#include "core/topic_name.h"
#include "wire/decode.h"
#include "wire/topic.h"

#include <spdlog/spdlog.h>

#include <utility>

namespace carewall::board {
namespace {

constexpr std::uint64_t refusals_logged_a_minute = 10;
constexpr std::size_t topics_named = 256;
/// After midnight: by then the last slot of the day before is closed, told and on disk.
constexpr auto day_settles = std::chrono::minutes{15};

/// Whether the message is a picture worth keeping: retained by contract, and about the floor.
bool isPicture(const core::Event& event)
{
    return !std::holds_alternative<core::CommandGiven>(event.what);
}

}  // namespace

Board::Board(Inbox& inbox, Options options)
    : m_inbox(inbox), m_options(std::move(options)), m_trends(m_options.settings.floor, m_options.store)
{
}

void Board::boot(const std::vector<core::Message>& pictures, core::Instant now)
{
    m_snapshot.state.now = now;
    m_snapshot.state.link.since = now;
    for (core::Message picture : pictures) {
        const auto topic = wire::parseTopic(picture.topic);
        if (topic && topic->floor != m_options.settings.floor) continue;  // the board has been moved to another floor
        picture.received.steady = now.steady;                             // the one on disk belongs to another run
        fold(picture, core::Origin::Remembered);
    }
    happened({now, core::Tick{}});
    workOut(now);
}

const core::Snapshot& Board::turn(core::Instant now)
{
    const Inbox::Batch batch = m_inbox.drain();
    for (const core::Message& message : batch.messages) {
        if (m_options.recorder) m_options.recorder->write(message);
        fold(message, core::Origin::Live);
    }
    const Inbox::Dropped& dropped = batch.dropped;
    if (dropped.too_large > 0)
        refuse(dropped.topic,
               "a message is at most " + std::to_string(core::limits::payload_bytes) + " bytes on a topic of at most " +
                   std::to_string(core::limits::topic_bytes),
               dropped.too_large, now);
    if (dropped.no_room > 0)
        refuse(dropped.topic,
               "no room: at most " + std::to_string(core::limits::inbox_topics) + " topics and " +
                   std::to_string(core::limits::inbox_bytes) + " bytes wait for a turn",
               dropped.no_room, now);
    happened({now, core::Tick{}});
    lookBack(now);
    workOut(now);
    return m_snapshot;
}

void Board::workOut(core::Instant now)
{
    m_trends.turn(m_snapshot.state, now);
    m_snapshot.trends = m_trends.now();
    m_snapshot.received = m_inbox.received();
    core::workOut(m_snapshot, now, m_options.settings, m_cache);
}

void Board::lookBack(core::Instant now)
{
    if (!m_options.store) return;
    if (m_history.valid()) {
        if (m_history.wait_for(std::chrono::seconds{0}) == std::future_status::ready)
            happened({now, core::HistoryRead{m_history.get()}});
        return;
    }
    const core::WallTime floor = core::floorTime(m_snapshot.state, now);
    const core::WallTime today = core::dayStart(floor);
    const Asked asked{today, floor - today >= day_settles};
    if (std::exchange(m_asked, asked) == asked) return;
    m_history = std::async(std::launch::async,
                           [store = m_options.store, today] { return store->days(today, core::history_days); });
}

void Board::happened(const core::Event& event)
{
    m_snapshot.state = core::reduce(std::move(m_snapshot.state), event);
}

void Board::fold(const core::Message& message, core::Origin origin)
{
    const auto topic = wire::parseTopic(message.topic);
    if (topic && topic->floor != m_options.settings.floor)
        return refuse(message.topic,
                      "this board shows the floor '" + m_options.settings.floor +
                          "' (floor = in board.toml, or --floor)",
                      1, message.received);
    if (!topic && message.payload.empty()) return;  // somebody cleans up what was said on a wrong topic
    auto decoded = wire::decode(message, origin);
    wire::Unknown& unknown = decoded ? decoded->unknown : decoded.error().unknown;
    const core::UnknownFieldsSeen seen{message.topic, unknown.count, std::move(unknown.names)};
    if (seen.fields > 0) happened({message.received, seen});
    if (!decoded) return refuse(message.topic, decoded.error().why, 1, message.received);
    nameInLog(seen, message.received);
    core::Event& event = decoded->event;
    event.retained = message.retained;
    const std::uint64_t taken = m_snapshot.state.reports;
    happened(event);
    const bool news = m_snapshot.state.reports != taken || std::holds_alternative<core::Withdrawn>(event.what);
    if (m_options.store && origin == core::Origin::Live && news && isPicture(event)) keep(message, event);
}

void Board::keep(const core::Message& message, const core::Event& event)
{
    store::Store& store = *m_options.store;
    if (std::holds_alternative<core::Withdrawn>(event.what)) return store.forget(message.topic);
    store.remember(message);
    std::visit(core::Match{
                   [&](const core::QueueDayReported& r) { store.keepQueueSlots(r.queue, r.source, r.report.slots); },
                   [&](const core::VoiceDayReported& r) { store.keepVoiceSlots(r.source, r.report.slots); },
                   [](const auto&) {},
               },
               event.what);
}

bool Board::mayLog(core::Instant at)
{
    if (at.steady - m_log_from >= std::chrono::minutes{1}) {
        if (m_not_logged > 0) spdlog::warn("{} more messages were refused in the last minute", m_not_logged);
        m_log_from = at.steady;
        m_logged = 0;
        m_not_logged = 0;
    }
    if (m_logged == refusals_logged_a_minute) return false;
    ++m_logged;
    return true;
}

void Board::refuse(const std::string& topic, std::string why, std::uint64_t times, core::Instant at)
{
    if (mayLog(at))
        spdlog::warn("refused {}: {}", topic, why);
    else
        m_not_logged += times;
    happened({at, core::ReportRefused{topic, std::move(why), times}});
}

void Board::nameInLog(const core::UnknownFieldsSeen& seen, core::Instant at)
{
    if (seen.names.empty() || m_named.contains(seen.topic) || !mayLog(at)) return;
    if (m_named.size() == topics_named) m_named.clear();
    m_named.insert(seen.topic);
    std::string names;
    for (const std::string& name : seen.names)
        names.append(names.empty() ? "" : ", ").append(name);
    spdlog::warn("unknown fields are left out of {}: {}", seen.topic, names);
}

std::vector<std::string> filters(const std::string& floor, const std::string& board)
{
    const std::string root = std::string{core::topic_prefix} + floor + "/";
    return {root + "queue/#",  root + "voice/#",  root + "issue/#", root + "metric/#",
            root + "moment/#", root + "notice/#", root + "clock",   root + "board/" + board + "/command"};
}

std::vector<std::string> nearMisses(const std::string& floor)
{
    const std::string root = std::string{core::topic_prefix} + floor + "/";
    std::vector<std::string> misses{"Carewall/v1/" + floor + "/#", "CAREWALL/V1/" + floor + "/#",
                                    "carewall/V1/" + floor + "/#", "/" + root + "#"};
    if (floor != "v1") misses.push_back("carewall/" + floor + "/#");  // else that would be everything
    if (floor != "queue") misses.push_back(std::string{core::topic_prefix} + "queue/+/+/now");
    if (floor != "voice") misses.push_back(std::string{core::topic_prefix} + "voice/+/now");
    for (std::string kind : {"queue", "voice", "issue", "metric", "moment", "notice", "clock", "board"}) {
        misses.push_back(root + kind + "s/#");
        for (auto letter = kind.begin(); letter != kind.end(); ++letter) {
            *letter = static_cast<char>(*letter - 'a' + 'A');
            if (letter == kind.begin() || letter + 1 == kind.end()) misses.push_back(root + kind + "/#");
        }
    }
    return misses;
}

std::vector<std::string> anyFloor()
{
    const std::string any = std::string{core::topic_prefix} + "+/";
    return {any + "queue/+/+/now", any + "voice/+/now"};
}

}  // namespace carewall::board
