#pragma once

#include <cstdint>
#include <string>

namespace carewall::core {

/// Whether the board hears the broker.
enum class LinkPhase : std::uint8_t { Connecting, Up, Down };

/// What keeps us from the broker, as far as it can be told: one for each thing that somebody can put right.
enum class LinkReason : std::uint8_t {
    None,                   ///< nothing does, or it is not known yet
    Refused,                ///< nobody listens at that address and port
    Unreachable,            ///< no way there: no network, no route
    NameNotFound,           ///< the resolver does not know the broker's name
    NoAnswer,               ///< no answer to a connect, or to a ping
    ClosedByBroker,         ///< it ended the connection, without a reason of this list
    NotMqtt,                ///< who listens there is no MQTT broker, or not of this protocol
    CertificateNotTrusted,  ///< no authority that we trust signed the broker's certificate
    CertificateWrongName,   ///< it is for another host name
    CertificateDates,       ///< it is past its dates, or not valid yet: then a clock may be wrong
    ClientCertificate,      ///< the broker wants a certificate of ours, or another one
    TlsOther,               ///< anything else that TLS stumbles over
    Credentials,            ///< user name or password, or not authorized
    ClientId,               ///< the broker does not take the client id
    Subscription,           ///< it does not let us read a filter
    TakenOver,              ///< another client of the same client id took our place
    Other,                  ///< the words say it
};

/// Why there is no link: what it is, and the system's, the library's or the broker's own words on it, in English.
struct LinkTrouble {
    LinkReason reason = LinkReason::None;
    std::string why;
    bool operator==(const LinkTrouble&) const = default;
};

}  // namespace carewall::core
