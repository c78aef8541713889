#pragma once

#include "core/result.h"
#include "mqtt/session_error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace carewall::mqtt {

/// Where a broker listens.
struct BrokerAddress {
    std::string host;           ///< name, IPv4 or IPv6 address; without brackets
    std::uint16_t port = 1883;  ///< 1..65535
    bool tls = false;
    bool operator==(const BrokerAddress&) const = default;
};

/// Reads mqtt://host[:port] (port 1883) or mqtts://host[:port] (TLS, port 8883). An IPv6 address stands in brackets:
/// mqtt://[::1]:1883. One slash may follow; a path, a query and credentials are refused, since they belong into the
/// settings. Pure.
core::Result<BrokerAddress, SessionError> parseBrokerUrl(std::string_view url);

}  // namespace carewall::mqtt
