#pragma once

#include <string>
#include <string_view>

/// What libmosquitto says in numbers, in words for the wall.
namespace carewall::mqtt {

/// A CONNACK that refuses: `reason` is a return code of 3.1.1 (protocol 4) or a reason code of MQTT 5.
std::string refusalWords(int protocol, int reason);

/// A SUBACK that refuses the filter.
std::string subscriptionWords(int protocol, int reason, std::string_view filter);

/// Why an established connection ended: a MOSQ_ERR or, from 128 on, what the broker gave as its reason (MQTT 5).
/// `system_error` is the errno of MOSQ_ERR_ERRNO and MOSQ_ERR_EAI.
std::string lossWords(int reason, int system_error);

/// What went wrong with TLS, out of the line that libmosquitto or OpenSSL logged.
std::string tlsWords(std::string_view logged);

/// errno in words.
std::string systemWords(int system_error);

}  // namespace carewall::mqtt
