#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace carewall::core {

/// Where a broker listens.
struct BrokerAddress {
    std::string host;           ///< name, IPv4 or IPv6 address; without brackets
    std::uint16_t port = 1883;  ///< 1..65535
    bool tls = false;
    bool operator==(const BrokerAddress&) const = default;
};

/// What a broker's URL must be, for whoever complains of one.
inline constexpr std::string_view broker_url_form =
    "mqtt://HOST or mqtts://HOST (TLS), with :PORT behind where it is another than 1883 or 8883";

/// Reads mqtt://host[:port] (port 1883) or mqtts://host[:port] (TLS, port 8883). An IPv6 address stands in brackets:
/// mqtt://[::1]:1883. One slash may follow; a path, a query and credentials are refused, since they belong into the
/// settings. An error is a sentence with the right form, and never repeats credentials. Pure.
Result<BrokerAddress, std::string> parseBrokerUrl(std::string_view url);

}  // namespace carewall::core
