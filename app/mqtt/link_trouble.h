#pragma once

#include "core/link.h"

#include <string>
#include <string_view>

/// What libmosquitto says in numbers, as a reason and in words.
namespace carewall::mqtt {

/// A CONNACK that refuses: `reason` is a return code of 3.1.1 (protocol 4) or a reason code of MQTT 5.
core::LinkTrouble refusal(int protocol, int reason);

/// A SUBACK that refuses the filter.
core::LinkTrouble subscriptionRefusal(int protocol, int reason, std::string_view filter);

/// Why an established connection ended: a MOSQ_ERR or, from 128 on, what the broker gave as its reason (MQTT 5).
/// `system_error` is the errno of MOSQ_ERR_ERRNO and MOSQ_ERR_EAI.
core::LinkTrouble loss(int reason, int system_error);

/// What went wrong with TLS, out of the line that libmosquitto or OpenSSL logged. `dates`: OpenSSL finds the broker's
/// certificate past its dates, or not valid yet; the line does not tell.
core::LinkTrouble tlsTrouble(std::string_view logged, bool dates);

/// What errno means for the link.
core::LinkTrouble systemTrouble(int system_error);

/// errno in words.
std::string systemWords(int system_error);

/// What somebody can do about it, in English, for the log; empty where there is no telling.
std::string_view advice(core::LinkReason reason);

}  // namespace carewall::mqtt
