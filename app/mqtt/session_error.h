#pragma once

#include <cstdint>
#include <string>

namespace carewall::mqtt {

/// Why a session could not be started, or would not take a message.
struct SessionError {
    enum class Kind : std::uint8_t {
        Address,      ///< the broker's URL cannot be read
        Credentials,  ///< the password file, CA, certificate or key cannot be used
        Options,      ///< client id, will, filters, protocol or keep-alive outside what MQTT allows
        Topic,        ///< not a topic that can be published to
        TooLarge,     ///< payload above what MQTT can carry
        Full,         ///< the outbox is full: the broker is away or slower than the caller
        Stopped,      ///< the session was stopped
        Library,      ///< libmosquitto refused, in its own words
    };
    Kind kind = Kind::Library;
    std::string why;  ///< what was wrong, where, and what would be right
};

}  // namespace carewall::mqtt
