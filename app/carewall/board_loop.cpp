#include "carewall/board_loop.h"

#include "board/floors_heard.h"
#include "core/stage/snapshot.h"
#include "ui/wall_model.h"

#include <QQuickWindow>

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace carewall {
namespace {

using namespace std::chrono_literals;

/// Nobody reads figures that change more often; a report after quiet is drawn at once.
constexpr auto frame = 50ms;
/// Of a replay: what a frame has time for.
constexpr int turns_a_frame = 500;

}  // namespace

BoardLoop::BoardLoop(const Parts& parts, Link link) : m_parts(parts), m_link(std::move(link))
{
    m_frame.setTimerType(Qt::PreciseTimer);
    if (m_parts.replay) {
        connect(&m_frame, &QTimer::timeout, this, &BoardLoop::playFrame);
        m_frame.start(m_parts.replay->atOnce() ? 0ms : frame);
    } else {
        m_frame.setSingleShot(true);
        connect(&m_frame, &QTimer::timeout, this, &BoardLoop::turnOfFrame);
        m_second.setTimerType(Qt::PreciseTimer);
        m_second.setInterval(1s);
        connect(&m_second, &QTimer::timeout, this, &BoardLoop::turn);
        m_second.start();
    }
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
    if (m_parts.replay) return;
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

void BoardLoop::playFrame()
{
    const bool ended = m_parts.replay->ended();
    turn();
    if (ended || !m_parts.replay->ended()) return;
    m_frame.start(frame);
    const std::string& trouble = m_parts.replay->trouble();
    if (!trouble.empty()) spdlog::error("the recording breaks off {}", trouble);
}

void BoardLoop::happened(decltype(core::Event::what) what)
{
    QMetaObject::invokeMethod(
        this,
        [this, what = std::move(what)] {
            const bool link = std::holds_alternative<core::LinkChanged>(what);
            m_parts.board.happened({m_parts.clock.now(), what});
            // A person does not wait for the recording.
            if (m_parts.replay) m_parts.board.turn(m_parts.board.snapshot().at);
            turn();
            if (link) sayStatus();
        },
        Qt::QueuedConnection);
}

void BoardLoop::turn()
{
    if (m_parts.replay)
        m_parts.replay->play(turns_a_frame);
    else
        m_parts.board.turn(m_parts.clock.now());
    m_parts.wall.model().show(m_parts.board.snapshot());
}

void BoardLoop::housekeeping()
{
    const core::Snapshot& snapshot = m_parts.board.snapshot();
    const core::SteadyTime now = m_parts.clock.now().steady;
    if (m_flood.isOver(m_parts.inbox.received(), now) && m_link.refresh) m_link.refresh();
    const bool listens = board::listensForOtherFloors(snapshot.state, now);
    if (std::exchange(m_listens, listens) != listens && m_link.listen) m_link.listen(listens);
    if (m_plan.isDue(snapshot, now)) sayStatus();
}

void BoardLoop::sayStatus()
{
    m_plan.said(m_parts.board.snapshot(), m_parts.clock.now().steady);
    if (m_link.say) m_link.say(status());
}

core::BoardStatus BoardLoop::status() const
{
    const QQuickWindow& window = m_parts.wall.window();
    return board::statusOf(m_parts.board.snapshot(), m_parts.identity, {m_frames, window.width(), window.height()});
}

}  // namespace carewall
