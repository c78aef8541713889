#pragma once

#include "mqtt/session.h"
#include "support/broker.h"
#include "support/compare.h"
#include "support/wait.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

/// A session that writes down what its handlers are told.
class Listener {
    template <typename Reader>
    auto read(Reader reader) const
    {
        const std::lock_guard lock(m_mutex);
        return reader();
    }

public:
    explicit Listener(carewall::mqtt::Options options)
    {
        using namespace carewall;
        auto session = mqtt::Session::start(
            std::move(options),
            {.message =
                 [this](const core::MessageView& view) {
                     const std::lock_guard lock(m_mutex);
                     m_messages.push_back({std::string(view.topic), std::string(view.payload), {}, view.retained});
                 },
             .link =
                 [this](core::LinkPhase phase, const core::LinkTrouble& trouble) {
                     const std::lock_guard lock(m_mutex);
                     if (phase == core::LinkPhase::Up) ++m_ups;
                     if (phase == core::LinkPhase::Down && m_phase != phase) ++m_downs;
                     m_phase = phase;
                     ++m_told;
                     m_trouble_told = trouble;
                 }});
        if (session)
            m_session = std::move(*session);
        else
            m_trouble = session.error().why;
    }

    carewall::mqtt::Session& session() { return *m_session; }
    const std::string& trouble() const { return m_trouble; }

    int ups() const
    {
        return read([this] { return m_ups; });
    }
    /// How often it went down, whatever was told while it was.
    int downs() const
    {
        return read([this] { return m_downs; });
    }
    /// How often the link handler was called.
    int told() const
    {
        return read([this] { return m_told; });
    }
    std::string why() const
    {
        return read([this] { return m_trouble_told.why; });
    }
    carewall::core::LinkReason reason() const
    {
        return read([this] { return m_trouble_told.reason; });
    }
    std::vector<carewall::core::Message> messages() const
    {
        return read([this] { return m_messages; });
    }
    /// The newest payload of a topic; "(none)" when nothing came.
    std::string newest(const std::string& topic) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_messages.rbegin(), m_messages.rend(),
                                        [&](const carewall::core::Message& message) { return message.topic == topic; });
        return found == m_messages.rend() ? "(none)" : found->payload;
    }

    bool waitUp(int times = 1)
    {
        return m_session && carewall::support::waitUntil([&] { return ups() >= times; });
    }
    bool waitDown(int times = 1)
    {
        return m_session && carewall::support::waitUntil([&] { return downs() >= times; });
    }

private:
    mutable std::mutex m_mutex;
    std::vector<carewall::core::Message> m_messages;
    int m_ups = 0;
    int m_downs = 0;
    int m_told = 0;
    carewall::core::LinkPhase m_phase = carewall::core::LinkPhase::Connecting;
    carewall::core::LinkTrouble m_trouble_told;
    std::string m_trouble;
    std::unique_ptr<carewall::mqtt::Session> m_session;  ///< last, so that it stops before what it writes to goes
};

/// What a subscriber of the demo floor asks for.
inline carewall::mqtt::Options floorOptions(const carewall::support::Broker& broker, int protocol = 5)
{
    carewall::mqtt::Options options;
    options.broker.url = broker.url();
    options.broker.protocol = protocol;
    options.filters = {"carewall/v1/demo/#"};
    return options;
}

/// The same without filters: one who only publishes.
inline carewall::mqtt::Options feedOptions(const carewall::support::Broker& broker, int protocol = 5)
{
    carewall::mqtt::Options options = floorOptions(broker, protocol);
    options.filters.clear();
    return options;
}
