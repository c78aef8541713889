#pragma once

#include "board/board.h"
#include "core/system_clock.h"
#include "mqtt/session.h"
#include "support/snapshots.h"

#include <atomic>
#include <memory>
#include <string>

namespace carewall::e2e {

/// A board without a screen on a real broker: session, inbox and fold, as in the program.
class ListeningBoard {
public:
    ListeningBoard(const std::string& url, const std::string& floor, const std::string& name)
        : m_board(m_inbox, {support::onFloor(floor)})
    {
        mqtt::Options options;
        options.broker.url = url;
        options.filters = board::filters(floor, name);
        options.watched = board::nearMisses(floor);
        auto session = mqtt::Session::start(
            std::move(options),
            {[this](const core::MessageView& message) { m_inbox.put(message, m_clock.now()); },
             [this](core::LinkPhase phase, const core::LinkTrouble&) { m_up = phase == core::LinkPhase::Up; }});
        if (session) m_session = std::move(*session);
    }

    bool up() const { return m_up; }
    /// Folds what has come and says what the wall would show now.
    core::FloorFigures shown()
    {
        const core::Instant now = m_clock.now();
        if (m_up && m_board.state().link.phase != core::LinkPhase::Up)
            m_board.happened({now, core::LinkChanged{core::LinkPhase::Up, {}}});
        return m_board.turn(now).figures;
    }
    const core::State& state() const { return m_board.state(); }
    core::Instant now() const { return m_clock.now(); }

private:
    SystemClock m_clock;
    board::Inbox m_inbox;
    board::Board m_board;
    std::atomic<bool> m_up = false;
    std::unique_ptr<mqtt::Session> m_session;  // last: its handlers use what stands above
};

}  // namespace carewall::e2e
