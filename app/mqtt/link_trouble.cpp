#include "mqtt/link_trouble.h"

#include <cerrno>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <netdb.h>
#include <system_error>

namespace carewall::mqtt {
namespace {

using core::LinkReason;
using core::LinkTrouble;

constexpr int first_failure_reason = 0x80;

std::string withoutFullStop(std::string_view text)
{
    while (text.ends_with('.') || text.ends_with(' ') || text.ends_with('\n'))
        text.remove_suffix(1);
    return std::string(text);
}

bool contains(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

/// An MQTT 5 reason code, wherever it came.
LinkReason reasonOf(int code, LinkReason otherwise)
{
    switch (code) {
    case MQTT_RC_BAD_USERNAME_OR_PASSWORD:
    case MQTT_RC_NOT_AUTHORIZED:
    case MQTT_RC_BANNED:
        return LinkReason::Credentials;
    case MQTT_RC_CLIENTID_NOT_VALID:
        return LinkReason::ClientId;
    case MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION:
        return LinkReason::NotMqtt;
    case MQTT_RC_SESSION_TAKEN_OVER:
        return LinkReason::TakenOver;
    default:
        return otherwise;
    }
}

/// OpenSSL's text of what broke TLS off.
LinkReason reasonOfTls(std::string_view text, bool dates)
{
    if (contains(text, "host name verification failed")) return LinkReason::CertificateWrongName;
    if (contains(text, "certificate verify failed"))
        return dates ? LinkReason::CertificateDates : LinkReason::CertificateNotTrusted;
    for (const std::string_view alert : {"alert certificate", "alert bad certificate", "alert unknown ca",
                                         "alert unsupported certificate", "alert handshake failure", "client cert"})
        if (contains(text, alert)) return LinkReason::ClientCertificate;
    for (const std::string_view no_tls : {"wrong version number", "packet length too long", "http request"})
        if (contains(text, no_tls)) return LinkReason::NotMqtt;
    return LinkReason::TlsOther;
}

}  // namespace

LinkTrouble refusal(int protocol, int reason)
{
    const std::string words = "the broker refuses us: ";
    if (protocol == MQTT_PROTOCOL_V5)
        return {reasonOf(reason, LinkReason::Other), words + withoutFullStop(mosquitto_reason_string(reason))};
    switch (reason) {
    case CONNACK_REFUSED_PROTOCOL_VERSION:
        return {LinkReason::NotMqtt, words + "it does not speak MQTT 3.1.1"};
    case CONNACK_REFUSED_IDENTIFIER_REJECTED:
        return {LinkReason::ClientId, words + "it does not take the client id"};
    case CONNACK_REFUSED_SERVER_UNAVAILABLE:
        return {LinkReason::Other, words + "it is not available"};
    case CONNACK_REFUSED_BAD_USERNAME_PASSWORD:
        return {LinkReason::Credentials, words + "Bad user name or password"};
    case CONNACK_REFUSED_NOT_AUTHORIZED:
        return {LinkReason::Credentials, words + "Not authorized"};
    default:
        return {LinkReason::Other, words + "return code " + std::to_string(reason)};
    }
}

LinkTrouble subscriptionRefusal(int protocol, int reason, std::string_view filter)
{
    std::string words = "the broker does not let us read ";
    words += filter;
    if (protocol == MQTT_PROTOCOL_V5) words.append(": ").append(mosquitto_reason_string(reason));
    return {LinkReason::Subscription, std::move(words)};
}

LinkTrouble loss(int reason, int system_error)
{
    if (reason >= first_failure_reason)
        return {reasonOf(reason, LinkReason::ClosedByBroker),
                std::string("the broker ended it: ") + mosquitto_reason_string(reason)};
    switch (reason) {
    case MOSQ_ERR_SUCCESS:
    case MOSQ_ERR_NO_CONN:
    case MOSQ_ERR_CONN_LOST:
        return {LinkReason::ClosedByBroker, "the broker closed the connection"};
    case MOSQ_ERR_KEEPALIVE:
        return {LinkReason::NoAnswer, "the broker does not answer"};
    case MOSQ_ERR_ERRNO:
        return systemTrouble(system_error);
    case MOSQ_ERR_EAI:
        return {LinkReason::NameNotFound, std::string("the broker's name is not known: ") + gai_strerror(system_error)};
    case MOSQ_ERR_PROTOCOL:
        return {LinkReason::NotMqtt, "the broker breaks the MQTT protocol"};
    case MOSQ_ERR_TLS:
        return {LinkReason::TlsOther, withoutFullStop(mosquitto_strerror(reason))};
    default:
        return {LinkReason::Other, withoutFullStop(mosquitto_strerror(reason))};
    }
}

LinkTrouble tlsTrouble(std::string_view logged, bool dates)
{
    const LinkReason reason = reasonOfTls(logged, dates);
    // OpenSSL's line is "OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed".
    if (const auto routines = logged.rfind("::"); routines != std::string_view::npos)
        return {reason, "TLS: " + withoutFullStop(logged.substr(routines + 2))};
    constexpr std::string_view prefix = "Error: ";
    if (logged.starts_with(prefix)) logged.remove_prefix(prefix.size());
    return {reason, "TLS: " + withoutFullStop(logged)};
}

LinkTrouble systemTrouble(int system_error)
{
    const auto reason = [&] {
        switch (system_error) {
        case ECONNREFUSED:
            return LinkReason::Refused;
        case ETIMEDOUT:
            return LinkReason::NoAnswer;
        case EHOSTUNREACH:
        case EHOSTDOWN:
        case ENETUNREACH:
        case ENETDOWN:
        case EADDRNOTAVAIL:
        case EAFNOSUPPORT:
            return LinkReason::Unreachable;
        case ECONNRESET:
        case ECONNABORTED:
        case EPIPE:
            return LinkReason::ClosedByBroker;
        default:
            return LinkReason::Other;
        }
    }();
    return {reason, systemWords(system_error)};
}

std::string systemWords(int system_error)
{
    return std::system_category().message(system_error);
}

std::string_view advice(LinkReason reason)
{
    switch (reason) {
    case LinkReason::Refused:
        return "is the broker running, at this address and port?";
    case LinkReason::Unreachable:
        return "check the network and the broker's address";
    case LinkReason::NameNotFound:
        return "check the name in broker.url, and the DNS";
    case LinkReason::NoAnswer:
        return "check the broker's address and the firewall";
    case LinkReason::ClosedByBroker:
        return "the broker's log says why";
    case LinkReason::NotMqtt:
        return "check the port in broker.url, mqtt:// or mqtts://, and broker.protocol";
    case LinkReason::CertificateNotTrusted:
        return "check broker.ca_file: it must hold who signed the broker's certificate";
    case LinkReason::CertificateWrongName:
        return "the host in broker.url must be one that the broker's certificate names";
    case LinkReason::CertificateDates:
        return "the broker's certificate is out of date, or a clock is wrong";
    case LinkReason::ClientCertificate:
        return "check broker.certificate_file and broker.key_file";
    case LinkReason::TlsOther:
        return "check the port in broker.url, and broker.certificate_file where the broker asks for one";
    case LinkReason::Credentials:
        return "check broker.username and broker.password_file";
    case LinkReason::ClientId:
        return "check broker.client_id";
    case LinkReason::Subscription:
        return "check the broker's access rules";
    case LinkReason::TakenOver:
        return "another program uses our client id; check broker.client_id and board.name";
    case LinkReason::None:
    case LinkReason::Other:
        return {};
    }
    return {};
}

}  // namespace carewall::mqtt
