#include "mqtt/link_trouble.h"
#include "mqtt/session.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <unistd.h>

/// What is set on libmosquitto's handle before the first connect.
namespace carewall::mqtt {
namespace {

using Outcome = core::Result<void, SessionError>;

/// Reports that may be under way to us at once, QoS 1. The board empties the socket far faster than it draws.
constexpr int receive_maximum = 200;
constexpr int send_maximum = 100;
constexpr int keep_alive_min_s = 5;  // libmosquitto's own
constexpr int keep_alive_max_s = 65535;

auto wrong(SessionError::Kind kind, std::string why)
{
    return core::failure(SessionError{kind, std::move(why)});
}

Outcome libraryOutcome(int result, std::string_view doing)
{
    if (result == MOSQ_ERR_SUCCESS) return {};
    return wrong(SessionError::Kind::Library, std::string(doing) + ": " + loss(result, errno).why);
}

Outcome readable(const std::string& path, std::string_view setting)
{
    if (::access(path.c_str(), R_OK) == 0) return {};
    return wrong(SessionError::Kind::Credentials,
                 std::string(setting) + " '" + path + "' cannot be read: " + systemWords(errno));
}

core::Result<std::string, SessionError> firstLine(const std::string& path)
{
    if (auto outcome = readable(path, "password_file"); !outcome) return core::failure(outcome.error());
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) && !file.eof())
        return wrong(SessionError::Kind::Credentials, "password_file '" + path + "' is not a file of text");
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty())
        return wrong(SessionError::Kind::Credentials,
                     "password_file '" + path + "' is empty; its first line must be the password");
    return line;
}

/// A board has no one to type the key's passphrase: without this OpenSSL would ask on the terminal and wait.
extern "C" int noPassphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*client*/) noexcept
{
    return 0;
}

}  // namespace

core::Result<void, SessionError> Session::configure()
{
    const core::BrokerSettings& broker = m_options.broker;
    if (broker.protocol != MQTT_PROTOCOL_V5 && broker.protocol != MQTT_PROTOCOL_V311)
        return wrong(SessionError::Kind::Options,
                     "broker protocol is " + std::to_string(broker.protocol) + "; it must be 5, or 4 for MQTT 3.1.1");
    if (broker.keep_alive.count() < keep_alive_min_s || broker.keep_alive.count() > keep_alive_max_s)
        return wrong(SessionError::Kind::Options,
                     "keep_alive is " + std::to_string(broker.keep_alive.count()) + " s; it must be 5 to 65535 s");
    for (const auto* filters : {&m_options.filters, &m_options.watched}) {
        for (const std::string& filter : *filters)
            if (mosquitto_sub_topic_check(filter.c_str()) != MOSQ_ERR_SUCCESS)
                return wrong(SessionError::Kind::Options,
                             "'" + filter + "' is not a filter that MQTT can subscribe to");
    }

    const std::string& id = m_options.client_id.empty() ? broker.client_id : m_options.client_id;
    // A clean start each time: reports are retained and whole, so one message a topic makes a new session right. A
    // session that the broker kept would hand us the queue of everything missed, oldest first, and at its limit
    // (max_queued_messages) drop the newest, which are the ones that matter. Session expiry stays 0, too.
    constexpr bool clean_start = true;
    m_client.reset(mosquitto_new(id.empty() ? nullptr : id.c_str(), clean_start, this));
    if (!m_client)
        return wrong(SessionError::Kind::Options, "client id '" + id + "' cannot be used: " + systemWords(errno));
    mosquitto* client = m_client.get();

    // The topic alias maximum stays unsaid, hence 0: libmosquitto 2.0 does not resolve aliases.
    mosquitto_int_option(client, MOSQ_OPT_PROTOCOL_VERSION, broker.protocol);
    mosquitto_int_option(client, MOSQ_OPT_RECEIVE_MAXIMUM, receive_maximum);
    mosquitto_int_option(client, MOSQ_OPT_SEND_MAXIMUM, send_maximum);
    mosquitto_int_option(client, MOSQ_OPT_TCP_NODELAY, 1);
    mosquitto_threaded_set(client, true);

    if (!broker.username.empty()) {
        std::optional<std::string> password;
        if (!broker.password_file.empty()) {
            auto line = firstLine(broker.password_file);
            if (!line) return core::failure(line.error());
            password = std::move(*line);
        }
        const int result =
            mosquitto_username_pw_set(client, broker.username.c_str(), password ? password->c_str() : nullptr);
        if (auto outcome = libraryOutcome(result, "username"); !outcome) return outcome;
    }
    if (auto outcome = configureTls(); !outcome) return outcome;
    return configureWill();
}

core::Result<void, SessionError> Session::configureTls()
{
    if (!m_address.tls) return {};
    const core::BrokerSettings& broker = m_options.broker;
    if (broker.certificate_file.empty() != broker.key_file.empty())
        return wrong(SessionError::Kind::Credentials, "certificate_file and key_file go together; one is not set");
    const auto orNull = [](const std::string& path) { return path.empty() ? nullptr : path.c_str(); };
    for (const auto& [path, setting] :
         {std::pair{&broker.ca_file, "ca_file"}, std::pair{&broker.certificate_file, "certificate_file"},
          std::pair{&broker.key_file, "key_file"}}) {
        if (path->empty()) continue;
        if (auto outcome = readable(*path, setting); !outcome) return outcome;
    }

    mosquitto* client = m_client.get();
    // libmosquitto wants a CA file or folder even where the machine's own authorities are to be used.
    const char* const folder = broker.ca_file.empty() ? "/etc/ssl/certs" : nullptr;
    int result = mosquitto_tls_set(client, orNull(broker.ca_file), folder, orNull(broker.certificate_file),
                                   orNull(broker.key_file), noPassphrase);
    if (auto outcome = libraryOutcome(result, "TLS files"); !outcome) return outcome;
    constexpr int verify_peer = 1;
    result = mosquitto_tls_opts_set(client, verify_peer, "tlsv1.2", nullptr);  // this or later; 1.1 is its default
    return libraryOutcome(result, "TLS options");
}

core::Result<void, SessionError> Session::configureWill()
{
    if (!m_options.will) return {};
    const Will& will = *m_options.will;
    if (mosquitto_pub_topic_check(will.topic.c_str()) != MOSQ_ERR_SUCCESS)
        return wrong(SessionError::Kind::Options, "will topic '" + will.topic + "' cannot be published to");
    constexpr std::size_t will_max = 65535;  // a 16 bit length in CONNECT
    if (will.payload.size() > will_max)
        return wrong(SessionError::Kind::Options,
                     "the will has " + std::to_string(will.payload.size()) + " bytes; it must have at most 65535");
    const int result = mosquitto_will_set(m_client.get(), will.topic.c_str(), static_cast<int>(will.payload.size()),
                                          will.payload.data(), 1, will.retain);
    return libraryOutcome(result, "will");
}

}  // namespace carewall::mqtt
