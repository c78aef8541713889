#pragma once

#include "core/result.h"
#include "feed/ledger/reporter.h"
#include "mqtt/session.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace carewall {

/// The feed's line to the broker: knows whether it is up, and sends reports no faster than the broker takes them.
/// Thread: its owner's; the session's own thread only tells it of the link.
class FeedLink {
public:
    /// `stopped` is asked while it waits: true ends the waiting.
    static core::Result<std::unique_ptr<FeedLink>, std::string> open(const core::BrokerSettings& broker,
                                                                     const std::string& client_id,
                                                                     std::optional<feed::Report> will,
                                                                     std::function<bool()> stopped);

    /// Waits until the broker is there; the session logs what keeps it. False when stopped first.
    bool waitUp();
    bool isUp() const { return m_up; }
    /// True once after each time that the link came up: what was told before may be lost.
    bool cameUp() { return m_came_up.exchange(false); }

    /// Sends, retained, at QoS 1. With `all`, waits for the broker when many are under way, so that none is replaced by
    /// a newer one of its topic for long. False when some could not be sent.
    bool send(const std::vector<feed::Report>& reports, bool all);
    /// Waits for what is under way, says goodbye and ends. The will is not sent.
    void close(std::chrono::milliseconds patience);

    std::uint64_t sent() const { return m_sent; }

private:
    explicit FeedLink(std::function<bool()> stopped) : m_stopped{std::move(stopped)} {}
    void linkChanged(core::LinkPhase phase);
    bool waitSent(std::chrono::milliseconds patience);

    std::function<bool()> m_stopped;
    std::atomic<bool> m_up = false;
    std::atomic<bool> m_came_up = false;
    std::uint64_t m_sent = 0;
    std::size_t m_under_way = 0;               ///< at most, since the last wait
    std::unique_ptr<mqtt::Session> m_session;  ///< last: its handlers use the others
};

}  // namespace carewall
