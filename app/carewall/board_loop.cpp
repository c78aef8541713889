#include "carewall/board_loop.h"

#include "core/stage/snapshot.h"
#include "ui/wall_model.h"

#include <QQuickWindow>

#include <chrono>
#include <utility>

namespace carewall {
namespace {

using namespace std::chrono_literals;

/// Nobody reads figures that change more often; a report after quiet is drawn at once.
constexpr auto frame = 50ms;
constexpr auto status_at_most = 2s;
constexpr auto status_at_least = 10s;
/// Half of what mosquitto queues for one subscriber (max_queued_messages, 1000).
constexpr std::uint64_t flood_a_second = 500;
constexpr int flood_seconds = 3;
/// What is retained has come by then.
constexpr auto link_settles = 1s;

}  // namespace

BoardLoop::BoardLoop(const Parts& parts, Link link) : m_parts(parts), m_link(std::move(link))
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &BoardLoop::turnOfFrame);
    m_second.setTimerType(Qt::PreciseTimer);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &BoardLoop::turn);
    m_second.start();
    m_housekeeping.setInterval(1s);
    connect(&m_housekeeping, &QTimer::timeout, this, &BoardLoop::housekeeping);
    m_housekeeping.start();
    m_parts.wall.onCommand([this]() -> const core::Snapshot& { return m_parts.board.snapshot(); },
                           [this](core::BoardCommand command) { happened(core::CommandGiven{std::move(command)}); });
    connect(&m_parts.wall.window(), &QQuickWindow::frameSwapped, this, [this] { ++m_frames; });
}

BoardLoop::~BoardLoop()
{
    m_parts.wall.onCommand({}, {});
}

void BoardLoop::wake()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_frame.isActive()) return;
            const auto passed = std::chrono::steady_clock::now() - m_turned;
            if (passed < frame)
                m_frame.start(std::chrono::ceil<std::chrono::milliseconds>(frame - passed));
            else
                turnOfFrame();
        },
        Qt::QueuedConnection);
}

void BoardLoop::turnOfFrame()
{
    turn();
    m_turned = std::chrono::steady_clock::now();
    m_second.start();  // the waits have ticked
}

void BoardLoop::happened(decltype(core::Event::what) what)
{
    QMetaObject::invokeMethod(
        this,
        [this, what = std::move(what)] {
            const bool link = std::holds_alternative<core::LinkChanged>(what);
            m_parts.board.happened({m_parts.clock.now(), what});
            turn();
            if (link) sayStatus();
        },
        Qt::QueuedConnection);
}

void BoardLoop::turn()
{
    m_parts.wall.model().show(m_parts.board.turn(m_parts.clock.now()));
}

void BoardLoop::housekeeping()
{
    watchFlood();
    watchAwaiting();
    const core::SteadyTime now = m_parts.clock.now().steady;
    const bool changed = m_parts.board.state().changes != m_said_changes;
    if (now - m_said >= (changed ? status_at_most : status_at_least) || awaited() != m_said_awaited) sayStatus();
}

void BoardLoop::watchFlood()
{
    const std::uint64_t received = m_parts.inbox.received();
    const bool flood = received - std::exchange(m_received, received) > flood_a_second;
    // The retained messages that a refresh brings may be many, but not for that long.
    if (!flood && m_flood_seconds >= flood_seconds && m_link.refresh) m_link.refresh();
    m_flood_seconds = flood ? m_flood_seconds + 1 : 0;
}

void BoardLoop::watchAwaiting()
{
    const core::State& state = m_parts.board.state();
    const bool settled = m_parts.clock.now().steady - state.link.since.steady >= link_settles;
    const bool awaits = state.link.phase == core::LinkPhase::Up && settled && core::awaitsReports(state);
    if (std::exchange(m_awaits, awaits) != awaits && m_link.await) m_link.await(awaits);
}

void BoardLoop::sayStatus()
{
    m_said = m_parts.clock.now().steady;
    m_said_changes = m_parts.board.state().changes;
    m_said_awaited = awaited();
    if (m_link.say) m_link.say(status());
}

BoardLoop::Awaited BoardLoop::awaited() const
{
    const core::Stage& stage = m_parts.board.snapshot().stage;
    Awaited awaited{stage.scene, stage.why, {}};
    for (const auto& [queue, alarm] : stage.alarms.queues)
        if (alarm.active) awaited.alarms.push_back(queue);
    return awaited;
}

core::BoardStatus BoardLoop::status() const
{
    core::BoardStatus status = m_parts.identity;
    const core::Snapshot& snapshot = m_parts.board.snapshot();
    const core::State& state = snapshot.state;
    const core::Stage& stage = snapshot.stage;
    const Awaited said = awaited();
    status.scene = core::name(said.scene);
    status.why = core::word(said.why);
    status.alarms = said.alarms;
    status.language = stage.language;
    status.theme = core::themes.at(static_cast<std::size_t>(stage.theme));
    status.scheme = core::themes.at(static_cast<std::size_t>(stage.scheme));
    status.dim = stage.screen_care.dim;
    status.frames = m_frames;
    status.width = m_parts.wall.window().width();
    status.height = m_parts.wall.window().height();
    status.link = state.link.phase;
    status.shown = snapshot.figures;
    status.refusals = state.refusals;
    status.store_trouble = state.store_trouble;
    status.reports = state.reports;
    return status;
}

}  // namespace carewall
