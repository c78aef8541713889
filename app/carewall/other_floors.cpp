#include "carewall/other_floors.h"

#include "board/board.h"

#include <spdlog/spdlog.h>

#include <utility>

namespace carewall {

OtherFloors::OtherFloors(const core::Settings& settings, std::function<void(std::string floor)> heard)
    : m_settings(settings), m_heard(std::move(heard)), m_floors(settings.floor)
{
}

void OtherFloors::listen(bool wanted)
{
    if (wanted == (m_session != nullptr)) return;
    if (wanted) return begin();
    // Saying goodbye can take seconds; the wall goes on meanwhile.
    m_ended = std::async(std::launch::async, [ending = std::move(m_session)]() mutable { ending.reset(); });
}

void OtherFloors::begin()
{
    if (m_ended.valid()) m_ended.wait();  // it uses what this one will
    m_floors = board::FloorsHeard{m_settings.floor};
    std::string id = m_settings.broker.client_id;
    if (id.empty()) id = "carewall-" + m_settings.floor + "-" + m_settings.board;
    auto session =
        mqtt::Session::start({m_settings.broker, id + "-await", board::anyFloor(), {}},
                             {[this](const core::MessageView& message) { take(std::string(message.topic)); }, {}});
    if (session)
        m_session = std::move(*session);
    else
        spdlog::debug("other floors cannot be listened for: {}", session.error().why);
}

void OtherFloors::take(const std::string& topic)
{
    const auto floor = m_floors.hear(topic);
    if (!floor) return;
    spdlog::info("reports arrive for floor '{}'; this board shows '{}' (floor = in board.toml, or --floor)", *floor,
                 m_settings.floor);
    m_heard(*floor);
}

}  // namespace carewall
