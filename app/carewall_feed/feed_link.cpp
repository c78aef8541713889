#include "carewall_feed/feed_link.h"

#include <thread>

namespace carewall {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_under_way = 256;
constexpr auto nap = 50ms;

}  // namespace

core::Result<std::unique_ptr<FeedLink>, std::string> FeedLink::open(const core::BrokerSettings& broker,
                                                                    const std::string& client_id,
                                                                    std::optional<feed::Report> will,
                                                                    std::function<bool()> stopped)
{
    std::unique_ptr<FeedLink> link{new FeedLink{std::move(stopped)}};
    mqtt::Options options;
    options.broker = broker;
    options.client_id = client_id;
    if (will) options.will = mqtt::Will{will->topic, will->payload, true};
    auto session = mqtt::Session::start(
        std::move(options),
        {[](const core::MessageView&) {},
         [raw = link.get()](core::LinkPhase phase, const core::LinkTrouble&) { raw->linkChanged(phase); }});
    if (!session) return core::failure(session.error().why);
    link->m_session = std::move(*session);
    return link;
}

void FeedLink::linkChanged(core::LinkPhase phase)
{
    m_up = phase == core::LinkPhase::Up;
    if (m_up) m_came_up = true;
}

bool FeedLink::waitUp()
{
    while (!m_up) {
        if (m_stopped()) return false;
        std::this_thread::sleep_for(nap);
    }
    return true;
}

bool FeedLink::waitSent(std::chrono::milliseconds patience)
{
    for (auto waited = 0ms; waited < patience; waited += nap) {
        if (m_session->waitSent(nap)) {
            m_under_way = 0;
            return true;
        }
        if (m_stopped()) return false;
    }
    return false;
}

bool FeedLink::send(const std::vector<feed::Report>& reports, bool all)
{
    for (const feed::Report& report : reports) {
        if (all && m_under_way >= most_under_way) waitSent(30s);
        if (!m_session->publish(report.topic, report.payload, 1, true)) return false;
        ++m_sent;
        ++m_under_way;
    }
    return true;
}

void FeedLink::close(std::chrono::milliseconds patience)
{
    // A broker that goes away meanwhile acknowledges nothing more.
    for (auto waited = 0ms; m_up && waited < patience; waited += nap)
        if (m_session->waitSent(nap)) break;
    m_session->stop();
}

}  // namespace carewall
