#include "mqtt/session.h"

#include "mqtt/families.h"
#include "mqtt/link_trouble.h"
#include "mqtt/tls.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>
#include <pthread.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <utility>

// libmosquitto's own loop thread is not used: it ends for good on a refused password, a protocol or a TLS error, and it
// can only be stopped in the middle of a connect by pthread_cancel.
namespace carewall::mqtt {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds backoff_first = 500ms;
constexpr milliseconds backoff_longest = 30s;
/// How soon `stop` is noticed where libmosquitto cannot be woken.
constexpr milliseconds slice = 100ms;
constexpr milliseconds idle = 1s;
constexpr int connect_slices = 100;  // 10 s for TCP to connect; the kernel would try for two minutes
constexpr int goodbye_slices = 20;
/// Messages read before writing gets its turn.
constexpr int drain_messages = 256;
/// libmosquitto walks its whole queue on each acknowledgement, and does not bound it: the rest waits in the outbox.
constexpr std::size_t handed_over_max = 200;
constexpr int failure_reason = 0x80;
constexpr std::size_t payload_max = 268'435'455;  // MQTT's

/// libmosquitto's process-wide state, for as long as the process lives.
struct Library {
    Library() { mosquitto_lib_init(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { mosquitto_lib_cleanup(); }
};

void useLibrary()
{
    static const Library library;
}

/// Signals are for main; and OpenSSL writes to sockets without MSG_NOSIGNAL, so SIGPIPE would end the program.
void blockSignals()
{
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

/// What libmosquitto calls on the session's thread. Its log also comes from publishing threads.
struct Session::Callbacks {
    static Session& of(void* session) { return *static_cast<Session*>(session); }

    static void log(mosquitto* client, void* session, int level, const char* text) noexcept
    {
        Session& self = of(session);
        spdlog::debug("mqtt: {}", text);
        if (level != MOSQ_LOG_ERR || std::this_thread::get_id() != self.m_self || !self.m_attempt.log_error.empty())
            return;
        self.m_attempt.log_error = text;
        self.m_attempt.dates = self.m_address.tls && hasFaultyDates(client);
    }

    static void connected(mosquitto* client, void* session, int reason, int /*flags*/,
                          const mosquitto_property* /*properties*/) noexcept
    {
        Session& self = of(session);
        self.m_attempt.greeted = true;
        if (reason != 0) {
            self.m_attempt.refusal = refusal(self.m_options.broker.protocol, reason);
            return;
        }
        // Without a log callback libmosquitto need not format a line for each message.
        if (!spdlog::should_log(spdlog::level::debug)) mosquitto_log_callback_set(client, nullptr);
        if (self.m_options.filters.empty())
            self.onUp();
        else
            self.subscribe(self.m_options.filters);
    }

    static void subscribed(mosquitto* client, void* session, int id, int count, const int* granted,
                           const mosquitto_property* /*properties*/) noexcept
    {
        Session& self = of(session);
        if (id == self.m_attempt.watch_id) return self.onWatched({granted, static_cast<std::size_t>(count)});
        for (int i = 0; i < count; ++i) {
            if (granted[i] < failure_reason) continue;
            const auto index = std::min(static_cast<std::size_t>(i), self.m_options.filters.size() - 1);
            self.m_attempt.refusal =
                subscriptionRefusal(self.m_options.broker.protocol, granted[i], self.m_options.filters[index]);
            mosquitto_disconnect(client);
            return;
        }
        if (!self.m_attempt.up) self.onUp();  // else it was a refresh
    }

    static void ended(mosquitto* /*client*/, void* session, int reason,
                      const mosquitto_property* /*properties*/) noexcept
    {
        Session& self = of(session);
        self.m_attempt.system_error = errno;  // libmosquitto's tidying up writes over it afterwards
        self.m_attempt.end_reason = reason;
    }

    static void sent(mosquitto* /*client*/, void* session, int id, int reason,
                     const mosquitto_property* /*properties*/) noexcept
    {
        if (reason >= failure_reason)
            spdlog::debug("mqtt: the broker does not take message {}: {}", id, mosquitto_reason_string(reason));
        of(session).onSent(id);
    }

    static void message(mosquitto* /*client*/, void* session, const mosquitto_message* arrived) noexcept
    {
        Session& self = of(session);
        if (self.m_stopping.load(std::memory_order_relaxed) || !self.m_handlers.message) return;
        const core::MessageView view{
            .topic = arrived->topic,
            .payload = {static_cast<const char*>(arrived->payload), static_cast<std::size_t>(arrived->payloadlen)},
            .retained = arrived->retain};
        self.m_handlers.message(view);
    }
};

void Session::Destroy::operator()(mosquitto* client) const noexcept
{
    mosquitto_destroy(client);
}

Session::Session(Options options, Handlers handlers) : m_options(std::move(options)), m_handlers(std::move(handlers))
{
}

core::Result<std::unique_ptr<Session>, SessionError> Session::start(Options options, Handlers handlers)
{
    auto address = core::parseBrokerUrl(options.broker.url);
    if (!address) return core::failure(SessionError{SessionError::Kind::Address, std::move(address.error())});
    useLibrary();
    std::unique_ptr<Session> session(new Session(std::move(options), std::move(handlers)));
    session->m_address = std::move(*address);
    if (auto outcome = session->configure(); !outcome) return core::failure(outcome.error());

    mosquitto* client = session->m_client.get();
    mosquitto_connect_v5_callback_set(client, Callbacks::connected);
    mosquitto_subscribe_v5_callback_set(client, Callbacks::subscribed);
    mosquitto_disconnect_v5_callback_set(client, Callbacks::ended);
    mosquitto_publish_v5_callback_set(client, Callbacks::sent);
    mosquitto_message_callback_set(client, Callbacks::message);
    session->m_thread = std::thread(&Session::run, session.get());
    return session;
}

Session::~Session()
{
    stop();
}

core::Result<void, SessionError> Session::publish(std::string_view topic, std::string_view payload, int qos,
                                                  bool retain)
{
    using Kind = SessionError::Kind;
    if (mosquitto_pub_topic_check2(topic.data(), topic.size()) != MOSQ_ERR_SUCCESS || topic.empty() ||
        mosquitto_validate_utf8(topic.data(), static_cast<int>(topic.size())) != MOSQ_ERR_SUCCESS || qos < 0 || qos > 2)
        return core::failure(SessionError{Kind::Topic, "'" + std::string(topic) + "' cannot be published to at QoS " +
                                                           std::to_string(qos) +
                                                           "; no wildcards, 1 to 65535 bytes, QoS 0 to 2"});
    if (payload.size() > payload_max)
        return core::failure(SessionError{Kind::TooLarge, "a message of " + std::to_string(payload.size()) +
                                                              " bytes; MQTT takes 268435455"});
    const std::lock_guard lock(m_mutex);
    if (m_stopping) return core::failure(SessionError{Kind::Stopped, "the session was stopped"});
    if (!m_outbox.put({std::string(topic), std::string(payload), qos, retain}))
        return core::failure(
            SessionError{Kind::Full, std::to_string(m_outbox.size()) + " messages already wait for the broker"});
    if (m_up) pump();
    return {};
}

bool Session::waitSent(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    const auto allSent = [this] { return m_outbox.empty() && m_handed_over.empty(); };
    m_changed.wait_for(lock, limit, [&] { return m_stopping || allSent(); });
    return allSent();
}

void Session::refresh()
{
    const std::lock_guard lock(m_mutex);
    if (m_up && !m_stopping && !m_options.filters.empty()) subscribe(m_options.filters);
}

void Session::stop()
{
    if (!m_thread.joinable()) return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        // It also wakes the thread. While the link is not up that looks at m_stopping by itself, and the handle's
        // socket pair may be being made anew.
        if (m_up) mosquitto_disconnect(m_client.get());
    }
    m_changed.notify_all();
    m_thread.join();
}

void Session::run()
{
    m_self = std::this_thread::get_id();
    blockSignals();
    pthread_setname_np(pthread_self(), "mqtt");
    milliseconds delay = backoff_first;
    while (!m_stopping) {
        const core::LinkTrouble trouble = connectToAnyFamily();
        if (m_stopping) return;
        // Two clients of one name throw each other out: then backing off must go on.
        if (m_attempt.up && m_attempt.end_reason != MQTT_RC_SESSION_TAKEN_OVER) delay = backoff_first;
        onDown(trouble);
        if (!backOff(delay)) return;
        delay = std::min(delay * 5 / 4, backoff_longest);
    }
}

/// One connection from beginning to end, over the first address family that takes it: without blocking, libmosquitto
/// tries only the first of a name's addresses that does not fail at once, for "localhost" often ::1, where nobody may
/// listen. Returns why it ended.
core::LinkTrouble Session::connectToAnyFamily()
{
    if (isLiteral(m_address.host)) return connectAndListen(nullptr);
    m_attempt = {};
    const auto families = familiesOf(m_address.host);
    if (!families) return families.error();
    core::LinkTrouble trouble;
    for (const char* const family : *families) {
        core::LinkTrouble ended = connectAndListen(family);
        const bool vague = ended.reason == core::LinkReason::Unreachable || ended.reason == core::LinkReason::Other;
        if (m_attempt.reached || !vague || trouble.why.empty()) trouble = std::move(ended);
        if (m_attempt.reached || m_stopping) break;
    }
    return trouble;
}

/// One connection from beginning to end, from the given address, or from any. Returns why it ended.
core::LinkTrouble Session::connectAndListen(const char* bind_address)
{
    m_attempt = {};
    mosquitto* client = m_client.get();
    mosquitto_log_callback_set(client, Callbacks::log);
    // Never null: libmosquitto 2.0.11 frees the address that it has for that, and keeps the pointer.
    if (bind_address != nullptr) mosquitto_string_option(client, MOSQ_OPT_BIND_ADDRESS, bind_address);
    const int result = mosquitto_connect_async(client, m_address.host.c_str(), m_address.port,
                                               static_cast<int>(m_options.broker.keep_alive.count()));
    if (result != MOSQ_ERR_SUCCESS && result != MOSQ_ERR_CONN_PENDING) {
        m_attempt.system_error = errno;
        m_attempt.end_reason = result;
        return endTrouble(result);
    }
    if (core::LinkTrouble trouble = awaitSocket(); !trouble.why.empty() || m_stopping) return trouble;
    m_attempt.reached = true;
    core::LinkTrouble trouble = listen();
    if (m_attempt.watch_id != 0 && !m_stopping) {
        spdlog::debug("mqtt: the broker hung up on what is watched; it is not asked for again");
        m_options.watched.clear();
    }
    const std::lock_guard lock(m_mutex);
    m_up = false;
    // libmosquitto sends QoS 1 and 2 again after the next connect, QoS 0 it has dropped.
    std::erase_if(m_handed_over, [](const auto& entry) { return entry.second == 0; });
    m_changed.notify_all();
    return trouble;
}

/// Until TCP is connected. Empty when it is (or on stop).
core::LinkTrouble Session::awaitSocket()
{
    for (int i = 0; i < connect_slices && !m_stopping; ++i) {
        pollfd socket{.fd = mosquitto_socket(m_client.get()), .events = POLLOUT, .revents = 0};
        if (::poll(&socket, 1, static_cast<int>(slice.count())) <= 0) continue;
        int error = 0;
        socklen_t size = sizeof(error);
        ::getsockopt(socket.fd, SOL_SOCKET, SO_ERROR, &error, &size);
        // A reset comes from a peer who took the connection; TLS has begun by then, and its reason is yet to be read.
        if (error != 0 && error != ECONNRESET) return systemTrouble(error);
        // libmosquitto begins TLS right after the connect, which takes an error that is there already off the socket:
        // only a refusal comes so fast.
        return error == 0 && tlsNeverConnected(m_client.get()) ? systemTrouble(ECONNREFUSED) : core::LinkTrouble{};
    }
    return systemTrouble(ETIMEDOUT);
}

core::LinkTrouble Session::listen()
{
    mosquitto* client = m_client.get();
    while (!m_stopping) {
        const milliseconds longest = m_attempt.up ? idle : slice;
        int result = mosquitto_loop(client, static_cast<int>(longest.count()), 1);
        if (result == MOSQ_ERR_SUCCESS && m_attempt.up) result = drain();
        if (result != MOSQ_ERR_SUCCESS || mosquitto_socket(client) < 0) return endTrouble(result);
    }
    sayGoodbye();
    return {};
}

/// mosquitto_loop asks the kernel before each message; under load it is cheaper to read until there is nothing.
int Session::drain()
{
    for (int i = 0; i < drain_messages && !m_stopping; ++i) {
        errno = 0;
        const int result = mosquitto_loop_read(m_client.get(), 1);
        if (result != MOSQ_ERR_SUCCESS || errno == EAGAIN) return result;
        if (mosquitto_socket(m_client.get()) < 0) return MOSQ_ERR_SUCCESS;
    }
    return MOSQ_ERR_SUCCESS;
}

/// Writes what is queued, and reads no more.
void Session::sayGoodbye()
{
    if (!m_attempt.up) mosquitto_disconnect(m_client.get());  // else `stop` did
    for (int i = 0; i < goodbye_slices; ++i) {
        pollfd socket{.fd = mosquitto_socket(m_client.get()), .events = POLLOUT, .revents = 0};
        if (socket.fd < 0) return;
        if (::poll(&socket, 1, static_cast<int>(slice.count())) <= 0) continue;
        if (mosquitto_loop_write(m_client.get(), 1) != MOSQ_ERR_SUCCESS) return;
    }
}

/// False when the session was stopped meanwhile.
bool Session::backOff(milliseconds delay)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, delay, [this] { return m_stopping.load(); });
}

core::LinkTrouble Session::endTrouble(int result) const
{
    if (!m_attempt.refusal.why.empty()) return m_attempt.refusal;
    if (m_address.tls && !m_attempt.log_error.empty()) return tlsTrouble(m_attempt.log_error, m_attempt.dates);
    const int reason = m_attempt.end_reason != MOSQ_ERR_SUCCESS ? m_attempt.end_reason : result;
    if (m_attempt.reached && !m_attempt.greeted && reason != MOSQ_ERR_KEEPALIVE) {
        if (m_address.tls) return {core::LinkReason::TlsOther, "the broker hung up during TLS"};
        return {core::LinkReason::NotMqtt, "no MQTT broker greets us there"};
    }
    return loss(reason, m_attempt.system_error);
}

/// Returns what the broker's answer will be known by.
int Session::subscribe(std::vector<std::string>& filters)
{
    std::vector<char*> texts;
    texts.reserve(filters.size());
    for (std::string& filter : filters)
        texts.push_back(filter.data());
    int id = 0;
    mosquitto_subscribe_multiple(m_client.get(), &id, static_cast<int>(texts.size()), texts.data(), 1, 0, nullptr);
    return id;
}

void Session::onWatched(std::span<const int> granted)
{
    m_attempt.watch_id = 0;
    for (std::size_t i = 0; i < std::min(granted.size(), m_options.watched.size()); ++i)
        if (granted[i] >= failure_reason)
            spdlog::debug("mqtt: {}",
                          subscriptionRefusal(m_options.broker.protocol, granted[i], m_options.watched[i]).why);
}

void Session::onUp()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) return;
        m_up = true;
        pump();
    }
    m_attempt.up = true;
    m_attempt.log_error.clear();
    m_told_down.reset();
    m_logged_reason.reset();
    spdlog::info("connected to {}", m_options.broker.url);
    if (m_handlers.link) m_handlers.link(core::LinkPhase::Up, {});
    if (!m_options.watched.empty()) m_attempt.watch_id = subscribe(m_options.watched);
}

