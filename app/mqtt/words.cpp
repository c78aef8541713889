#include "mqtt/words.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <netdb.h>
#include <system_error>

namespace carewall::mqtt {
namespace {

constexpr int first_failure_reason = 0x80;

std::string withoutFullStop(std::string_view text)
{
    while (text.ends_with('.') || text.ends_with(' ') || text.ends_with('\n'))
        text.remove_suffix(1);
    return std::string(text);
}

}  // namespace

std::string refusalWords(int protocol, int reason)
{
    std::string words = "the broker refuses us: ";
    if (protocol == MQTT_PROTOCOL_V5) {
        words += mosquitto_reason_string(reason);
        if (reason == MQTT_RC_BAD_USERNAME_OR_PASSWORD || reason == MQTT_RC_NOT_AUTHORIZED)
            words += " (check username and password_file)";
        else if (reason == MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION)
            words += " (protocol 4 is MQTT 3.1.1)";
        return words;
    }
    switch (reason) {
    case CONNACK_REFUSED_PROTOCOL_VERSION:
        return words + "it does not speak MQTT 3.1.1";
    case CONNACK_REFUSED_IDENTIFIER_REJECTED:
        return words + "it does not take the client id";
    case CONNACK_REFUSED_SERVER_UNAVAILABLE:
        return words + "it is not available";
    case CONNACK_REFUSED_BAD_USERNAME_PASSWORD:
        return words + "Bad user name or password (check username and password_file)";
    case CONNACK_REFUSED_NOT_AUTHORIZED:
        return words + "Not authorized (check username and password_file)";
    default:
        return words + "return code " + std::to_string(reason);
    }
}

std::string subscriptionWords(int protocol, int reason, std::string_view filter)
{
    std::string words = "the broker does not let us read ";
    words += filter;
    if (protocol == MQTT_PROTOCOL_V5) words.append(": ").append(mosquitto_reason_string(reason));
    return words;
}

std::string lossWords(int reason, int system_error)
{
    if (reason >= first_failure_reason) return std::string("the broker ended it: ") + mosquitto_reason_string(reason);
    switch (reason) {
    case MOSQ_ERR_SUCCESS:
    case MOSQ_ERR_NO_CONN:
    case MOSQ_ERR_CONN_LOST:
        return "the broker closed the connection";
    case MOSQ_ERR_KEEPALIVE:
        return "the broker does not answer";
    case MOSQ_ERR_ERRNO:
        return systemWords(system_error);
    case MOSQ_ERR_EAI:
        return std::string("the broker's name is not known: ") + gai_strerror(system_error);
    case MOSQ_ERR_PROTOCOL:
        return "the broker breaks the MQTT protocol";
    default:
        return withoutFullStop(mosquitto_strerror(reason));
    }
}

std::string tlsWords(std::string_view logged)
{
    // OpenSSL's line is "OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed".
    if (const auto routines = logged.rfind("::"); routines != std::string_view::npos) {
        const std::string_view text = logged.substr(routines + 2);
        std::string words = "TLS: " + withoutFullStop(text);
        if (text.find("certificate verify failed") != std::string_view::npos)
            words += " (ca_file did not sign the broker's certificate, or it is out of date)";
        return words;
    }
    constexpr std::string_view prefix = "Error: ";
    if (logged.starts_with(prefix)) logged.remove_prefix(prefix.size());
    return "TLS: " + withoutFullStop(logged);
}

std::string systemWords(int system_error)
{
    return std::system_category().message(system_error);
}

}  // namespace carewall::mqtt
