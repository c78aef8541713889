#pragma once

#include "board/floors_heard.h"
#include "core/settings.h"
#include "mqtt/session.h"

#include <functional>
#include <future>
#include <memory>
#include <string>

namespace carewall {

/// Listens for reports of other floors while a board awaits its first: somebody may have said another floor than the
/// board's. A session of its own, since its topics overlap with the board's, and so that a broker which refuses it, or
/// hangs up over it, takes nothing from the board.
class OtherFloors {
public:
    /// `heard` is told each other floor once while listening, on the session's thread.
    OtherFloors(const core::Settings& settings, std::function<void(std::string floor)> heard);

    /// Begins or ends. Does not wait for the network.
    void listen(bool wanted);

private:
    void begin();
    void take(const std::string& topic);

    const core::Settings& m_settings;
    const std::function<void(std::string)> m_heard;
    board::FloorsHeard m_floors;               ///< of the session's thread
    std::future<void> m_ended;                 ///< the session before
    std::unique_ptr<mqtt::Session> m_session;  ///< none while nobody wants it
};

}  // namespace carewall
