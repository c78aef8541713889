#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>

namespace carewall::connect {

/// Where an Asterisk's manager interface (AMI) is, and who we are there.
struct AmiSettings {
    std::string host = "127.0.0.1";
    std::uint16_t port = 5038;  ///< 5039 is usual with TLS
    std::string login;          ///< the section of manager.conf
    std::string secret;
    bool tls = false;
    std::string ca_file;  ///< authorities to trust, PEM; empty: the machine's
};

/// The first line of a file that nobody but its owner may read. In the folder of systemd's credentials its own rights
/// hold. The error is a sentence that says what to do.
core::Result<std::string, std::string> readSecret(const std::string& path);

}  // namespace carewall::connect
