#pragma once

#include "core/broker_url.h"
#include "core/link.h"
#include "core/message.h"
#include "core/result.h"
#include "core/settings.h"
#include "mqtt/outbox.h"
#include "mqtt/session_error.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

struct mosquitto;

namespace carewall::mqtt {

/// Messages and bytes that wait for the broker before `publish` says Full.
inline constexpr std::size_t outbox_messages = 4096;
inline constexpr std::size_t outbox_bytes = 32 * 1024 * 1024;

/// What the broker tells everybody when it loses us. Sent at QoS 1. A session that is stopped in order leaves no will
/// behind: publish the last word yourself, `waitSent`, then `stop`.
struct Will {
    std::string topic;
    std::string payload;
    bool retain = true;
};

struct Options {
    core::BrokerSettings broker;
    std::string client_id;             ///< empty: the settings' one; empty there too: the broker's choice
    std::vector<std::string> filters;  ///< subscribed to at QoS 1 on each connect
    std::optional<Will> will;
    /// Subscribed to as well, once the link is up; it stays up when the broker refuses any of these. When it hangs up
    /// over them, they are not asked for again. None may overlap with `filters`: what meets both may come twice.
    std::vector<std::string> watched = {};
};

/// Called on the session's own thread, one at a time; must not throw, must not block, may publish, must not stop or
/// destroy the session.
struct Handlers {
    /// A message arrived. The view is valid during the call only.
    std::function<void(const core::MessageView&)> message;
    /// Up: connected, and subscribed to all filters: the moment to publish the birth message. Down: why; told again
    /// only when that changes. Never Connecting: that is how a link begins.
    std::function<void(core::LinkPhase, const core::LinkTrouble&)> link;
};

/// A connection to one broker that is kept up until it is stopped, over MQTT 5 or 3.1.1, plain or TLS (1.2 or later,
/// certificate and host name checked; against `ca_file`, else against the machine's own authorities).
///
/// Reconnects by itself after half a second at first, then ever later by a quarter, at most 30 s: a broker that is back
/// is found within half a second plus a quarter of the time it was away. Nothing but `stop` ends that, neither a
/// refused password nor a wrong certificate: both are put right at the broker while the board hangs on the wall.
///
/// What is published goes out in order; see Outbox for what happens while the broker is away or slow. QoS 1 and 2 may
/// arrive twice after a reconnect.
///
/// Logs each reason why there is no link once, at the level of warnings, until it came up again, which is information.
///
/// Thread: one of its own, where the handlers run. All functions but `stop` and the destructor: any thread.
/// Limits: outbox_messages, outbox_bytes. The size of what arrives is the broker's to limit (message_size_limit).
class Session {
public:
    /// Reads the URL, the password file and the certificates' presence, starts the thread and returns; connecting goes
    /// on in the background. Fails only on what no broker could put right.
    static core::Result<std::unique_ptr<Session>, SessionError> start(Options options, Handlers handlers);

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    /// Stops.
    ~Session();

    /// Sends, or keeps for when the broker is there. Thread: any, the handlers' too.
    core::Result<void, SessionError> publish(std::string_view topic, std::string_view payload, int qos, bool retain);

    /// Asks the broker for all retained messages again, by subscribing again; nothing while the link is down, since
    /// coming up does the same. To be called after a flood: a broker whose queue for us is full (mosquitto:
    /// max_queued_messages, 1000) drops the newest, so that a topic which then falls silent would stay old here.
    /// Thread: any.
    void refresh();

    /// Waits until nothing is under way: the broker acknowledged all that was published (QoS 0: it was written to the
    /// socket, or lost with the connection).
    /// False after `limit`, or when the session is stopped. Not from a handler.
    bool waitSent(std::chrono::milliseconds limit);

    /// Says goodbye and ends the thread: when it returns no handler runs, nor ever will. What still waits in the outbox
    /// is dropped. Takes up to 2 s when the broker does not read, and as long as the resolver when a name lookup is
    /// under way. Not from a handler; by the owner's thread only.
    void stop();

private:
    struct Callbacks;
    struct Destroy {
        void operator()(mosquitto* client) const noexcept;
    };

    /// What is known of one connection, from the connect to its end.
    struct Attempt {
        bool reached = false;       ///< the broker's port took the connection
        bool greeted = false;       ///< there was a CONNACK
        bool up = false;            ///< and the filters were subscribed to: the link was up
        int end_reason = 0;         ///< what on_disconnect was told
        int system_error = 0;       ///< errno at that time
        core::LinkTrouble refusal;  ///< why the broker would not have us
        int watch_id = 0;           ///< of the subscription to what is watched, until the broker answers it
        std::string log_error;      ///< the first error that libmosquitto logged before the link was up
        bool dates = false;         ///< the broker's certificate is past its dates, or not valid yet
    };

    Session(Options options, Handlers handlers);
    core::Result<void, SessionError> configure();
    core::Result<void, SessionError> configureTls();
    core::Result<void, SessionError> configureWill();

    void run();
    core::LinkTrouble connectToAnyFamily();
    core::LinkTrouble connectAndListen(const char* bind_address);
    core::LinkTrouble awaitSocket();
    core::LinkTrouble listen();
    int drain();
    void sayGoodbye();
    bool backOff(std::chrono::milliseconds delay);
    core::LinkTrouble endTrouble(int result) const;

    int subscribe(std::vector<std::string>& filters);
    void onWatched(std::span<const int> granted);
    void onUp();
    void onDown(const core::LinkTrouble& trouble);
    void onSent(int id);
    void pump();
    bool handOver(const Outgoing& message);

    Options m_options;
    Handlers m_handlers;
    core::BrokerAddress m_address;
    std::unique_ptr<mosquitto, Destroy> m_client;
    std::atomic<bool> m_stopping = false;  ///< set under m_mutex

    std::mutex m_mutex;  ///< guards these four, and the order in which messages reach libmosquitto
    std::condition_variable m_changed;
    Outbox m_outbox{outbox_messages, outbox_bytes};
    std::unordered_map<int, int> m_handed_over;  ///< message id -> QoS, until the broker acknowledges
    bool m_up = false;

    // Of the session's thread alone.
    std::thread::id m_self;
    Attempt m_attempt;
    std::optional<core::LinkTrouble> m_told_down;     ///< last told, empty while up
    std::optional<core::LinkReason> m_logged_reason;  ///< likewise

    std::thread m_thread;
};

}  // namespace carewall::mqtt