void Session::onDown(const core::LinkTrouble& trouble)
{
    if (m_told_down == trouble) return;
    m_told_down = trouble;
    if (std::exchange(m_logged_reason, trouble.reason) != trouble.reason) {
        const std::string_view todo = advice(trouble.reason);
        spdlog::warn("no connection to {}: {}{}{}", m_options.broker.url, trouble.why, todo.empty() ? "" : "; ", todo);
    }
    if (m_handlers.link) m_handlers.link(core::LinkPhase::Down, trouble);
}

void Session::onSent(int id)
{
    const std::lock_guard lock(m_mutex);
    m_handed_over.erase(id);
    if (m_up) pump();
    if (m_handed_over.empty() && m_outbox.empty()) m_changed.notify_all();
}

/// Hands libmosquitto what waits, while it may have more. With m_mutex held and the link up.
void Session::pump()
{
    while (m_handed_over.size() < handed_over_max) {
        std::optional<Outgoing> next = m_outbox.take();
        if (!next) return;
        if (!handOver(*next)) {
            m_outbox.putBack(std::move(*next));
            return;
        }
    }
}

bool Session::handOver(const Outgoing& message)
{
    int id = 0;
    const int result =
        mosquitto_publish_v5(m_client.get(), &id, message.topic.c_str(), static_cast<int>(message.payload.size()),
                             message.payload.data(), message.qos, message.retain, nullptr);
    // At QoS 1 and 2 libmosquitto has queued it even when the connection just went.
    if (result == MOSQ_ERR_SUCCESS || (result == MOSQ_ERR_NO_CONN && message.qos > 0)) {
        m_handed_over.insert_or_assign(id, message.qos);
        return true;
    }
    if (result == MOSQ_ERR_NO_CONN) return false;
    spdlog::debug("mqtt: {} cannot be sent: {}", message.topic, mosquitto_strerror(result));
    return true;
}

}  // namespace carewall::mqtt
